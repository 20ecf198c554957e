import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { addMandate, addMember, insert, sampleIban } from '../../testing/fixtures.ts';
import { openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import { decidedColumns, recorded, shownColumns, untoldTables } from './recorded-columns.ts';
import type { RecordedTable } from './recorded-columns.ts';

let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene('2026-03-04T12:00:00Z');
});
afterAll(() => scene.api.close());

const source = `query ($first: Int, $after: String, $subjects: [RecordedSubject!], $employeeId: ID, $memberId: ID, $from: LocalDate,
  $until: LocalDate) {
  changes(first: $first, after: $after, subjects: $subjects, employeeId: $employeeId, memberId: $memberId, from: $from, until: $until) {
    nodes { id happenedAt subject action name memberId memberName actor { id } values { field kind before after isWithheld } }
    edges { cursor node { id } } pageInfo { hasNextPage endCursor }
  } }`;
interface Change {
  id: string;
  subject: string;
  action: string;
  name: string | null;
  values: { field: string; before: string | null; after: string | null }[];
}
interface Page {
  nodes: Change[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
const pageOf = async (args: Record<string, unknown> = {}, viewer: Viewer | null = scene.admin): Promise<Page> =>
  (await scene.api.get<{ changes: Page }>(viewer, source, args)).changes;
const changesOf = async (args: Record<string, unknown>, viewer?: Viewer) => (await pageOf(args, viewer)).nodes;

/** A row of the trail, as its trigger writes it. */
const note = (row: Record<string, unknown>) =>
  insert(scene.api.owner, 'audit_log', { gym_id: scene.gymId, action: 'UPDATE', ...row });

describe('what is shown', () => {
  test('of every table that is recorded, every column is decided', async () => {
    const { rows } = await scene.api.owner.query<{ table: string; columns: string[] }>(
      `select c.relname as table, array_agg(a.attname::text) as columns
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgfoid = 'record_change'::regproc)
        group by 1`,
    );
    const undecided = rows
      .filter(({ table }) => !untoldTables.includes(table))
      .flatMap(({ table, columns }) => {
        const decided = table in recorded ? decidedColumns(table as RecordedTable) : [];
        return columns.filter((column) => !decided.includes(column)).map((column) => `${table}.${column}`);
      });
    expect(undecided).toEqual([]);
  });

  test('nothing that is sealed, hashed or a key', () => {
    const shown = (Object.keys(recorded) as RecordedTable[]).flatMap((table) =>
      shownColumns(table).map(({ name }) => `${table}.${name}`),
    );
    const secret = /sealed|hash|secret(?!_set_at)|_key|(?<!masked_)iban$|prefix|password/;
    expect(shown.filter((name) => secret.test(name))).toEqual([]);
  });
});

test('a change is told with who, what, before and after, in names rather than ids', async () => {
  const { api, gymId, admin, coach, memberId } = scene;
  await api.get(
    admin,
    'mutation ($input: SaveGymSettingsInput!) { saveGymSettings(input: $input) { gymSettings { name } } }',
    { input: { name: 'Lift Utrecht', newMemberDays: 45 } },
  );
  await api.get(admin, 'mutation ($input: LinkEmployeeInput!) { linkEmployee(input: $input) { member { id } } }', {
    input: { memberId, employeeId: coach.employeeId },
  });
  const { rows } = await api.owner.query<{ name: string }>('select full_name as name from employee where id = $1', [
    coach.employeeId,
  ]);
  const nodes = await changesOf({ employeeId: admin.employeeId });
  expect(nodes).toMatchObject([
    {
      subject: 'MEMBER',
      action: 'CHANGED',
      memberId,
      memberName: 'Zoë van der Berg',
      actor: { id: admin.employeeId },
      values: [{ field: 'EMPLOYEE_ID', kind: 'TEXT', before: null, after: rows[0]?.name, isWithheld: false }],
    },
    {
      subject: 'GYM',
      memberId: null,
      values: [
        { field: 'NAME', before: 'Lift', after: 'Lift Utrecht' },
        { field: 'NEW_MEMBER_DAYS', kind: 'NUMBER', before: '30', after: '45' },
      ],
    },
  ]);
  expect(await changesOf({ employeeId: coach.employeeId })).toEqual([]);
  expect(gymId).toBeTruthy();
});

test('what is set is named, also when it is gone', async () => {
  const { api, gymId } = scene;
  const typeId = await insert(api.owner, 'session_type', { gym_id: gymId, name: 'Yoga', color: '#112233' });
  const calendarId = await insert(api.owner, 'calendar', { gym_id: gymId, name: 'Hall' });
  const slot = { session_type_id: typeId, calendar_id: calendarId, weekday: 2, starts_at: '18:30' };
  const slotId = await insert(api.owner, 'schedule_slot', { gym_id: gymId, ...slot, duration_minutes: 60, places: 9 });
  await api.owner.query('delete from schedule_slot where id = $1', [slotId]);
  await api.owner.query('update session_type set name = $2, archived_at = $3 where id = $1', [
    typeId,
    'Yin',
    '2026-03-01T10:00:00Z',
  ]);
  const nodes = await changesOf({ subjects: ['SESSION_TYPE', 'SCHEDULE_SLOT'] });
  expect(nodes).toMatchObject([
    {
      action: 'CHANGED',
      name: 'Yin',
      values: [
        { field: 'NAME', before: 'Yoga', after: 'Yin' },
        { field: 'ARCHIVED_AT', kind: 'INSTANT', before: null, after: '2026-03-01T10:00:00.000Z' },
      ],
    },
    { subject: 'SCHEDULE_SLOT', action: 'REMOVED' },
    { subject: 'SCHEDULE_SLOT', action: 'ADDED' },
    { subject: 'SESSION_TYPE', action: 'ADDED', name: 'Yin' },
  ]);
  expect(nodes[1]?.values).toContainEqual(
    expect.objectContaining({ field: 'SESSION_TYPE_ID', before: 'Yin', after: null }),
  );
  expect(nodes[2]?.values).toContainEqual(
    expect.objectContaining({ field: 'STARTS_AT', kind: 'TEXT', after: '18:30:00' }),
  );
});

test('secrets, free text about people and health are not told', async () => {
  const { api, gymId, admin } = scene;
  const memberId = await addMember(api.owner, gymId);
  await addMandate(api.owner, gymId, memberId);
  await insert(api.owner, 'note', { gym_id: gymId, member_id: memberId, author_id: admin.employeeId, text: 'Hernia' });
  const tag = (name: string, is_health_data: boolean) =>
    insert(api.owner, 'tag', { gym_id: gymId, name, color: '#112233', is_health_data });
  const [plain, health] = [await tag('Early bird', false), await tag('Asthma', true)];
  for (const tag_id of [plain, health])
    await insert(api.owner, 'member_tag', { gym_id: gymId, member_id: memberId, tag_id });
  // Of a tag that is no more nobody can say what it was.
  const gone = { tag_id: crypto.randomUUID(), member_id: memberId };
  await note({ subject: 'member_tag', subject_id: gone.tag_id, action: 'DELETE', member_id: memberId, before: gone });
  // A column of tomorrow.
  await note({
    subject: 'tag',
    subject_id: plain,
    before: { secret_note: 'a', name: 'Owl' },
    after: { secret_note: 'b' },
  });
  const page = await pageOf({ memberId });
  expect(page.nodes.filter(({ subject }) => subject === 'MEMBER_TAG')).toMatchObject([{ name: 'Early bird' }]);
  expect(page.nodes.find(({ subject }) => subject === 'NOTE')?.values).toEqual([
    { field: 'TEXT', kind: 'TEXT', before: null, after: null, isWithheld: true },
  ]);
  const all = JSON.stringify([page, await pageOf({ first: 100 })]);
  expect(all.replaceAll(' ', '')).not.toContain(sampleIban);
  expect(all).not.toMatch(/Hernia|secret_note|SECRET_NOTE|sealed/i);
  expect(await changesOf({ subjects: ['TAG'] })).toMatchObject([{ name: 'Asthma' }, { name: 'Early bird' }]);
  expect(await changesOf({ subjects: ['TAG'] }, { ...admin, via: 'TOKEN' })).toMatchObject([{ name: 'Early bird' }]);
});

test('it is narrowed to days of the gym, and pages meet without a gap', async () => {
  const at = (happened_at: string) =>
    note({ subject: 'gym', before: { name: happened_at }, after: { name: 'x' }, happened_at });
  const days = ['2025-01-31T22:59:00Z', '2025-01-31T23:00:00Z', '2025-02-28T22:59:00Z', '2025-02-28T23:00:00Z'];
  for (const day of days) await at(day);
  const february = await changesOf({ from: '2025-02-01', until: '2025-02-28' });
  expect(february.map(({ values }) => values[0]?.before)).toEqual([days[2], days[1]]);
  // At one instant too.
  for (let index = 0; index < 3; index += 1) await at('2025-03-05T10:00:00Z');
  const range = { subjects: ['GYM', 'TAG'], from: '2025-01-01', until: '2025-12-31' };
  const whole = (await changesOf({ ...range, first: 100 })).map(({ id }) => id);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Page = await pageOf({ ...range, first: 2, after });
    seen.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual(whole);
  expect(whole).toHaveLength(7);
});

test('counters that no one is told of make no change', async () => {
  await note({
    subject: 'member',
    member_id: scene.memberId,
    before: { member_number: 1 },
    after: { member_number: 2 },
  });
  const changes = await changesOf({ memberId: scene.memberId });
  expect(changes.flatMap(({ values }) => values.map(({ field }) => field))).not.toContain('MEMBER_NUMBER');
});

test('a page of ten thousand changes is one statement that reads a page of each subject, by an index', async () => {
  const { api, gymId, coach, memberId } = scene;
  await api.owner.query(
    `insert into audit_log (gym_id, member_id, subject, subject_id, action, before, after, employee_id, happened_at)
     select $1, $2, case n % 4 when 0 then 'registration' when 1 then 'purchase' when 2 then 'member' else 'note' end, uuidv7(),
       'UPDATE', '{"status": "a", "email": "a", "text": "a"}', '{"status": "b", "email": "b", "text": "b"}', $3,
       timestamptz '2026-01-01' + n * interval '1 minute' from generate_series(1, 10000) n`,
    [gymId, memberId, coach.employeeId],
  );
  await api.owner.query('analyze audit_log');
  for (const [args, values] of [
    [{}, []],
    [{ employeeId: coach.employeeId }, [coach.employeeId]],
    [{ employeeId: coach.employeeId, memberId }, [coach.employeeId, memberId]],
  ] as const) {
    api.statements.splice(0);
    expect((await pageOf({ first: 25, ...args })).nodes).toHaveLength(25);
    const asked = api.statements.filter((text) => text.includes('audit_log'));
    expect(asked).toHaveLength(1);
    const columns = Object.fromEntries(
      (Object.keys(recorded) as RecordedTable[]).map((table) => [table, shownColumns(table).map(({ name }) => name)]),
    );
    const { rows } = await api.owner.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, timing off, format json) ${asked[0]}`,
      [JSON.stringify(columns), 26, null, null, null, null, true, ...values],
    );
    const read = stepsOf(rows[0]!['QUERY PLAN'][0].Plan).filter((step) => step['Relation Name'] === 'audit_log');
    const count = read.reduce(
      (sum, step) => sum + (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'],
      0,
    );
    expect(count).toBeLessThanOrEqual(26 * Object.keys(recorded).length);
  }
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

const stepsOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(stepsOf)];

test('is for admins, each of their own gym; nobody else is told anything', async () => {
  for (const viewer of [scene.coach, scene.outsiders.member, scene.outsiders.readToken])
    expect(refusalOf(await scene.api.ask(viewer, source))).toBe('FORBIDDEN');
  const foreign = await pageOf({ employeeId: scene.admin.employeeId }, scene.outsiders.otherGym);
  expect(foreign.nodes).toEqual([]);
  expect((await pageOf({ memberId: 'nobody' })).nodes).toEqual([]);
  expect(refusalOf(await scene.api.ask(scene.admin, source, { after: 'x' }))).toBe(
    'BAD_USER_INPUT after INVALID_CURSOR',
  );
});
