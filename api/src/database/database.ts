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
  // Both together leave a fifth of the connections for what takes longer.
  const places = Math.max(1, Math.min(Math.max(4, 2 * availableParallelism()), Math.floor(0.4 * poolSize)));
  const preparedReads = new Turnstile({ places, queue: Infinity });
  const briefReads = new BriefReads(pool, { mostLanes: places });
  return { pool, orm, preparedReads, briefReads, close: () => orm.close(true) };
}

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
