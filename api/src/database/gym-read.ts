// A read inside a gym as one message to PostgreSQL: enter the gym, run the statement, end. Sent without a Sync in between,
// the two are one implicit transaction: when entering fails the statement is skipped, and leaving undoes the entering.
import pg from 'pg';

/** What prepares a transaction in a gym, by the name under which each connection keeps it. */
const ENTER = 'begin_in_gym';
const ENTER_TEXT = `select set_config('app.gym_id', $1, true), set_config('transaction_read_only', 'on', true),
  set_config('statement_timeout', coalesce($2, current_setting('statement_timeout')), true)`;
const withEntrance = new WeakSet<Connection>();

/** The parts of pg's connection that are used here; its own types are of an older version. */
interface Connection {
  submittedNamedStatements: Record<string, string>;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: (string | null)[] }): void;
  execute(message: object): void;
}

/** What pg's Query does for every statement, and its types leave out. */
declare class PlainQuery {
  name: string | undefined;
  text: string;
  constructor(config: { name?: string; text: string; values: unknown[] });
  callback: (error: Error | null, result: pg.QueryResult) => void;
  hasBeenParsed(connection: Connection): boolean;
  prepare(connection: Connection): void;
  submit(connection: pg.Connection): void;
  handleDataRow(message: object): void;
  handleCommandComplete(message: object, connection: Connection): void;
}

export interface GymReadOptions {
  gymId: string;
  text: string;
  values: unknown[];
  /** Prepared under this name, when there is one. */
  name: string | undefined;
  /** The statement fails with code 57014 when it takes longer. */
  timeoutMs: number | undefined;
}

export class GymRead extends (pg.Query as unknown as typeof PlainQuery) {
  /** All that reaches the server, the entering by its name. */
  readonly statements: string[];
  readonly #entry: (string | null)[];
  #hasEntered = false;

  constructor({ gymId, text, values, name, timeoutMs }: GymReadOptions) {
    super({ text, values, ...(name && { name }) });
    this.statements = [ENTER, text];
    this.#entry = [gymId, timeoutMs === undefined ? null : String(timeoutMs)];
  }

  // Without values too: the simple protocol would be a transaction of its own.
  requiresPreparation(): boolean {
    return true;
  }

  override prepare(connection: Connection): void {
    // First, since pg takes the first thing that was parsed for the statement itself.
    if (this.name && !this.hasBeenParsed(connection)) {
      connection.parse({ name: this.name, text: this.text });
      connection.submittedNamedStatements[this.name] = this.text;
    }
    // Known from here on, to those that are sent before this one is answered too. When it fails the connection is given up.
    if (!withEntrance.has(connection)) connection.parse({ name: ENTER, text: ENTER_TEXT });
    withEntrance.add(connection);
    connection.bind({ statement: ENTER, values: this.#entry });
    connection.execute({});
    super.prepare(connection);
  }

  override handleDataRow(message: object): void {
    if (this.#hasEntered) super.handleDataRow(message);
  }

  override handleCommandComplete(message: object, connection: Connection): void {
    if (this.#hasEntered) return super.handleCommandComplete(message, connection);
    this.#hasEntered = true;
  }

  /** Whether its connection is as good as new when it fails so: refused in its gym, by a server that goes on. */
  leavesConnection(error: unknown): boolean {
    const { severity, code = '' } = error as { severity?: string; code?: string };
    // The server's severity is in its own language; what ends a connection has codes of its own.
    return this.#hasEntered && severity !== undefined && !/^(57P|25P03|25P04)/.test(code);
  }
}

export async function sendRead<T extends object>(client: pg.PoolClient, read: GymRead): Promise<T[]> {
  const { rows } = await new Promise<pg.QueryResult<T>>((resolve, reject) => {
    read.callback = (error, result) => (error ? reject(error) : resolve(result as pg.QueryResult<T>));
    client.query(read);
  });
  return rows;
}
