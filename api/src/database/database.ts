// The process's one connection pool, as the app role, shared by plain reads and the ORM.
import { MikroORM } from '@mikro-orm/postgresql';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import type { EntityClass } from '@mikro-orm/core';
import type pg from 'pg';
import { availableParallelism } from 'node:os';
import { BriefReads } from './brief-reads.ts';
import { takeBackLostConnections } from './lost-connections.ts';
import { Turnstile } from './turnstile.ts';

export interface Database {
  pool: pg.Pool;
  orm: MikroORM;
  /** Prepared reads take a moment each: two a processor are done sooner than ten that take turns. */
  preparedReads: Turnstile;
  /** Reads of one member follow each other, and pass no turnstile. */
  briefReads: BriefReads;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  appUrl: string;
  entities: EntityClass<object>[];
  poolSize?: number;
  /** Called with the text of every statement: tests count them. */
  onStatement?: (text: string) => void;
}

export async function openDatabase({
  appUrl,
  entities,
  poolSize = 10,
  onStatement,
}: DatabaseOptions): Promise<Database> {
  let pool: pg.Pool | undefined;
  const orm = await MikroORM.init({
    clientUrl: appUrl,
    entities,
    metadataProvider: ReflectMetadataProvider,
    metadataCache: { enabled: false },
    forceUtcTimezone: true,
    pool: { min: 0, max: poolSize },
    driverOptions: {
      pipeline: true,
      onPoolCreated: (created: pg.Pool) => {
        pool = created;
        takeBackLostConnections(created);
        if (onStatement) watchStatements(created, onStatement);
      },
    },
  });
  await orm.connect();
  if (!pool) throw new Error('The ORM made no connection pool.');
  // Half of the connections and three tenths: a fifth is left for what takes longer.
  const places = Math.min(Math.max(4, 2 * availableParallelism()), atLeastOne(poolSize / 2));
  const preparedReads = new Turnstile({ places, queue: Infinity });
  const briefReads = new BriefReads(pool, { mostLanes: atLeastOne(0.3 * poolSize) });
  return { pool, orm, preparedReads, briefReads, close: () => orm.close(true) };
}

const atLeastOne = (count: number): number => Math.max(1, Math.floor(count));

function watchStatements(pool: pg.Pool, onStatement: (text: string) => void): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const [first] = args;
      const { text = 'unknown', statements = [text] } =
        typeof first === 'string' ? { text: first } : (first as { text?: string; statements?: string[] });
      for (const statement of statements) onStatement(statement);
      return query(...args);
    }) as typeof client.query;
  });
}
