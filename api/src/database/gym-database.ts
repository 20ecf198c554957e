// The tenant wall as code sees it: reads and writes of one request, inside transactions that carry the gym.
import type { Duplex } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { UnauthenticatedError } from '../graphql/errors.ts';
import type { Viewer } from '../graphql/viewer.ts';
import type { Database } from './database.ts';
import { isUuid } from './uuid.ts';

export interface StatementOptions {
  /** Prepared under this name on each connection: planned once instead of each time. */
  name?: string | undefined;
  /** The statement fails with code 57014 when it takes longer. */
  timeoutMs?: number;
}

/** Whose gym it is, and who the audit trail names: a viewer, or nobody when a job does it. */
export type Actor = Pick<Viewer, 'gymId' | 'accountId' | 'employeeId'>;

export class GymDatabase {
  readonly #database: Database;
  readonly #viewer: Actor | null;
  readonly #requestId: string;

  constructor(database: Database, viewer: Actor | null, requestId: string) {
    this.#database = database;
    this.#viewer = viewer;
    this.#requestId = requestId;
  }

  /** Rows of one read-only statement, as the viewer's gym. */
  async rows<T extends object>(
    text: string,
    values: unknown[] = [],
    { name, timeoutMs }: StatementOptions = {},
  ): Promise<T[]> {
    const gymId = this.#gym();
    const client = await this.#database.pool.connect();
    // All three leave in one go and are answered in order: one round trip. Should the first fail, the second finds an
    // aborted transaction, never one without a gym; the id is checked to be a UUID, since this protocol has no parameters.
    const stream = streamOf(client);
    stream?.cork();
    const patience = timeoutMs ? `, set_config('statement_timeout', '${timeoutMs}', true)` : '';
    const begun = client.query(`begin read only; select set_config('app.gym_id', '${gymId}', true)${patience}`);
    const answered = client.query<T>(name ? { name, text, values } : { text, values });
    const ended = client.query('commit');
    stream?.uncork();
    // The answer need not wait for the end of a read; the connection does.
    Promise.all([begun, ended]).then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
    return (await answered).rows;
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

/** The socket under a connection: corked, what is sent together leaves in one write, a quarter of the cost of a short read. */
function streamOf(client: pg.PoolClient): Duplex | undefined {
  return (client as { connection?: { stream?: Duplex } }).connection?.stream;
}
