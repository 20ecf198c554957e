// A migrated database of its own for each test file, on the server of vitest.database.mjs.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { ensureAppRole } from '../database/app-role.ts';
import { openDatabase } from '../database/database.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { entities } from '../entities.ts';

export interface TestDatabase {
  /** As the application works: the unprivileged role. */
  database: Database;
  /** As the owner: for fixtures, and for looking behind the wall. */
  owner: pg.Pool;
  ownerUrl: string;
  appUrl: string;
  /** Every statement the application sent since it was last emptied. */
  statements: string[];
  close(): Promise<void>;
}

export async function openTestDatabase(): Promise<TestDatabase> {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  if (!serverUrl) throw new Error('TEST_DATABASE_URL names no server: run the tests through vitest.');
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name} template ${await templateOf(serverUrl)} strategy file_copy`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const owner = new pg.Pool({ connectionString: url.href, max: 4 });
  const statements: string[] = [];
  const appUrl = await ensureAppRole(url.href);
  const database = await openDatabase({ appUrl, entities, onStatement: (text) => statements.push(text) });
  // A pool calls itself ended a moment before its connections are; dropping the database then ends the last of them.
  for (const pool of [owner, database.pool]) {
    pool.on('connect', (client) => client.on('error', () => undefined));
    pool.on('error', () => undefined);
  }
  return {
    database,
    owner,
    ownerUrl: url.href,
    appUrl,
    statements,
    close: async () => {
      await database.close();
      await owner.end();
      // Connections that were just closed take a moment to go; cutting them off would raise an error nobody listens to.
      await onServer(
        serverUrl,
        `do $$ begin for i in 1..100 loop
        exit when not exists (select from pg_stat_activity where datname = '${name}');
        perform pg_sleep(0.02), pg_stat_clear_snapshot();
      end loop; end $$`,
      );
      await onServer(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

/** The migrated database that the others are copied from, made by whoever comes first. */
async function templateOf(serverUrl: string): Promise<string> {
  const name = 'spotter_template';
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    await server.query(`select pg_advisory_lock(hashtext('spotter test template'))`);
    const { rowCount } = await server.query('select 1 from pg_database where datname = $1', [name]);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    if (!rowCount) await server.query(`create database ${name}`);
    await ensureAppRole(url.href);
    await migrate(url.href);
    return name;
  } finally {
    await server.end();
  }
}

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    await server.query(`select pg_advisory_lock(hashtext('spotter test databases'))`);
    await server.query(sql);
  } finally {
    await server.end();
  }
}
