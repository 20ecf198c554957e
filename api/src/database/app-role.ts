// The unprivileged role the application works as. It owns nothing and bypasses nothing: row-level security binds it.
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export const appRole = 'spotter_app';

/**
 * Makes sure that the role exists and returns the URL to connect as it. The password is derived from the owner's, so
 * that several processes on one database agree without keeping another secret.
 */
export async function ensureAppRole(ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  const password = createHmac('sha256', decodeURIComponent(url.password))
    .update(`${appRole} of Spotter`)
    .digest('base64url');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await repeatWhenRaced(owner, () => createOrAlter(owner, password));
  } finally {
    await owner.end();
  }
  url.username = appRole;
  url.password = password;
  return url.href;
}

async function createOrAlter(owner: pg.Client, password: string): Promise<void> {
  await owner.query('begin');
  await owner.query(`select pg_advisory_xact_lock(hashtext('spotter app role'))`);
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [appRole]);
  // Only a superuser may name these attributes again once the role is there.
  const nothingElse = rowCount ? '' : 'nosuperuser nobypassrls nocreatedb nocreaterole';
  await owner.query(`${rowCount ? 'alter' : 'create'} role ${appRole} login ${nothingElse} password '${password}'`);
  await owner.query(`alter role ${appRole} set plan_cache_mode = force_generic_plan`);
  await owner.query('commit');
}

/** Advisory locks are a database's, the role is the server's: a process on another database can be at it too. */
async function repeatWhenRaced(owner: pg.Client, work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      const isRace =
        code === '42710' || code === '23505' || (code === 'XX000' && message.includes('concurrently updated'));
      await owner.query('rollback');
      if (!isRace || attempt === 20) throw error;
    }
    await sleep(Math.random() * 20 * attempt);
  }
}
