// The tenant wall as code sees it: reads and writes of one request, inside transactions that carry the gym.
import type { EntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { UnauthenticatedError } from '../graphql/errors.ts';
import type { Viewer } from '../graphql/viewer.ts';
import type { Database } from './database.ts';
import { isUuid } from './uuid.ts';

export interface StatementOptions {
  /** Prepared under this name on each connection: planned once instead of each time. */
  name?: string | undefined;
}

export class GymDatabase {
  readonly #database: Database;
  readonly #viewer: Viewer | null;
  readonly #requestId: string;

  constructor(database: Database, viewer: Viewer | null, requestId: string) {
    this.#database = database;
    this.#viewer = viewer;
    this.#requestId = requestId;
  }

  /** Rows of one read-only statement, as the viewer's gym. */
  async rows<T extends object>(text: string, values: unknown[] = [], { name }: StatementOptions = {}): Promise<T[]> {
    const gymId = this.#gym();
    const client = await this.#database.pool.connect();
    try {
      // Both in one round trip; the id is checked to be a UUID, since this protocol has no parameters.
      await client.query(`begin read only; select set_config('app.gym_id', '${gymId}', true)`);
      const { rows } = await client.query<T>(name ? { name, text, values } : { text, values });
      // The answer need not wait for the end of a read; the connection does.
      client.query('commit').then(
        () => client.release(),
        (error: Error) => client.release(error),
      );
      return rows;
    } catch (error) {
      await rollBack(client);
      throw error;
    }
  }

  /** Runs a verb in one transaction: all of it is kept, or nothing. The audit trail learns who did it and in which request. */
  async write<T>(verb: (em: EntityManager) => Promise<T>): Promise<T> {
    const gymId = this.#gym();
    const em = this.#database.orm.em.fork();
    em.setSessionContext({
      variables: {
        'app.gym_id': gymId,
        'app.account_id': this.#viewer?.accountId ?? '',
        'app.employee_id': this.#viewer?.employeeId ?? '',
        'app.request_id': this.#requestId,
      },
    });
    return em.transactional((transaction) => verb(transaction as EntityManager));
  }

  #gym(): string {
    if (!this.#viewer) throw new UnauthenticatedError();
    if (!isUuid(this.#viewer.gymId)) throw new Error('The viewer carries no gym.');
    return this.#viewer.gymId;
  }
}

async function rollBack(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}
