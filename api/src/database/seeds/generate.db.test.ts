// Generated gyms in a fresh database: foreign keys hold although they were not checked on the way in, and an ordinary
// owner can do it too.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../testing/test-database.ts';
import type { TestDatabase } from '../../testing/test-database.ts';
import { brokenKeys } from '../../testing/broken-keys.ts';
import { testSecrets } from '../../testing/test-secrets.ts';
import { DatabaseNotEmptyError, generate } from './generate.ts';
import type { GenerateOptions, Progress } from './generate.ts';

const small = { now: new Date('2026-03-30T06:00:00Z'), gyms: 2, members: 80, years: 0.3, seed: 'test' };

let test: TestDatabase;
const options = (more: Partial<GenerateOptions> = {}): GenerateOptions => ({
  ...small,
  ownerUrl: test.ownerUrl,
  unlock: async () => testSecrets,
  profile: 'FULL',
  mayAppend: false,
  ...more,
});

async function count(owner: pg.Pool, table: string): Promise<number> {
  return (await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? -1;
}

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

describe('generate', () => {
  it('fills as many gyms as asked for and tells how far it is', async () => {
    const steps: Progress[] = [];
    const rows = await generate(options({ onProgress: (progress) => steps.push({ ...progress }) }));
    expect(await count(test.owner, 'gym')).toBe(2);
    expect(await count(test.owner, 'member')).toBe(160);
    expect(rows).toBeGreaterThan(4000);
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.map((step) => step.rows)).toEqual(steps.map((step) => step.rows).sort((a, b) => a - b));
    expect(steps.at(-1)).toEqual({ gymsDone: 2, gyms: 2, rows, share: 1 });
  });

  it('leaves no key pointing at nothing', async () => {
    expect(await brokenKeys(test.owner)).toEqual([]);
  });

  it('refuses a database that has gyms, unless told to append', async () => {
    await expect(generate(options())).rejects.toThrow(DatabaseNotEmptyError);
    await generate(options({ gyms: 1, mayAppend: true }));
    const { rows } = await test.owner.query<{ email: string }>('select email from account order by 1');
    expect(rows.map((row) => row.email)).toEqual(['admin@gym-1.example', 'admin@gym-2.example', 'admin@gym-3.example']);
    expect(await brokenKeys(test.owner)).toEqual([]);
  });

  it('makes members only for the search profile', async () => {
    await generate(options({ gyms: 1, members: 3000, profile: 'SEARCH', mayAppend: true }));
    const { rows } = await test.owner
      .query(`select count(*)::int as members, count(distinct m.full_name)::int > 2900 as varied,
        count(last_visit_at)::int > 2500 as visited, count(phone_digits)::int > 2500 as reachable
      from member m join account a on a.email = 'admin@gym-4.example' join employee e on e.account_id = a.id and e.gym_id = m.gym_id`);
    expect(rows).toEqual([{ members: 3000, varied: true, visited: true, reachable: true }]);
  });

  it('works for an owner who is no superuser, and puts the walls back', async () => {
    // The same password, since the app role's is derived from it and other tests use that role.
    const url = new URL(test.ownerUrl);
    const name = `ordinary_${process.pid}_${Date.now()}`;
    await test.owner.query(`create role ${name} login createrole nosuperuser password '${url.password}'`);
    await test.owner.query(`grant spotter_app to ${name} with admin option`);
    await test.owner.query(`create database ${name} owner ${name}`);
    url.pathname = `/${name}`;
    url.username = name;
    const ordinary = new pg.Pool({ connectionString: url.href, max: 1 });
    // Dropping the database may cut the connection before it has ended by itself.
    ordinary.on('connect', (client) => client.on('error', () => undefined));
    ordinary.on('error', () => undefined);
    try {
      await generate(options({ ownerUrl: url.href }));
      expect(await count(ordinary, 'member')).toBe(160);
      expect(await count(ordinary, `pg_class where relrowsecurity and not relforcerowsecurity`)).toBe(0);
      expect(await count(ordinary, `pg_trigger where not tgisinternal and tgenabled = 'D'`)).toBe(0);
    } finally {
      await ordinary.end();
      await test.owner.query(`drop database ${name} with (force)`);
      await test.owner.query(`drop role ${name}`);
    }
  });
});
