// The unprivileged role the application works as. It owns nothing and bypasses nothing: row-level security binds it.
import { createHmac } from 'node:crypto';
import pg from 'pg';

export const appRole = 'spotter_app';

/**
 * Makes sure that the role exists and returns the URL to connect as it. The password is derived from the owner's, so
 * that several processes on one database agree without keeping another secret.
 */
export async function ensureAppRole(ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(`${appRole} of Spotter`).digest('base64url');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    await owner.query(`select pg_advisory_xact_lock(hashtext('spotter app role'))`);
    const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [appRole]);
    // Only a superuser may name these attributes again once the role is there.
    const nothingElse = rowCount ? '' : 'nosuperuser nobypassrls nocreatedb nocreaterole';
    await owner.query(`${rowCount ? 'alter' : 'create'} role ${appRole} login ${nothingElse} password '${password}'`);
    await owner.query(`alter role ${appRole} set plan_cache_mode = force_generic_plan`);
    await owner.query('commit');
  } finally {
    await owner.end();
  }
  url.username = appRole;
  url.password = password;
  return url.href;
}
