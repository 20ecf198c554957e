import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSession, insert } from '../../testing/fixtures.ts';
import { openSubscriptionScene } from '../../testing/subscription-scene.ts';
import type { SubscriptionScene } from '../../testing/subscription-scene.ts';

let scene: SubscriptionScene;
beforeAll(async () => {
  scene = await openSubscriptionScene();
});
afterAll(() => scene.api.close());

async function register(memberId: string, startsAt: string, status: string, sessionTypeId = scene.crossfit) {
  const row = { session_type_id: sessionTypeId, calendar_id: scene.hall };
  const sessionId = await addSession(scene.api.owner, scene.gymId, startsAt, row);
  const registration = { gym_id: scene.gymId, session_id: sessionId, starts_at: startsAt, member_id: memberId, status };
  await insert(scene.api.owner, 'registration', registration);
}

test('credits are used by what a card gives access to, a no-show too, and not by what a running contract pays', async () => {
  const memberId = await scene.addPayer();
  const card = (row: Record<string, unknown>) =>
    scene.addRunning(memberId, { subscription_type_id: scene.card, billing: 'ONCE', price_cents: 12500, ...row });
  const first = await card({ starts_on: '2026-02-01', ends_on: '2026-05-31', session_limit: 3 });
  const second = await card({ starts_on: '2026-03-01', ends_on: '2026-06-28', session_limit: 10 });
  await scene.addRunning(memberId, { starts_on: '2026-02-10', ends_on: '2026-02-11' });
  await register(memberId, '2026-01-31T10:00:00Z', 'ATTENDED');
  await register(memberId, '2026-02-02T10:00:00Z', 'ATTENDED');
  await register(memberId, '2026-02-03T10:00:00Z', 'NO_SHOW');
  await register(memberId, '2026-02-04T10:00:00Z', 'CANCELLED');
  await register(memberId, '2026-02-05T10:00:00Z', 'ATTENDED', scene.yoga);
  await register(memberId, '2026-02-10T10:00:00Z', 'ATTENDED');
  await register(memberId, '2026-03-02T10:00:00Z', 'ATTENDED');
  await register(memberId, '2026-03-20T10:00:00Z', 'REGISTERED');
  const answer = await scene.api.get<{ member: { subscriptions: { id: string; creditsLeft: number | null }[] } }>(
    scene.admin,
    `query ($id: ID!) { member(id: $id) { subscriptions { id creditsLeft } } }`,
    { id: memberId },
  );
  const left = Object.fromEntries(answer.member.subscriptions.map((it) => [it.id, it.creditsLeft]));
  expect([left[first], left[second]]).toEqual([0, 9]);
});

test('all fields of all subscriptions are read by the one statement of the overview', async () => {
  const memberId = await scene.addPayer();
  for (const starts_on of ['2025-01-01', '2025-02-01', '2025-03-01']) await scene.addRunning(memberId, { starts_on });
  const all = `id billing vatRatePercent sessionLimit creditsLeft firstTermEndsOn replacesId isUndoable
    earliestEnd { endsOn } nextCharge { chargedOn total { amountCents } } cancellation { confirmation }`;
  scene.api.statements.splice(0);
  const answer = await scene.api.get<{ member: { subscriptions: { nextCharge: { chargedOn: string } }[] } }>(
    scene.admin,
    `query ($id: ID!) { member(id: $id) { id outstandingAmount { amountCents } subscriptions { ${all} } } }`,
    { id: memberId },
  );
  expect(answer.member.subscriptions.map(({ nextCharge }) => nextCharge.chargedOn)).toEqual(
    Array(3).fill('2026-03-09'),
  );
  const reads = scene.api.statements.filter((text) => /from subscription|from purchase/.test(text));
  expect(reads).toHaveLength(1);
});

test('a figure that nobody asks for costs nothing', async () => {
  const memberId = await scene.addPayer();
  scene.api.statements.splice(0);
  await scene.api.get(scene.admin, `query ($id: ID!) { member(id: $id) { subscriptions { id endsOn } } }`, {
    id: memberId,
  });
  const [read] = scene.api.statements.filter((text) => text.includes('from subscription s'));
  for (const table of ['registration', 'purchase', 'subscription_cancellation', 'subscription_change'])
    expect(read).not.toContain(`from ${table}`);
});

test('periods from before the gym charged with Spotter are not promised again', async () => {
  const memberId = await scene.addPayer();
  await scene.addRunning(memberId);
  const nextOn = async () => (await scene.subscriptionsOf(memberId))[0]?.nextCharge?.chargedOn;
  expect(await nextOn()).toBe('2026-03-09');
  await scene.api.owner.query(`update gym set charges_from = '2026-03-05' where id = $1`, [scene.gymId]);
  expect(await nextOn()).toBe('2026-04-01');
  await scene.api.owner.query(`update gym set charges_from = null where id = $1`, [scene.gymId]);
});
