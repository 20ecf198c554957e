import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insert } from '../../testing/fixtures.ts';
import { auditOf, newId, refusalOf } from '../../testing/gym-scene.ts';
import {
  addPlan,
  addTrainee,
  cancel,
  codesOf,
  join,
  openSessionScene,
  planSession,
  register,
  sessionDocuments,
} from '../../testing/session-scene.ts';
import type { SessionScene } from '../../testing/session-scene.ts';

let scene: SessionScene;
let yogaId: string;
let parkId: string;
beforeAll(async () => {
  scene = await openSessionScene();
  const add = (table: string, row: object) => insert(scene.api.owner, table, { gym_id: scene.gymId, ...row });
  yogaId = await add('session_type', {
    name: 'Yoga',
    color: '#336699',
    single_session_price_cents: 1500,
    single_session_vat_rate_bp: 900,
  });
  parkId = await add('calendar', { name: 'Park' });
});
afterAll(() => scene.api.close());

const thursday = '2026-03-05T17:30:00Z';
const today = '2026-03-04T17:30:00Z';

describe('a subscription pays', () => {
  test('for what it includes, once however often it is sent, and it is on record', async () => {
    const [memberId, sessionId, id] = [await addTrainee(scene, {}), await planSession(scene, thursday), newId()];
    const answers = await Promise.all(Array.from({ length: 4 }, () => register(scene, [memberId, sessionId], { id })));
    for (const answer of answers)
      expect(answer).toMatchObject({
        registration: { id, status: 'REGISTERED', paidWith: 'SUBSCRIPTION', override: null },
        purchase: null,
        session: { registrationCount: 1 },
      });
    expect(codesOf(await register(scene, [memberId, sessionId]))).toEqual(['ALREADY_REGISTERED']);
    expect(await auditOf(scene.api, 'registration', memberId)).toEqual([
      { action: 'INSERT', employee_id: scene.coach.employeeId },
    ]);
  });

  test.each([
    ['no subscription', undefined, 'NO_SUBSCRIPTION'],
    ['one that has ended', { endsOn: '2026-03-04' }, 'NO_SUBSCRIPTION'],
    ['one that starts the day after', { startsOn: '2026-03-06' }, 'NO_SUBSCRIPTION'],
    ['one that ends that day', { endsOn: '2026-03-05' }, 'MemberRegistered'],
  ])('%s', async (_, plan, code) => {
    const answer = await register(scene, [await addTrainee(scene, plan), await planSession(scene, thursday)]);
    expect(codesOf(answer)).toEqual([code]);
  });

  test('only for the types and calendars that it includes, and says which subscription it is', async () => {
    const memberId = await addTrainee(scene, { typeIds: [yogaId] });
    const atYoga = await planSession(scene, thursday, { session_type_id: yogaId });
    const inPark = await planSession(scene, thursday, { session_type_id: yogaId, calendar_id: parkId });
    const notYoga = await register(scene, [memberId, await planSession(scene, thursday)]);
    expect(notYoga.reasons).toEqual([{ code: 'TYPE_NOT_INCLUDED', limit: null, subscriptionTypeName: 'Plan' }]);
    expect(codesOf(await register(scene, [memberId, inPark]))).toEqual(['CALENDAR_NOT_INCLUDED']);
    expect(codesOf(await register(scene, [memberId, atYoga]))).toEqual(['MemberRegistered']);
  });

  test('so many a week, by the gym’s own weeks: Monday 00:30 is no longer last week', async () => {
    const memberId = await addTrainee(scene, { limit: 2 });
    const sunday = await planSession(scene, '2026-03-08T22:30:00Z');
    const monday = await planSession(scene, '2026-03-08T23:30:00Z');
    const first = await register(scene, [memberId, await planSession(scene, thursday)]);
    expect(codesOf(await register(scene, [memberId, sunday]))).toEqual(['MemberRegistered']);
    const friday = await planSession(scene, '2026-03-06T17:30:00Z');
    expect((await register(scene, [memberId, friday])).reasons).toEqual([
      { code: 'WEEK_LIMIT_REACHED', limit: 2, subscriptionTypeName: 'Plan' },
    ]);
    expect(codesOf(await register(scene, [memberId, monday]))).toEqual(['MemberRegistered']);
    await cancel(scene, first.registration?.id ?? '');
    expect(codesOf(await register(scene, [memberId, friday]))).toEqual(['MemberRegistered']);
  });

  test('with credits, one each; past the week’s limit a card pays', async () => {
    const memberId = await addTrainee(scene, { limit: 1 });
    await addPlan(scene, memberId, { limit: 1, isOnce: true });
    const days = await Promise.all([5, 6, 7].map((day) => planSession(scene, `2026-03-0${day}T17:30:00Z`)));
    const answers = [];
    for (const sessionId of days) answers.push(codesOf(await register(scene, [memberId, sessionId])));
    expect(answers).toEqual([['MemberRegistered'], ['MemberRegistered'], ['WEEK_LIMIT_REACHED', 'NO_CREDITS_LEFT']]);
    const { member } = await scene.api.get<{ member: { subscriptions: { creditsLeft: number | null }[] } }>(
      scene.coach,
      'query ($id: ID!) { member(id: $id) { subscriptions { creditsLeft } } }',
      { id: memberId },
    );
    expect(new Set(member.subscriptions.map(({ creditsLeft }) => creditsLeft))).toEqual(new Set([0, null]));
  });
});

test('a session that is full, over, cancelled or elsewhere', async () => {
  const [memberId, other] = [await addTrainee(scene, {}), await addTrainee(scene, {})];
  const full = await planSession(scene, thursday, { places: 1 });
  await register(scene, [other, full]);
  expect(await register(scene, [memberId, full])).toMatchObject({
    reasons: [{ code: 'FULL' }],
    canOverride: false,
    canJoinWaitingList: true,
    session: { isFull: true },
  });
  const running = await planSession(scene, '2026-03-04T11:30:00Z');
  const over = await planSession(scene, '2026-03-04T10:30:00Z');
  const cancelled = await planSession(scene, thursday, { cancelled_at: today });
  expect(codesOf(await register(scene, [memberId, running]))).toEqual(['MemberRegistered']);
  expect(codesOf(await register(scene, [memberId, over]))).toEqual(['SESSION_OVER']);
  expect(codesOf(await register(scene, [memberId, cancelled]))).toEqual(['SESSION_CANCELLED']);
  for (const input of [
    { id: newId(), sessionId: full, memberId: scene.otherMemberId },
    { id: newId(), sessionId: newId(), memberId },
  ])
    expect(refusalOf(await scene.api.ask(scene.admin, sessionDocuments.register, { input }))).toBe('NOT_FOUND');
});

describe('an Admin', () => {
  test('lets somebody in all the same, with a reason that is kept', async () => {
    const [memberId, other] = [await addTrainee(scene), await addTrainee(scene, {})];
    const sessionId = await planSession(scene, thursday, { places: 1 });
    await register(scene, [other, sessionId]);
    const refused = await register(scene, [memberId, sessionId], {}, scene.admin);
    expect(refused).toMatchObject({ canOverride: true, canJoinWaitingList: false });
    expect(codesOf(refused)).toEqual(['FULL', 'NO_SUBSCRIPTION']);
    const answer = await register(scene, [memberId, sessionId], { override: { reason: ' A trial ' } }, scene.admin);
    expect(answer).toMatchObject({
      registration: {
        paidWith: 'NOTHING',
        override: {
          reason: 'A trial',
          refusals: ['FULL', 'NO_SUBSCRIPTION'],
          employee: { id: scene.admin.employeeId },
        },
      },
      session: { registrationCount: 2 },
    });
    expect(await auditOf(scene.api, 'registration_override', memberId)).toHaveLength(1);
    // One who was let in beyond the places leaves none free by going.
    await cancel(scene, answer.registration?.id ?? '');
    expect(codesOf(await register(scene, [await addTrainee(scene, {}), sessionId]))).toEqual(['FULL']);
  });

  test('not without a reason, not twice, and nobody else', async () => {
    const [memberId, sessionId] = [await addTrainee(scene), await planSession(scene, thursday)];
    const ask = (reason: string, viewer = scene.admin) =>
      scene.api.ask(viewer, sessionDocuments.register, {
        input: { id: newId(), memberId, sessionId, override: { reason } },
      });
    expect(refusalOf(await ask(' '))).toBe('BAD_USER_INPUT reason REQUIRED');
    expect(refusalOf(await ask('x'.repeat(201)))).toBe('BAD_USER_INPUT reason TOO_LONG');
    expect(refusalOf(await ask('Why not', scene.coach))).toBe('FORBIDDEN');
    await ask('Trial');
    expect(codesOf(await register(scene, [memberId, sessionId], { override: { reason: 'x' } }, scene.admin))).toEqual([
      'ALREADY_REGISTERED',
    ]);
  });

  test('what nothing paid for uses no credit', async () => {
    const memberId = await addTrainee(scene, { limit: 1, typeIds: [yogaId] });
    const [crossfit, yoga] = [
      await planSession(scene, thursday),
      await planSession(scene, '2026-03-06T17:30:00Z', { session_type_id: yogaId }),
    ];
    await register(scene, [memberId, crossfit], { override: { reason: 'Trial' } }, scene.admin);
    expect(codesOf(await register(scene, [memberId, yoga]))).toEqual(['MemberRegistered']);
  });
});

describe('a single session', () => {
  const yoga = (startsAt = thursday, row = {}) => planSession(scene, startsAt, { session_type_id: yogaId, ...row });

  test('is bought once, at the price that was shown, beside what subscriptions allow', async () => {
    const [memberId, sessionId, id] = [await addTrainee(scene, { limit: 1 }), await yoga(), newId()];
    expect(await register(scene, [memberId, sessionId])).toMatchObject({
      reasons: [{ code: 'TYPE_NOT_INCLUDED' }],
      singleSessionPrice: { amountCents: 1500 },
    });
    const wish = { id, payWith: 'SINGLE_SESSION', singleSessionPriceCents: 1500 } as const;
    const answers = await Promise.all([1, 2, 3].map(() => register(scene, [memberId, sessionId], wish)));
    for (const answer of answers)
      expect(answer).toMatchObject({
        registration: { id, paidWith: 'SINGLE_SESSION' },
        purchase: { status: 'OPEN', description: 'Yoga, 5 mrt 2026 18:30', total: { amountCents: 1500 } },
      });
    const { rows } = await scene.api.owner.query(
      'select kind, vat_cents, session_id, created_by from purchase where member_id = $1',
      [memberId],
    );
    expect(rows).toEqual([
      { kind: 'SINGLE_SESSION', vat_cents: 124, session_id: sessionId, created_by: scene.coach.employeeId },
    ]);
    expect(codesOf(await register(scene, [memberId, await planSession(scene, today)]))).toEqual(['MemberRegistered']);
  });

  test('is taken back with the registration while nobody was asked for it', async () => {
    const [open, paid] = [await addTrainee(scene), await addTrainee(scene)];
    const sessionId = await yoga();
    const answers = [];
    for (const memberId of [open, paid])
      answers.push(await register(scene, [memberId, sessionId], { payWith: 'SINGLE_SESSION' }));
    await scene.api.owner.query(`update purchase set status = 'PENDING' where member_id = $1`, [paid]);
    const cancelled = [];
    for (const answer of answers) cancelled.push(await cancel(scene, answer.registration?.id ?? ''));
    expect(cancelled.map((it) => it.purchase?.status)).toEqual(['CANCELLED', 'PENDING']);
    const again = await register(scene, [open, sessionId], { payWith: 'SINGLE_SESSION' });
    expect(again.purchase?.status).toBe('OPEN');
  });

  test('is not sold where it has no price, at another price, or in place of a session that is full', async () => {
    const [memberId, other] = [await addTrainee(scene), await addTrainee(scene)];
    const crossfit = await planSession(scene, thursday);
    expect(codesOf(await register(scene, [memberId, crossfit], { payWith: 'SINGLE_SESSION' }))).toEqual([
      'NOT_SOLD_BY_SESSION',
    ]);
    const full = await yoga(thursday, { places: 1 });
    const input = { id: newId(), memberId, sessionId: full, payWith: 'SINGLE_SESSION', singleSessionPriceCents: 1 };
    expect(refusalOf(await scene.api.ask(scene.coach, sessionDocuments.register, { input }))).toBe(
      'BAD_USER_INPUT singleSessionPriceCents PRICE_CHANGED',
    );
    await register(scene, [other, full], { payWith: 'SINGLE_SESSION' });
    expect(await register(scene, [memberId, full], { payWith: 'SINGLE_SESSION' })).toMatchObject({
      reasons: [{ code: 'FULL' }],
      canJoinWaitingList: true,
    });
  });
});

describe('the waiting list', () => {
  const joinedAs = async (sessionId: string, payWith: 'SUBSCRIPTION' | 'SINGLE_SESSION', memberId: string) =>
    (await join(scene, [memberId, sessionId], { payWith })).entry?.place;

  test('moves up by itself, in order, passing by who could not be registered any more', async () => {
    const sessionId = await planSession(scene, thursday, { places: 1, session_type_id: yogaId });
    const [holder, ended, single, last] = [
      await addTrainee(scene, { typeIds: [yogaId] }),
      await addTrainee(scene, { typeIds: [yogaId] }),
      await addTrainee(scene),
      await addTrainee(scene, { typeIds: [yogaId] }),
    ];
    expect(codesOf(await join(scene, [last, sessionId]))).toEqual(['NOT_FULL']);
    const held = await register(scene, [holder, sessionId]);
    expect(await joinedAs(sessionId, 'SUBSCRIPTION', ended)).toBe(1);
    expect(await joinedAs(sessionId, 'SINGLE_SESSION', single)).toBe(2);
    expect(await joinedAs(sessionId, 'SUBSCRIPTION', last)).toBe(3);
    expect(codesOf(await join(scene, [last, sessionId]))).toEqual(['ALREADY_WAITING']);
    expect(codesOf(await join(scene, [holder, sessionId]))).toEqual(['ALREADY_REGISTERED']);
    await scene.api.owner.query(`update subscription set ends_on = '2026-03-04' where member_id = $1`, [ended]);
    const first = await cancel(scene, held.registration?.id ?? '');
    expect(first.movedUp.map(({ member }) => member.id)).toEqual([single]);
    const { rows } = await scene.api.owner.query(`select status from purchase where member_id = $1`, [single]);
    expect(rows).toEqual([{ status: 'OPEN' }]);
    const second = await cancel(scene, first.movedUp[0]?.id ?? '');
    expect(second.movedUp.map(({ member }) => member.id)).toEqual([last]);
    expect((await cancel(scene, held.registration?.id ?? '')).movedUp).toEqual([]);
    const { session } = await scene.api.get<{ session: { waitingList: { member: { id: string }; place: number }[] } }>(
      scene.coach,
      'query ($id: ID!) { session(id: $id) { waitingList { place member { id } } } }',
      { id: sessionId },
    );
    expect(session.waitingList).toEqual([{ place: 1, member: { id: ended } }]);
  });

  test('joining is safe to repeat, leaving too; registering ends waiting; nobody moves up once it has begun', async () => {
    const sessionId = await planSession(scene, thursday, { places: 1 });
    const [holder, waits] = [await addTrainee(scene, {}), await addTrainee(scene, {})];
    const held = await register(scene, [holder, sessionId]);
    const id = newId();
    const twice = await Promise.all([1, 2].map(() => join(scene, [waits, sessionId], { id })));
    expect(twice.map(({ entry }) => entry)).toEqual([
      { id, place: 1 },
      { id, place: 1 },
    ]);
    const leave = () => scene.api.get(scene.coach, sessionDocuments.leave, { input: { id } });
    expect(await leave()).toEqual(await leave());
    await join(scene, [waits, sessionId]);
    const letIn = await register(scene, [waits, sessionId], { override: { reason: 'Kind' } }, scene.admin);
    expect(letIn.session?.waitingCount).toBe(0);
    await cancel(scene, letIn.registration?.id ?? '');
    await join(scene, [waits, sessionId]);
    scene.api.clock.set('2026-03-05T17:31:00Z');
    expect((await cancel(scene, held.registration?.id ?? '')).movedUp).toEqual([]);
    expect(codesOf(await join(scene, [holder, sessionId]))).toContain('SESSION_OVER');
    scene.api.clock.set('2026-03-04T12:00:00Z');
  });
});

test('only staff who may write, and nothing of another gym', async () => {
  const sessionId = await planSession(scene, thursday);
  const memberId = await addTrainee(scene, {});
  const held = await register(scene, [memberId, sessionId]);
  const { readToken, member, otherGym } = scene.outsiders;
  const asks = [
    [sessionDocuments.register, { id: newId(), memberId, sessionId }],
    [sessionDocuments.join, { id: newId(), memberId, sessionId }],
    [sessionDocuments.cancel, { id: held.registration?.id }],
  ] as const;
  for (const [document, input] of asks) {
    for (const viewer of [readToken, member])
      expect(refusalOf(await scene.api.ask(viewer, document, { input }))).toBe('FORBIDDEN');
    expect(refusalOf(await scene.api.ask(otherGym, document, { input }))).toBe('NOT_FOUND');
  }
});
