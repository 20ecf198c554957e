// What belongs to no gym: sign-in's look-ups and counts, and rows of one account. The wall here is the account: policies
// show an account its own rows only, and the look-ups are functions of the owner that answer one question each.
import type pg from 'pg';
import type { Database } from './database.ts';
import { isUuid } from './uuid.ts';

export class AccountDatabase {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Rows of one statement as nobody in particular, committed by itself. */
  async rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    const { rows } = await this.#database.pool.query<T>(text, values);
    return rows;
  }

  /** Runs work in one transaction that sees the rows of this account: all of it is kept, or nothing. */
  async as<T>(accountId: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    if (!isUuid(accountId)) throw new Error('The account has no id.');
    const client = await this.#database.pool.connect();
    try {
      await client.query(`begin; select set_config('app.account_id', '${accountId}', true)`);
      const result = await work(client);
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      await client.query('rollback').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
  }
}
