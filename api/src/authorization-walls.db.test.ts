// Each wall by itself: the tenant's with the application's checks off, the checks with row-level security off, and the
// database's own keys with both off. That all of them together let nothing through is authorization-matrix.db.test.ts.
import pg from 'pg';
import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDatabase } from './database/database.ts';
import type { Database } from './database/database.ts';
import { entities } from './entities.ts';
import { audienceOf } from './graphql/audience.ts';
import type { Viewer } from './graphql/viewer.ts';
import { createSchema, createUnguardedSchema } from './schema.ts';
import { Arguments, isClientMade } from './testing/matrix/arguments.ts';
import { leaksIn } from './testing/matrix/canaries.ts';
import type { Mark } from './testing/matrix/canaries.ts';
import { openMatrixWorld } from './testing/matrix/matrix-world.ts';
import type { MatrixWorld } from './testing/matrix/matrix-world.ts';
import { POLICIES, without } from './testing/matrix/policy-switch.ts';
import { depthsOf, wholeDocument } from './testing/matrix/schema-walk.ts';
import { attempt, tenantForeignKeys, tenantTables } from './testing/matrix/tenant-tables.ts';
import type { ForeignKey, TenantTable } from './testing/matrix/tenant-tables.ts';

vi.mock(import('./modules/member/member.policy.ts'), async (original) =>
  (await switching).switchable(await original()),
);
vi.mock(import('./modules/note/note.policy.ts'), async (original) => (await switching).switchable(await original()));
vi.mock(import('./modules/tag/tag.policy.ts'), async (original) => (await switching).switchable(await original()));
vi.mock(import('./modules/account/viewer.policy.ts'), async (original) =>
  (await switching).switchable(await original()),
);
const { switching } = vi.hoisted(() => ({ switching: import('./testing/matrix/policy-switch.ts') }));

const guarded = createSchema();
const unguarded = createUnguardedSchema();
const query = unguarded.getQueryType()!;
const mutation = unguarded.getMutationType()!;
const depths = depthsOf(query);
const queries = Object.values(query.getFields());
const mutations = Object.values(mutation.getFields());

let world: MatrixWorld;
let app: pg.Pool;
/** The application as it would be without row-level security: it works as the owner. */
let ownersDatabase: Database;
let tables: TenantTable[];
let keys: ForeignKey[];
beforeAll(async () => {
  world = await openMatrixWorld();
  app = new pg.Pool({ connectionString: world.api.appUrl, max: 2 });
  ownersDatabase = await openDatabase({ appUrl: world.api.ownerUrl, entities });
  tables = await tenantTables(world.api.owner);
  keys = await tenantForeignKeys(world.api.owner);
});
afterAll(async () => {
  await ownersDatabase.close();
  await app.end();
  await world.api.close();
});

const leaksOf = (answer: ExecutionResult, marks: Mark[], ids: Set<string>[] = []) =>
  leaksIn(JSON.stringify(answer), { marks, ids });

test('row-level security alone: the app role reads the rows of its gym, all of them, and no other', async () => {
  expect(tables.length).toBeGreaterThan(25);
  for (const { name, gymColumn } of tables) {
    const read = async (gymId: string | null) =>
      ((await attempt(app, gymId, `select ${gymColumn} as gym from ${name}`)) as pg.QueryResult<{ gym: string }>).rows;
    const mine = await read(world.own.gymId);
    const { rows } = await world.api.owner.query<{ count: number }>(
      `select count(*)::int from ${name} where ${gymColumn} = $1`,
      [world.own.gymId],
    );
    expect({ name, count: mine.length }).toEqual({ name, count: rows[0]?.count });
    expect({ name, gyms: [...new Set(mine.map(({ gym }) => gym))] }).toEqual({ name, gyms: [world.own.gymId] });
    expect(await read(null), `${name} without a gym`).toEqual([]);
  }
});

test('row-level security alone: the app role changes no row of another gym, and moves or makes none there', async () => {
  const { own, foreign } = world;
  for (const { name, gymColumn, columns } of tables) {
    const touched = async (text: string) => {
      const result = await attempt(app, own.gymId, text);
      return typeof result === 'string' ? result : result.rowCount;
    };
    const there = `where ${gymColumn} = '${foreign.gymId}'`;
    expect([0, '42501'], `update ${name}`).toContain(
      await touched(`update ${name} set ${gymColumn} = ${gymColumn} ${there}`),
    );
    expect([0, '42501'], `delete from ${name}`).toContain(await touched(`delete from ${name} ${there}`));
    expect(await touched(`update ${name} set ${gymColumn} = '${foreign.gymId}'`), `move ${name}`).toBe('42501');
    const { rows } = await world.api.owner.query<{ row: object }>(
      `select to_jsonb(t) as row from ${name} t ${there} limit 1`,
    );
    const copy = `insert into ${name} (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_record(null::${name}, $1)`;
    expect(await attempt(app, own.gymId, copy, [rows[0]?.row]), `insert into ${name}`).toBe('42501');
    expect(await attempt(app, null, copy, [rows[0]?.row]), `insert into ${name} without a gym`).toBe('42501');
  }
});

test('row-level security alone: without audiences and policies, and with a forged viewer, nothing of another gym is read', () =>
  without(POLICIES, async () => {
    const { viewers, foreign, own, theirs } = world;
    // What a forged viewer carries they know already.
    const unknown = new Set(theirs);
    for (const id of [foreign.adminId, foreign.memberId]) unknown.delete(id);
    const admin = viewers.admin as Viewer;
    const forged = { ...admin, employeeId: foreign.adminId, memberId: foreign.memberId };
    let shown = 0;
    for (const viewer of [admin, forged, { ...forged, kind: 'MEMBER' } as Viewer]) {
      for (const field of queries) {
        const document = wholeDocument('query', query, field, depths.get(field.name));
        for (const { values } of new Arguments(field, false, world).sets()) {
          const answer = await world.ask(viewer, document, values, { schema: unguarded });
          expect([field.name, ...leaksOf(answer, ['otherGym'], [unknown])]).toEqual([field.name]);
          if (viewer.kind === 'MEMBER') shown += leaksOf(answer, ['otherMember']).length;
        }
      }
    }
    expect(shown, 'the other walls are off').toBeGreaterThan(0);
    const forgedGym = await world.ask(
      { ...admin, gymId: foreign.gymId },
      wholeDocument('query', query, query.getFields()['members']!),
      {},
      { schema: unguarded },
    );
    expect(
      leaksOf(forgedGym, ['ours', 'staff'], [new Set([own.memberId])]),
      'a viewer sees the gym they carry',
    ).toEqual([]);
  }));

test('row-level security alone: without audiences and policies, nothing of another gym changes', () =>
  without(POLICIES, async () => {
    const before = (await world.fingerprints()).foreign;
    for (const field of mutations) {
      const document = wholeDocument('mutation', mutation, field, 2);
      const sets = new Arguments(field, true, world)
        .sets()
        .filter(({ choice, varied }) => choice.startsWith('foreign') && !isClientMade(field, varied));
      for (const { values } of sets) await world.ask(world.viewers.admin, document, values, { schema: unguarded });
    }
    expect((await world.fingerprints()).foreign).toBe(before);
  }));

test('keys alone: the database holds no row of one gym that points into another', async () => {
  expect(keys.length).toBeGreaterThan(35);
  for (const { name, table, target, columns, targetColumns } of keys) {
    const { rows } = await world.api.owner.query<Record<string, unknown>>(
      `select * from ${target} where gym_id = $1 limit 1`,
      [world.foreign.gymId],
    );
    const set = columns.map((column, index) => `${column} = $${index + 2}`).join(', ');
    const values = targetColumns.map((column) => rows[0]?.[column]);
    const aim = `update ${table} set ${set} where gym_id = $1 and ctid = (select ctid from ${table} where gym_id = $1 order by ${columns.map((column) => `${column} is null`).join(', ')} limit 1)`;
    expect(await attempt(world.api.owner, null, aim, [world.own.gymId, ...values]), `${table}.${name}`).toBe('23503');
  }
});

test('audiences and policies alone: without row-level security a stranger learns nothing, and a member only of themself', async () => {
  const options = { schema: guarded, database: ownersDatabase };
  for (const field of queries) {
    const document = wholeDocument('query', query, field);
    for (const { values } of new Arguments(field, false, world).sets()) {
      const stranger = await world.ask(null, document, values, options);
      expect([field.name, ...leaksOf(stranger, ['ours', 'staff', 'otherMember', 'otherEmployee', 'otherGym'])]).toEqual(
        [field.name],
      );
      const member = await world.ask(world.viewers.member, document, values, options);
      expect([field.name, ...leaksOf(member, ['staff', 'otherMember', 'otherEmployee'])]).toEqual([field.name]);
    }
  }
});

test('conditions alone: without row-level security, all about a member is still of their gym', async () => {
  const document = wholeDocument('query', query, query.getFields()['member']!);
  const answer = await world.ask(
    world.viewers.admin,
    document,
    { id: world.own.memberId },
    { schema: guarded, database: ownersDatabase },
  );
  expect(leaksOf(answer, ['staff'])).toEqual(['staff']);
  expect(leaksOf(answer, ['otherGym'], [world.theirs])).toEqual([]);
});

test.each(['anonymous', 'member', 'readToken'] as const)(
  'policies alone: without audiences, the verbs of the staff refuse %s',
  async (who) => {
    const before = (await world.fingerprints()).own;
    const letThrough: string[] = [];
    for (const field of mutations) {
      const audience = audienceOf(guarded.getMutationType()!, guarded.getMutationType()!.getFields()[field.name]!);
      if (audience !== 'STAFF' && audience !== 'ADMIN') continue;
      const { values } = new Arguments(field, true, world).sets()[0]!;
      const answer = await world.ask(world.viewers[who], wholeDocument('mutation', mutation, field, 2), values, {
        schema: unguarded,
      });
      if (!['FORBIDDEN', 'UNAUTHENTICATED'].includes(String(answer.errors?.[0]?.extensions['code'])))
        letThrough.push(field.name);
    }
    expect(letThrough).toEqual([]);
    expect((await world.fingerprints()).own).toBe(before);
  },
);
