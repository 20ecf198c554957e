import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';
import { ensureAppRole } from './app-role.ts';

// One server, two databases: the role is the server's.
let databases: TestDatabase[];
beforeAll(async () => {
  databases = await Promise.all([openTestDatabase(), openTestDatabase()]);
});
afterAll(() => Promise.all(databases.map((it) => it.close())));

test('many processes on several databases of one server agree', async () => {
  const calls = Array.from({ length: 20 }, (_, index) => ensureAppRole(databases[index % 2]!.ownerUrl));
  const urls = new Set(await Promise.all(calls));
  expect([...urls].sort()).toEqual(databases.map(({ appUrl }) => appUrl).sort());
});

test('the role owns nothing, bypasses nothing, and is bound in every process', async () => {
  const client = new pg.Client({ connectionString: databases[0]!.appUrl });
  await client.connect();
  const { rows } = await client.query(
    `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
       (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
       current_setting('plan_cache_mode') as planning
     from pg_roles r where rolname = current_user`,
  );
  await client.end();
  expect(rows).toEqual([
    {
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      owned: 0,
      planning: 'force_generic_plan',
    },
  ]);
});
