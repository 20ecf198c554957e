import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSubscription, insert } from '../../testing/fixtures.ts';
import { newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import type { Viewer } from '../../graphql/viewer.ts';

let scene: GymScene;
let yogaId: string;
let archivedId: string;
let hallId: string;
beforeAll(async () => {
  scene = await openGymScene();
  const add = (table: string, row: object) => insert(scene.api.owner, table, { gym_id: scene.gymId, ...row });
  yogaId = await add('session_type', { name: 'Yoga', color: '#336699' });
  archivedId = await add('session_type', { name: 'Zumba', color: '#336699', archived_at: '2026-01-01T00:00:00Z' });
  hallId = await add('calendar', { name: 'Hall' });
});
afterAll(() => scene.api.close());

interface Named {
  id: string;
  name: string;
}
interface Type extends Named {
  isArchived: boolean;
  isUsed: boolean;
  subscriptionCount: number;
  sessionTypes: Named[];
}

const fields = `id name description isRecurring isVisibleToMembers isExperienceRequired
  price { amountCents currency } yearlyPrice { amountCents } vatRatePercent sessionLimit validityDays firstTermMonths
  isArchived isUsed subscriptionCount sessionTypes { id name } calendars { id name }`;
const inputs: Record<string, string> = { create: 'CreateSubscriptionTypeInput', change: 'ChangeSubscriptionTypeInput' };
const run = (viewer: Viewer | null, verb: string, input: object) =>
  scene.api.ask<Record<string, { subscriptionType: Type }>>(
    viewer,
    `mutation ($input: ${inputs[verb] ?? 'SubscriptionTypeIdInput'}!) { ${verb}SubscriptionType(input: $input) {
      ${verb === 'delete' ? 'deletedId' : `subscriptionType { ${fields} }`} } }`,
    { input },
  );
const plan = (name: string) => ({
  name,
  isRecurring: true,
  priceCents: 5900,
  vatRatePercent: 9,
  sessionTypeIds: [yogaId],
  calendarIds: [hallId],
});
const made = async (name: string, others: object = {}): Promise<Type> => {
  const { data } = await run(scene.admin, 'create', { ...plan(name), ...others });
  return data?.['createSubscriptionType']?.subscriptionType as Type;
};
const all = async (includeArchived: boolean, viewer: Viewer = scene.coach) =>
  (
    await scene.api.get<{ subscriptionTypes: Type[] }>(
      viewer,
      `query ($all: Boolean!) { subscriptionTypes(includeArchived: $all) { ${fields} } }`,
      { all: includeArchived },
    )
  ).subscriptionTypes;

test('every term of a recurring one is kept, once, and what is absent in a change stays', async () => {
  const input = {
    ...plan('  Twice a  week '),
    id: newId(),
    description: 'Two\nsessions ',
    isVisibleToMembers: false,
    isExperienceRequired: true,
    yearlyPriceCents: 59_000,
    vatRatePercent: 5.5,
    sessionLimit: 2,
    firstTermMonths: 12,
  };
  const answers = await Promise.all(Array.from({ length: 5 }, () => run(scene.admin, 'create', input)));
  const kept = {
    id: input.id,
    name: 'Twice a week',
    description: 'Two\nsessions',
    isRecurring: true,
    isVisibleToMembers: false,
    isExperienceRequired: true,
    price: { amountCents: 5900, currency: 'EUR' },
    yearlyPrice: { amountCents: 59_000 },
    vatRatePercent: 5.5,
    sessionLimit: 2,
    validityDays: null,
    firstTermMonths: 12,
    isArchived: false,
    isUsed: false,
    subscriptionCount: 0,
    sessionTypes: [{ id: yogaId, name: 'Yoga' }],
    calendars: [{ id: hallId, name: 'Hall' }],
  };
  expect(answers.map(({ data }) => data?.['createSubscriptionType']?.subscriptionType)).toEqual(Array(5).fill(kept));
  const changed = await run(scene.admin, 'change', { id: input.id, yearlyPriceCents: null, sessionTypeIds: [] });
  expect(changed.data?.['changeSubscriptionType']?.subscriptionType).toEqual({
    ...kept,
    yearlyPrice: null,
    sessionTypes: [],
  });
});

test('a one-off has credits and a validity, and no terms of a recurring one', async () => {
  const card = await made('Ten sessions', { isRecurring: false, sessionLimit: 10, validityDays: 120 });
  expect(card).toMatchObject({ isRecurring: false, sessionLimit: 10, validityDays: 120, firstTermMonths: 0 });
  expect(refusalOf(await run(scene.admin, 'change', { id: card.id, yearlyPriceCents: 1 }))).toBe(
    'BAD_USER_INPUT yearlyPriceCents ONLY_RECURRING',
  );
  expect(refusalOf(await run(scene.admin, 'change', { id: card.id, firstTermMonths: 1 }))).toBe(
    'BAD_USER_INPUT firstTermMonths ONLY_RECURRING',
  );
});

test('a new price is for new contracts: those that run keep theirs', async () => {
  const type = await made('Morning');
  await addSubscription(scene.api.owner, scene.gymId, scene.memberId, {
    subscription_type_id: type.id,
    price_cents: 5900,
  });
  await run(scene.admin, 'change', { id: type.id, priceCents: 6500 });
  const { member } = await scene.api.get<{ member: { subscriptions: { price: object; type: { price: object } }[] } }>(
    scene.admin,
    'query ($id: ID!) { member(id: $id) { subscriptions { price { amountCents } type { price { amountCents } } } } }',
    { id: scene.memberId },
  );
  expect(member.subscriptions).toEqual([{ price: { amountCents: 5900 }, type: { price: { amountCents: 6500 } } }]);
});

test('who has it decides: unused it is deleted with what it includes, used it is archived and comes back', async () => {
  const [unused, used] = [await made('Mistake'), await made('Popular')];
  expect(refusalOf(await run(scene.admin, 'delete', { id: unused.id }))).toBeUndefined();
  await addSubscription(scene.api.owner, scene.gymId, scene.memberId, { subscription_type_id: used.id });
  await addSubscription(scene.api.owner, scene.gymId, scene.memberId, {
    subscription_type_id: used.id,
    ends_on: '2026-03-03',
  });
  expect(refusalOf(await run(scene.admin, 'delete', { id: used.id }))).toBe('BAD_USER_INPUT id IN_USE');
  expect((await all(false)).find(({ id }) => id === used.id)).toMatchObject({
    isUsed: true,
    subscriptionCount: 1,
    sessionTypes: [{ id: yogaId }],
  });
  await run(scene.admin, 'archive', { id: used.id });
  await run(scene.admin, 'archive', { id: used.id });
  expect((await all(false)).map(({ id }) => id)).not.toContain(used.id);
  expect((await all(true)).find(({ id }) => id === used.id)).toMatchObject({ isArchived: true });
  const newer = await made('popular');
  expect(refusalOf(await run(scene.admin, 'restore', { id: used.id }))).toBe('BAD_USER_INPUT name NAME_TAKEN');
  await run(scene.admin, 'archive', { id: newer.id });
  const restored = await run(scene.admin, 'restore', { id: used.id });
  expect(restored.data?.['restoreSubscriptionType']?.subscriptionType).toMatchObject({ isArchived: false });
});

test('what is archived cannot be included any more, and what included it before keeps it', async () => {
  expect(refusalOf(await run(scene.admin, 'create', { ...plan('Dance'), sessionTypeIds: [yogaId, archivedId] }))).toBe(
    'BAD_USER_INPUT sessionTypeIds ARCHIVED_CHOICE',
  );
  const type = await made('Old dance');
  await insert(scene.api.owner, 'subscription_type_session_type', {
    gym_id: scene.gymId,
    subscription_type_id: type.id,
    session_type_id: archivedId,
  });
  const both = { id: type.id, sessionTypeIds: [archivedId, yogaId] };
  const kept = (await run(scene.admin, 'change', both)).data?.['changeSubscriptionType']?.subscriptionType;
  expect(kept?.sessionTypes.map(({ name }) => name)).toEqual(['Yoga', 'Zumba']);
});

test.each([
  [{ name: ' ' }, 'name REQUIRED'],
  [{ name: 'x'.repeat(81) }, 'name TOO_LONG'],
  [{ priceCents: -1 }, 'priceCents NEGATIVE'],
  [{ priceCents: 100_000_000 }, 'priceCents TOO_HIGH'],
  [{ yearlyPriceCents: -1 }, 'yearlyPriceCents NEGATIVE'],
  [{ vatRatePercent: 101 }, 'vatRatePercent INVALID_RATE'],
  [{ sessionLimit: 0 }, 'sessionLimit TOO_LOW'],
  [{ firstTermMonths: 25 }, 'firstTermMonths TOO_HIGH'],
  [{ validityDays: 30 }, 'validityDays ONLY_ONE_OFF'],
  [{ isRecurring: false, validityDays: 0 }, 'validityDays TOO_LOW'],
  [{ sessionTypeIds: ['yoga'] }, 'sessionTypeIds UNKNOWN_CHOICE'],
  [{ calendarIds: ['00000000-0000-7000-8000-000000000000'] }, 'calendarIds UNKNOWN_CHOICE'],
  [{ id: '1' }, 'id INVALID_ID'],
])('bad input is named, and nothing is half-saved: %o', async (wrong, refusal) => {
  const before = (await all(true)).length;
  const answer = await run(scene.admin, 'create', { ...plan(`Wrong ${JSON.stringify(wrong).slice(0, 60)}`), ...wrong });
  expect(refusalOf(answer)).toBe(`BAD_USER_INPUT ${refusal}`);
  expect((await all(true)).length).toBe(before);
});

test('an amount of twelve digits is refused by its place in the input', async () => {
  const answer = await run(scene.admin, 'create', { ...plan('Gold'), priceCents: 123_456_789_012 });
  expect(answer.errors?.[0]?.message).toContain('input.priceCents');
});

test('employees read, administrators change, other gyms know nothing', async () => {
  const type = await made('Ours');
  for (const viewer of [scene.coach, scene.outsiders.readToken, scene.outsiders.member]) {
    expect(refusalOf(await run(viewer, 'create', plan('No')))).toBe('FORBIDDEN');
    expect(refusalOf(await run(viewer, 'change', { id: type.id, name: 'No' }))).toBe('FORBIDDEN');
    for (const verb of ['archive', 'restore', 'delete'])
      expect(refusalOf(await run(viewer, verb, { id: type.id }))).toBe('FORBIDDEN');
  }
  for (const verb of ['change', 'archive', 'restore', 'delete'])
    expect(refusalOf(await run(scene.outsiders.otherGym, verb, { id: type.id }))).toBe('NOT_FOUND');
  expect(await all(true, scene.outsiders.otherGym)).toEqual([]);
});

test('every change of the offer is on record with who made it', async () => {
  const type = await made('Recorded');
  await run(scene.admin, 'change', { id: type.id, priceCents: 6000, calendarIds: [] });
  const { rows } = await scene.api.owner.query<{ subject: string; action: string; employee_id: string }>(
    `select subject, action, employee_id from audit_log
      where subject_id = $1 or coalesce(before, after) ->> 'subscription_type_id' = $2 order by id`,
    [type.id, type.id],
  );
  expect(rows.map(({ subject, action }) => `${action} ${subject}`)).toEqual([
    'INSERT subscription_type',
    'INSERT subscription_type_session_type',
    'INSERT subscription_type_calendar',
    'DELETE subscription_type_calendar',
    'UPDATE subscription_type',
  ]);
  expect(new Set(rows.map((row) => row.employee_id))).toEqual(new Set([scene.admin.employeeId]));
});

test('the list is read in two statements, however long it is', async () => {
  scene.api.statements.splice(0);
  expect((await all(true)).length).toBeGreaterThan(4);
  expect(scene.api.statements.filter((text) => text.startsWith('select'))).toHaveLength(2);
});
