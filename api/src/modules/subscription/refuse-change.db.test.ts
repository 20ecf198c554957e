import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMandate, addMember, insert } from '../../testing/fixtures.ts';
import { newId } from '../../testing/gym-scene.ts';
import { openSubscriptionScene } from '../../testing/subscription-scene.ts';
import type { SubscriptionScene, Wish } from '../../testing/subscription-scene.ts';

let scene: SubscriptionScene;
let memberId: string;
let running: string;
beforeAll(async () => {
  scene = await openSubscriptionScene();
});
beforeEach(async () => {
  scene.api.clock.set('2026-03-09T12:00:00Z');
  memberId = await scene.addPayer();
  running = await scene.addRunning(memberId, {}, { from: '2026-03-01', to: '2026-03-31', cents: 7950 });
});
afterAll(() => scene.api.close());

const reasonOf = async (wish: Wish) => {
  const { answer, refusal } = await scene.ask('preview', wish);
  return answer?.__typename === 'SubscriptionChangeRefused' ? answer.reason : (refusal ?? answer?.__typename);
};

/** Everything that a change could have touched. */
const stateOf = async () => {
  const { rows } = await scene.api.owner.query<{ state: string }>(
    `select md5(concat((select string_agg(s::text, '|' order by s.id) from subscription s),
       (select string_agg(p::text, '|' order by p.id) from purchase p), (select count(*) from subscription_change),
       (select string_agg(i::text, '|' order by i::text) from subscription_session_type i))) as state`,
  );
  return rows[0]?.state;
};

test.each<[string, Record<string, unknown>, string]>([
  ['a negative price', { priceCents: -1 }, 'BAD_USER_INPUT priceCents NEGATIVE'],
  ['a price of nine digits', { priceCents: 100_000_000 }, 'BAD_USER_INPUT priceCents TOO_HIGH'],
  ['a type that is none', { typeId: newId() }, 'BAD_USER_INPUT typeId UNKNOWN_CHOICE'],
  ['a type that is no id', { typeId: 'unlimited' }, 'BAD_USER_INPUT typeId UNKNOWN_CHOICE'],
  ['a session type that is none', { sessionTypeIds: [newId()] }, 'BAD_USER_INPUT sessionTypeIds UNKNOWN_CHOICE'],
  ['a calendar that is none', { calendarIds: ['x'] }, 'BAD_USER_INPUT calendarIds UNKNOWN_CHOICE'],
  ['a billing that is not on offer', { billing: 'ONCE' }, 'BAD_USER_INPUT billing NOT_OFFERED'],
  ['no subscription', { subscriptionId: null }, 'BAD_USER_INPUT subscriptionId REQUIRED'],
  ['a subscription that is none', { subscriptionId: newId() }, 'NOT_FOUND'],
  ['an end that has passed', { kind: 'CANCEL', endsOn: '2026-03-08' }, 'BAD_USER_INPUT endsOn DAY_PASSED'],
  ['an end far ahead', { kind: 'CANCEL', endsOn: '2027-03-10' }, 'BAD_USER_INPUT endsOn TOO_FAR_AHEAD'],
])('bad input is named by its field: %s', async (_, input, refusal) => {
  const change = { memberId, kind: 'CHANGE', subscriptionId: running, ...input };
  const before = await stateOf();
  expect(await reasonOf(change)).toBe(refusal);
  expect((await scene.ask('change', { id: newId(), change, token: 'x' })).refusal).toBe(refusal);
  expect(await stateOf()).toBe(before);
});

test.each<[string, Record<string, unknown>, string]>([
  ['no type', {}, 'BAD_USER_INPUT typeId REQUIRED'],
  ['a start that has passed', { startsOn: '2026-03-08' }, 'BAD_USER_INPUT startsOn DAY_PASSED'],
  ['a start far ahead', { startsOn: '2027-03-10' }, 'BAD_USER_INPUT startsOn TOO_FAR_AHEAD'],
  ['an end before the start', { startsOn: '2026-04-01', endsOn: '2026-03-31' }, 'BAD_USER_INPUT endsOn BEFORE_START'],
])('adding with bad input: %s', async (about, input, refusal) => {
  const typeId = about === 'no type' ? null : scene.once;
  expect(await reasonOf({ memberId, kind: 'ADD', typeId, ...input })).toBe(refusal);
});

test('a price of twelve digits never gets as far as a verb', async () => {
  const before = await stateOf();
  const change = { memberId, kind: 'CHANGE', subscriptionId: running, priceCents: 123_456_789_012 };
  expect(String((await scene.ask('change', { change, token: 'x' })).refusal)).toContain('priceCents');
  expect(await stateOf()).toBe(before);
});

test('what is archived is no longer chosen, and what was on it runs on', async () => {
  const archived = await insert(scene.api.owner, 'subscription_type', {
    gym_id: scene.gymId,
    name: 'Old',
    is_recurring: true,
    price_cents: 100,
    archived_at: '2026-01-01',
  });
  const yoga = await insert(scene.api.owner, 'session_type', {
    gym_id: scene.gymId,
    name: 'Zumba',
    color: '#112233',
    archived_at: '2026-01-01',
  });
  const change = { memberId, kind: 'CHANGE', subscriptionId: running };
  expect(await reasonOf({ ...change, typeId: archived })).toBe('TYPE_ARCHIVED');
  expect(await reasonOf({ memberId, kind: 'ADD', typeId: archived })).toBe('TYPE_ARCHIVED');
  expect(await reasonOf({ ...change, sessionTypeIds: [yoga] })).toBe('BAD_USER_INPUT sessionTypeIds ARCHIVED_CHOICE');
  const other = await scene.addPayer();
  const old = await scene.addRunning(other, { subscription_type_id: archived, price_cents: 100 });
  expect(await reasonOf({ memberId: other, kind: 'CHANGE', subscriptionId: old, priceCents: 200 })).toBe(
    'SubscriptionChangePreview',
  );
});

test('without payment details there is no new subscription, but a free one', async () => {
  const poor = await addMember(scene.api.owner, scene.gymId);
  const { answer } = await scene.ask('preview', { memberId: poor, kind: 'ADD', typeId: scene.unlimited });
  expect(answer).toMatchObject({ reason: 'PAYMENT_DETAILS_MISSING', paymentBlock: 'NO_MANDATE' });
  const change = { memberId: poor, kind: 'ADD', typeId: scene.unlimited };
  expect((await scene.ask('change', { change, token: 'x' })).answer).toMatchObject({
    reason: 'PAYMENT_DETAILS_MISSING',
  });
  const free = await scene.change({ memberId: poor, kind: 'ADD', typeId: scene.unlimited, priceCents: 0 });
  expect(await scene.linesOf(poor)).toEqual([]);
  const paid = { memberId: poor, kind: 'CHANGE', subscriptionId: free.id, priceCents: 1 };
  expect(await reasonOf(paid)).toBe('PAYMENT_DETAILS_MISSING');
  await addMandate(scene.api.owner, scene.gymId, poor);
  expect(await reasonOf(paid)).toBe('SubscriptionChangePreview');
});

test('what has ended, overlaps or would stay the same is refused', async () => {
  const ended = await scene.addRunning(memberId, { starts_on: '2025-01-01', ends_on: '2026-03-08' });
  expect(await reasonOf({ memberId, kind: 'CHANGE', subscriptionId: ended, priceCents: 1 })).toBe('ENDED');
  expect(await reasonOf({ memberId, kind: 'CANCEL', subscriptionId: ended })).toBe('ENDED');
  expect(await reasonOf({ memberId, kind: 'ADD', typeId: scene.unlimited })).toBe('OVERLAPS');
  expect(await reasonOf({ memberId, kind: 'ADD', typeId: scene.once })).toBe('SubscriptionChangePreview');
  expect(await reasonOf({ memberId, kind: 'CHANGE', subscriptionId: running, priceCents: 7950 })).toBe(
    'NOTHING_CHANGES',
  );
  const endless = await scene.addRunning(memberId, { subscription_type_id: scene.card, billing: 'ONCE' });
  expect(
    await reasonOf({ memberId, kind: 'CHANGE', subscriptionId: endless, effective: 'NEXT_PERIOD', priceCents: 1 }),
  ).toBe('NO_NEXT_PERIOD');
  expect(await scene.undo(running)).toMatchObject({ reason: 'NOTHING_TO_UNDO' });
  expect(await scene.undo(ended)).toMatchObject({ reason: 'TOO_LATE_TO_UNDO' });
});

test('who may not is refused, and another gym learns nothing', async () => {
  const wish = { memberId, kind: 'CHANGE', subscriptionId: running, priceCents: 5000 };
  const { token } = await scene.preview(wish);
  const before = await stateOf();
  const { readToken, member, stranger, otherGym } = scene.outsiders;
  const asks = [
    ['preview', wish],
    ['change', { change: wish, token }],
    ['undo', { subscriptionId: running }],
  ] as const;
  for (const [document, input] of asks) {
    for (const viewer of [scene.coach, readToken, member])
      expect((await scene.ask(document, input, viewer)).refusal, document).toBe('FORBIDDEN');
    expect((await scene.ask(document, input, stranger)).refusal).toBe('UNAUTHENTICATED');
    expect((await scene.ask(document, input, otherGym)).refusal).toBe('NOT_FOUND');
  }
  const theirs = { ...wish, memberId: scene.otherMemberId };
  expect(await reasonOf(theirs)).toBe('NOT_FOUND');
  // A subscription of another member is none of this one's.
  const other = await scene.addPayer();
  expect(await reasonOf({ ...wish, memberId: other })).toBe('NOT_FOUND');
  expect(await reasonOf({ memberId: 'x', kind: 'ADD', typeId: scene.once })).toBe('NOT_FOUND');
  expect(await stateOf()).toBe(before);
});

test.each([
  // The clock goes forward in the night of 29 March 2026 and back on 25 October: the day is the gym's all the same.
  ['2026-03-28T23:30:00Z', '2026-03-29', '2026-03-28', 3],
  ['2026-10-25T22:59:00Z', '2026-10-25', '2026-10-24', 7],
  ['2026-02-28T22:59:00Z', '2026-02-28', '2026-02-27', 1],
  ['2028-02-28T23:00:00Z', '2028-02-29', '2028-02-28', 1],
  ['2026-12-31T22:30:00Z', '2026-12-31', '2026-12-30', 1],
])('at %s it is %s in the gym', async (now, today, yesterday, days) => {
  scene.api.clock.set(now);
  const payer = await addMember(scene.api.owner, scene.gymId);
  await addMandate(scene.api.owner, scene.gymId, payer, { signed_on: yesterday });
  const old = await scene.addRunning(payer);
  const preview = await scene.preview({ memberId: payer, kind: 'CHANGE', subscriptionId: old, typeId: scene.once });
  expect(preview.effectiveOn).toBe(today);
  expect(preview.subscriptions[0]?.endsOn).toBe(yesterday);
  expect(preview.lines).toHaveLength(1);
  const [line] = preview.lines;
  const length = Number(line?.periodEndsOn?.slice(8));
  expect(line?.total.amountCents).toBe(4500 - Math.round((4500 * (length - days)) / length));
});

test('on the last day of January, a month of notice ends in February', async () => {
  scene.api.clock.set('2028-01-31T12:00:00Z');
  expect(await scene.preview({ memberId, kind: 'CANCEL', subscriptionId: running })).toMatchObject({
    earliestEnd: { endsOn: '2028-02-29' },
  });
});

test('nothing is had twice: not by changing into it, nor by undoing what made room for it', async () => {
  const once = await scene.addRunning(memberId, { subscription_type_id: scene.once, price_cents: 4500 });
  const into = { memberId, kind: 'CHANGE', subscriptionId: once, typeId: scene.unlimited };
  expect(await reasonOf(into)).toBe('OVERLAPS');
  expect(await reasonOf({ ...into, effective: 'NEXT_PERIOD' })).toBe('OVERLAPS');
  await scene.change({ memberId, kind: 'CANCEL', subscriptionId: running, endsOn: '2026-03-31' });
  expect(await reasonOf({ ...into, effective: 'NEXT_PERIOD' })).toBe('SubscriptionChangePreview');
  const added = await scene.change({ memberId, kind: 'ADD', typeId: scene.unlimited, startsOn: '2026-04-01' });
  const before = await stateOf();
  expect(await scene.undo(running)).toMatchObject({ reason: 'OVERLAPS' });
  expect(await stateOf()).toBe(before);
  await scene.undo(added.id);
  expect(await scene.undo(running)).toMatchObject({ __typename: 'SubscriptionChanged' });
});

test('what runs twice already can still be changed, cancelled, and that undone', async () => {
  await scene.addRunning(memberId);
  const change = { memberId, kind: 'CHANGE', subscriptionId: running, priceCents: 5000 };
  const changed = await scene.change(change);
  expect(await scene.undo(changed.id)).toMatchObject({ __typename: 'SubscriptionChanged' });
});

test('a year that follows on a month of its own type is not made to run into it', async () => {
  const payer = await scene.addPayer();
  const year = await scene.change({ memberId: payer, kind: 'ADD', typeId: scene.unlimited, billing: 'YEARLY' });
  await scene.change({ memberId: payer, kind: 'ADD', typeId: scene.unlimited, startsOn: '2027-03-09' });
  const runsOn = { memberId: payer, kind: 'CHANGE', subscriptionId: year.id, billing: 'MONTHLY' };
  expect(await reasonOf(runsOn)).toBe('OVERLAPS');
});

test('without payment details nothing else is begun by a change, but what runs may cost less', async () => {
  const poor = await addMember(scene.api.owner, scene.gymId);
  const id = await scene.addRunning(poor);
  const change = { memberId: poor, kind: 'CHANGE', subscriptionId: id };
  expect(await reasonOf({ ...change, typeId: scene.once })).toBe('PAYMENT_DETAILS_MISSING');
  expect(await reasonOf({ ...change, billing: 'YEARLY' })).toBe('PAYMENT_DETAILS_MISSING');
  expect(await reasonOf({ ...change, priceCents: 5000 })).toBe('SubscriptionChangePreview');
  expect(await reasonOf({ ...change, typeId: scene.once, priceCents: 0 })).toBe('SubscriptionChangePreview');
  const later = { subscription_type_id: scene.card, billing: 'ONCE', starts_on: '2026-03-20' };
  const card = await scene.addRunning(poor, later);
  expect(await reasonOf({ ...change, subscriptionId: card, typeId: scene.once })).toBe('PAYMENT_DETAILS_MISSING');
});

test('while a line is being paid by QR code, what it was for is not changed', async () => {
  const payBy = (method: string, status: string) =>
    scene.api.owner.query('update purchase set payment_method = $2, status = $3 where subscription_id = $1', [
      running,
      method,
      status,
    ]);
  const change = { memberId, kind: 'CHANGE', subscriptionId: running, typeId: scene.once };
  await payBy('STRIPE_CHECKOUT', 'PENDING');
  expect(await reasonOf(change)).toBe('PAID_BY_QR');
  expect(await reasonOf({ ...change, effective: 'NEXT_PERIOD' })).toBe('SubscriptionChangePreview');
  await payBy('ACCOUNT', 'PENDING');
  expect(await reasonOf(change)).toBe('SubscriptionChangePreview');
});
