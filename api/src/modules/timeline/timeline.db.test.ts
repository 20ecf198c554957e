// The timeline: everything is in it once, in order, over any pages; it costs one statement, and reads no more than a page.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMandate, addMember, addRegistration, addSubscription, insert } from '../../testing/fixtures.ts';
import { newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import type { Viewer } from '../../graphql/viewer.ts';

let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene('2026-03-04T12:00:00Z');
});
afterAll(() => scene.api.close());

interface Entry {
  id: string;
  kind: string;
  event: string;
  happenedAt: string;
  title: string | null;
  isTakenBack: boolean;
  changes: { field: string; before: string | null; after: string | null }[];
  reason: string | null;
  actor: { id: string } | null;
  revert: { auditId: string; refusal: string | null } | null;
}
interface Page {
  nodes: Entry[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const source = `query ($id: ID!, $first: Int, $after: String, $kinds: [TimelineKind!]) { member(id: $id) {
  timeline(first: $first, after: $after, kinds: $kinds) {
    nodes { id kind event happenedAt title detail reason startsAt day isTakenBack amount { amountCents currency }
      actor { id } changes { field before after } revert { auditId refusal } }
    pageInfo { hasNextPage endCursor } } } }`;
const pageOf = async (id: string, options: object = {}, viewer: Viewer = scene.coach) =>
  (await scene.api.get<{ member: { timeline: Page } }>(viewer, source, { id, ...options })).member.timeline;
const eventsOf = async (id: string, options: object = {}) =>
  (await pageOf(id, { first: 100, ...options })).nodes.map(({ event }) => event);

const give = (table: string, memberId: string, row: object) =>
  insert(scene.api.owner, table, { gym_id: scene.gymId, member_id: memberId, ...row });

/** Something of every kind; what the database notes by itself is as of the real clock, after all of it. */
async function addLife(): Promise<string> {
  const { api, gymId, coach } = scene;
  const id = await addMember(api.owner, gymId);
  const by = coach.employeeId;
  await addRegistration(api.owner, gymId, id, '2026-01-01T10:00:00Z');
  await addRegistration(api.owner, gymId, id, '2026-01-02T10:00:00Z', 'NO_SHOW');
  await addRegistration(api.owner, gymId, id, '2026-01-03T10:00:00Z', 'CANCELLED');
  await addRegistration(api.owner, gymId, id, '2026-05-01T10:00:00Z', 'REGISTERED');
  await give('note', id, { author_id: by, text: 'Knee', created_at: '2026-01-04T10:00:00Z' });
  await give('note', id, {
    author_id: by,
    text: 'Mistake',
    created_at: '2026-01-05T10:00:00Z',
    retracted_at: '2026-01-06T10:00:00Z',
    retracted_by: by,
  });
  const due = { kind: 'CUSTOM', due_on: '2026-01-20', created_by: by };
  await give('notification', id, { ...due, message: 'Call', created_at: '2026-01-07T10:00:00Z' });
  await give('notification', id, {
    ...due,
    message: 'Ask',
    created_at: '2026-01-08T10:00:00Z',
    completed_at: '2026-01-09T10:00:00Z',
    completed_by: by,
    outcome: 'SPOKE',
  });
  await give('checkup', id, {
    employee_id: by,
    starts_at: '2026-01-11T10:00:00Z',
    created_at: '2026-01-10T10:00:00Z',
    completed_at: '2026-01-11T11:00:00Z',
  });
  await give('attachment', id, {
    name: 'scan.pdf',
    content_type: 'application/pdf',
    size_bytes: 9,
    state: 'SAVED',
    uploaded_at: '2026-01-12T10:00:00Z',
    uploaded_by: by,
  });
  await addSubscription(api.owner, gymId, id, { created_at: '2026-01-13T10:00:00Z' });
  const purchaseId = await give('purchase', id, {
    kind: 'SHOP',
    description: 'Shake',
    unit_price_cents: 350,
    total_cents: 350,
    vat_rate_bp: 900,
    vat_cents: 29,
    currency: 'EUR',
    purchased_at: '2026-01-14T10:00:00Z',
    created_by: by,
  });
  for (const [day, kind, amount_cents] of [
    [15, 'PAYMENT', 350],
    [16, 'REFUND', -350],
  ])
    await give('payment', id, {
      purchase_id: purchaseId,
      kind,
      method: 'DESK',
      amount_cents,
      currency: 'EUR',
      reference: `R${day}`,
      happened_at: `2026-01-${day}T10:00:00Z`,
    });
  await addMandate(api.owner, gymId, id, {
    recorded_at: '2026-01-17T10:00:00Z',
    revoked_at: '2026-01-18T10:00:00Z',
    revoked_reason: 'Asked',
  });
  const benchmarkId = await insert(api.owner, 'benchmark', { gym_id: gymId, name: `Grace ${id}`, unit: 'SECONDS' });
  await give('benchmark_result', id, {
    benchmark_id: benchmarkId,
    value: 252,
    score: '4:12',
    logged_on: '2026-01-19',
    created_at: '2026-01-19T10:00:00Z',
  });
  return id;
}

const life = [
  'RESULT_LOGGED',
  'MANDATE_REVOKED',
  'MANDATE_SIGNED',
  'REFUNDED',
  'PAID',
  'PURCHASED',
  'SUBSCRIPTION_ADDED',
  'ATTACHMENT_ADDED',
  'CHECKUP_COMPLETED',
  'CHECKUP_PLANNED',
  'NOTIFICATION_COMPLETED',
  'NOTIFICATION_MADE',
  'NOTIFICATION_MADE',
  'NOTE_ADDED',
  'NOTE_ADDED',
  'REGISTRATION_CANCELLED',
  'NO_SHOW',
  'VISITED',
];

test('everything that happened is told once, the latest first, and a retracted note without its text', async () => {
  const id = await addLife();
  const { nodes } = await pageOf(id, { first: 100 });
  expect(nodes.map(({ event }) => event)).toEqual(life);
  expect(nodes.filter(({ event }) => event === 'NOTE_ADDED')).toMatchObject([
    { title: null, isTakenBack: true },
    { title: 'Knee', isTakenBack: false, actor: { id: scene.coach.employeeId } },
  ]);
  expect(nodes.find(({ event }) => event === 'PURCHASED')).toMatchObject({
    title: 'Shake',
    amount: { amountCents: 350, currency: 'EUR' },
  });
  expect(JSON.stringify(nodes)).not.toMatch(/NL\d\d|Mistake/);
});

test.each([1, 2, 5, 17])('in pages of %i nothing is missed and nothing comes twice', async (first) => {
  const id = await addLife();
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Page = await pageOf(id, { first, after });
    seen.push(...page.nodes.map((node) => node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toHaveLength(life.length);
  expect(seen).toEqual((await pageOf(id, { first: 100 })).nodes.map((node) => node.id));
});

test('what happened at one instant is split between pages without a gap', async () => {
  const id = await addMember(scene.api.owner, scene.gymId);
  const at = '2026-02-01T10:00:00Z';
  for (let index = 0; index < 3; index += 1) {
    await give('note', id, { author_id: scene.coach.employeeId, text: `Note ${index}`, created_at: at });
    const row = { kind: 'CUSTOM', message: `Call ${index}`, due_on: '2026-02-02', created_at: at, completed_at: at };
    await give('notification', id, row);
  }
  const seen = new Set<string>();
  let after: string | null = null;
  for (let count = 0; count < 9; count += 1) {
    const page: Page = await pageOf(id, { first: 1, after });
    seen.add(page.nodes[0]?.id ?? '');
    after = page.pageInfo.endCursor;
  }
  expect(seen.size).toBe(9);
});

test('it is narrowed to kinds, and asked what it does not know it says so', async () => {
  const id = await addLife();
  expect(await eventsOf(id, { kinds: ['NOTE', 'VISIT'] })).toEqual([
    'NOTE_ADDED',
    'NOTE_ADDED',
    'REGISTRATION_CANCELLED',
    'NO_SHOW',
    'VISITED',
  ]);
  expect(await eventsOf(id, { kinds: ['TAG'] })).toEqual([]);
  const ask = (after: string) => scene.api.ask(scene.coach, source, { id, after });
  const foreign = Buffer.from(JSON.stringify(['2026-01-01', id, 'nothing'])).toString('base64url');
  expect([refusalOf(await ask('x')), refusalOf(await ask(foreign))]).toEqual(
    Array(2).fill('BAD_USER_INPUT after INVALID_CURSOR'),
  );
});

test('what staff change is told with before and after, in words', async () => {
  const { api, gymId, coach } = scene;
  const id = await addMember(api.owner, gymId);
  const tagId = await insert(api.owner, 'tag', { gym_id: gymId, name: 'Injury', color: '#112233' });
  const run = (verb: string, type: string, input: object) =>
    api.get(coach, `mutation ($input: ${type}!) { ${verb}(input: $input) { member { id } } }`, { input });
  await run('addTagToMember', 'AddTagToMemberInput', { memberId: id, tagId, expiresOn: '2026-04-01' });
  await run('addTagToMember', 'AddTagToMemberInput', { memberId: id, tagId, expiresOn: '2026-05-01' });
  await run('removeTagFromMember', 'MemberTagInput', { memberId: id, tagId });
  await run('linkEmployee', 'LinkEmployeeInput', { memberId: id, employeeId: coach.employeeId });
  const { nodes } = await pageOf(id);
  const { rows } = await api.owner.query<{ name: string }>('select full_name as name from employee where id = $1', [
    coach.employeeId,
  ]);
  expect(nodes).toMatchObject([
    { kind: 'DETAILS', event: 'EMPLOYEE_LINKED', changes: [{ field: 'employee', before: null, after: rows[0]?.name }] },
    { kind: 'TAG', event: 'TAG_REMOVED', title: 'Injury', actor: { id: coach.employeeId } },
    { event: 'TAG_CHANGED', changes: [{ field: 'expiresOn', before: '2026-04-01', after: '2026-05-01' }] },
    { event: 'TAG_ADDED', day: '2026-04-01' },
  ]);
});

test('every completion of a notification stays told, with who and what came of it, however often it is opened again', async () => {
  const { api, gymId, coach, admin } = scene;
  const id = await addMember(api.owner, gymId);
  const run = (viewer: Viewer, verb: string, type: string, input: object) =>
    api.get(viewer, `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename } }`, { input });
  const notification = { id: newId(), memberId: id, message: 'Call', dueOn: '2026-03-10' };
  await run(coach, 'scheduleNotification', 'ScheduleNotificationInput', notification);
  const complete = (viewer: Viewer, outcome: string, at: string) => {
    api.clock.set(at);
    return run(viewer, 'completeNotification', 'CompleteNotificationInput', { id: notification.id, outcome });
  };
  const reopen = () => run(coach, 'reopenNotification', 'ReopenNotificationInput', { id: notification.id });
  const completions = async () => {
    const { nodes } = await pageOf(id, { kinds: ['NOTIFICATION'] });
    return nodes
      .filter(({ event }) => event === 'NOTIFICATION_COMPLETED')
      .map(({ reason, happenedAt, isTakenBack, actor }) => [reason, happenedAt, actor?.id, isTakenBack]);
  };
  const [first, second] = ['2026-03-04T13:00:00.000Z', '2026-03-04T14:00:00.000Z'];
  const opened = [
    ['SPOKE', second, admin.employeeId, true],
    ['NO_ANSWER', first, coach.employeeId, true],
  ];
  await complete(coach, 'NO_ANSWER', first);
  await reopen();
  await complete(admin, 'SPOKE', second);
  await reopen();
  expect(await completions()).toEqual(opened);
  // Reverting the reopening completes it again, as it was: told once.
  const { nodes } = await pageOf(id, { kinds: ['NOTIFICATION'] });
  const reopening = nodes.find(({ event }) => event === 'NOTIFICATION_REOPENED');
  await run(coach, 'revertChange', 'RevertChangeInput', { auditId: reopening?.revert?.auditId });
  expect(await completions()).toEqual([['SPOKE', second, admin.employeeId, false], opened[1]]);
  await reopen();
  expect(await completions()).toEqual(opened);
  api.clock.set('2026-03-04T12:00:00Z');
});

test('health tags are told to who may see them, and that is noted; nothing is told to others', async () => {
  const { api, gymId, coach } = scene;
  const id = await addMember(api.owner, gymId);
  const tagId = await insert(api.owner, 'tag', {
    gym_id: gymId,
    name: 'Asthma',
    color: '#112233',
    is_health_data: true,
  });
  await give('member_tag', id, { tag_id: tagId });
  expect((await pageOf(id)).nodes).toMatchObject([{ event: 'TAG_ADDED', title: 'Asthma' }]);
  const { rows } = await api.owner.query('select tag_id from health_tag_view where member_id = $1', [id]);
  expect(rows).toEqual([{ tag_id: tagId }]);
  expect((await pageOf(id, {}, { ...coach, via: 'TOKEN' })).nodes).toEqual([]);
  const member = { ...scene.outsiders.member, memberId: id };
  expect(await api.get(member, source, { id })).toEqual({ member: { timeline: null } });
  expect(await api.get(scene.outsiders.otherGym, source, { id })).toEqual({ member: null });
});

test('a page of ten thousand happenings is one statement that reads a page of each kind, by its index', async () => {
  const { api, gymId, coach } = scene;
  const id = await addMember(api.owner, gymId);
  const many = (table: string, columns: string, values: string) =>
    api.owner.query(
      `insert into ${table} (gym_id, member_id, ${columns}) select $1, $2, ${values} from generate_series(1, 1500) n`,
      [gymId, id],
    );
  await api.owner.query('alter table note disable trigger user; alter table notification disable trigger user');
  const at = `timestamptz '2026-01-01' + n * interval '1 minute'`;
  await many('note', 'author_id, text, created_at', `'${coach.employeeId}', 'Note ' || n, ${at}`);
  await many(
    'notification',
    'kind, message, due_on, created_at, completed_at',
    `'CUSTOM', 'Call', '2026-01-01', ${at}, ${at} + interval '1 day'`,
  );
  await api.owner.query('alter table note enable trigger user; alter table notification enable trigger user');
  await api.owner.query(
    `insert into audit_log (gym_id, member_id, subject, subject_id, action, before, after, employee_id, happened_at)
     select $1, $2, 'member', $2, 'UPDATE', '{"email": "a"}', '{"email": "b"}', $3, ${at} from generate_series(1, 6000) n`,
    [gymId, id, coach.employeeId],
  );
  await api.owner.query('analyze note; analyze notification; analyze audit_log');
  api.statements.splice(0);
  expect((await pageOf(id, { first: 25 })).nodes).toHaveLength(25);
  const asked = api.statements.filter((text) => text.includes('audit_log'));
  expect(asked).toHaveLength(1);
  const { rows } = await api.owner.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (analyze, timing off, format json) ${asked[0]}`,
    [[id], new Date(), null, 26, null, null, null, true],
  );
  const steps = stepsOf(rows[0]!['QUERY PLAN'][0].Plan);
  const read = steps.filter((step) => /Scan/.test(step['Node Type']) && step['Relation Name']);
  expect(
    Math.max(...read.map((step) => step['Actual Rows'] * step['Actual Loops'] + (step['Rows Removed by Filter'] ?? 0))),
  ).toBeLessThanOrEqual(60);
  expect(read.map((step) => step['Index Name'])).toEqual(
    expect.arrayContaining(['note_by_time', 'notification_by_completion', 'audit_log_of_timeline']),
  );
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

const stepsOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(stepsOf)];
