// Applies the SQL files of api/migrations in order, each in a transaction, once. Run by the owner of the database.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

const folder = new URL('../../migrations/', import.meta.url);
const oldestServer = 180000;

/** Returns the names of the migrations it applied. Safe to run from several processes at once. */
export async function migrate(ownerUrl: string, log: (line: string) => void = () => {}): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await assertServerVersion(owner);
    await owner.query(`select pg_advisory_lock(hashtext('spotter migrations'))`);
    await owner.query(`create table if not exists schema_migration
      (name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const { rows } = await owner.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migration',
    );
    const known = new Map(rows.map((row) => [row.name, row.checksum]));
    return await applyMissing(owner, known, log);
  } finally {
    await owner.end();
  }
}

async function applyMissing(
  owner: pg.Client,
  known: Map<string, string>,
  log: (line: string) => void,
): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const unknown = [...known.keys()].filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`The database is newer than this version of Spotter: it has ${unknown.join(', ')}.`);
  const applied: string[] = [];
  for (const name of names) {
    const sql = await readFile(new URL(name, folder), 'utf8');
    const checksum = createHash('sha256').update(sql).digest('hex');
    if (known.has(name)) {
      if (known.get(name) !== checksum) throw new Error(`Migration ${name} was changed after it had been applied.`);
      continue;
    }
    log(`migrating: ${name}`);
    await applyOne(owner, name, sql, checksum);
    applied.push(name);
  }
  return applied;
}

async function applyOne(owner: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(sql);
    await owner.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

async function assertServerVersion(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ version: string; number: string }>(
    `select current_setting('server_version') as version, current_setting('server_version_num') as number`,
  );
  const [server] = rows;
  if (!server || Number(server.number) >= oldestServer) return;
  throw new Error(`Spotter needs PostgreSQL 18 or newer; the server is ${server.version}.`);
}
