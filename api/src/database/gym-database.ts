// The tenant wall as code sees it: reads and writes of one request, inside transactions that carry the gym.
import type { EntityManager } from '@mikro-orm/postgresql';
import { UnauthenticatedError } from '../graphql/errors.ts';
import type { Viewer } from '../graphql/viewer.ts';
import type { Database } from './database.ts';
import { GymRead, sendRead } from './gym-read.ts';
import { isUuid } from './uuid.ts';

export interface StatementOptions {
  /** Prepared under this name on each connection: planned once instead of each time. */
  name?: string | undefined;
  /** Prepared, it takes a millisecond or two, so that it can follow others on their connection. */
  isBrief?: boolean;
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
    { name, isBrief, timeoutMs }: StatementOptions = {},
  ): Promise<T[]> {
    const read = new GymRead({ gymId: this.#gym(), text, values, name, timeoutMs });
    if (!name) return this.#read<T>(read);
    if (isBrief) return this.#database.briefReads.rows<T>(read);
    return this.#database.preparedReads.pass(() => this.#read<T>(read));
  }

  async #read<T extends object>(read: GymRead): Promise<T[]> {
    const client = await this.#database.pool.connect();
    try {
      const rows = await sendRead<T>(client, read);
      client.release();
      return rows;
    } catch (error) {
      client.release(!read.leavesConnection(error));
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
