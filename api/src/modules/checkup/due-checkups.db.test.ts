import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember, addSubscription, insert } from '../../testing/fixtures.ts';
import { openGymScene } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';

let scene: GymScene;
let plan: string;
beforeAll(async () => {
  // A quarter past midnight on 4 March in Amsterdam, still the 3rd in UTC.
  scene = await openGymScene('2026-03-03T23:15:00Z');
  plan = await insert(scene.api.owner, 'subscription_type', {
    gym_id: scene.gymId,
    name: 'Unlimited',
    is_recurring: true,
    price_cents: 7950,
  });
});
afterAll(() => scene.api.close());

async function linked(row: Record<string, unknown> = {}): Promise<string> {
  const { owner } = scene.api;
  const id = await addMember(owner, scene.gymId, { employee_id: scene.coach.employeeId, ...row });
  await addSubscription(owner, scene.gymId, id, { subscription_type_id: plan, starts_on: '2025-01-01' });
  return id;
}
const checkup = (memberId: string, startsAt: string, row: Record<string, unknown> = {}) =>
  insert(scene.api.owner, 'checkup', { gym_id: scene.gymId, member_id: memberId, starts_at: startsAt, ...row });

interface Due {
  id: string;
  lastOn: string | null;
  checkup: { startsAt: string } | null;
  member: { id: string };
}

const dueOf = async (memberId: string, employeeId = scene.coach.employeeId) =>
  (
    await scene.api.get<{ employee: { dueCheckups: Due[] } }>(
      scene.coach,
      'query ($id: ID) { employee(id: $id) { dueCheckups { id lastOn checkup { startsAt employee { id } } member { id } } } }',
      { id: employeeId },
    )
  ).employee.dueCheckups.filter(({ member }) => member.id === memberId);

test("one that is planned today, on the gym's clock, or was not completed is to be done", async () => {
  const [today, yesterday, forgotten, tomorrow, completed, cancelled] = [
    await linked(),
    await linked(),
    await linked(),
    await linked(),
    await linked(),
    await linked(),
  ];
  const id = await checkup(today, '2026-03-04T22:00:00Z');
  await checkup(yesterday, '2026-03-03T22:00:00Z');
  await checkup(forgotten, '2026-02-10T10:00:00Z');
  await checkup(tomorrow, '2026-03-05T10:00:00Z');
  await checkup(completed, '2026-03-04T10:00:00Z', { completed_at: '2026-03-03T23:00:00Z' });
  await checkup(cancelled, '2026-03-04T10:00:00Z', { cancelled_at: '2026-03-03T23:00:00Z' });
  await checkup(cancelled, '2026-01-04T10:00:00Z', { completed_at: '2026-01-04T11:00:00Z' });
  expect(await dueOf(today)).toMatchObject([{ id, lastOn: null, checkup: { startsAt: '2026-03-04T22:00:00.000Z' } }]);
  expect(await dueOf(yesterday)).toMatchObject([{ lastOn: '2026-03-03' }]);
  for (const member of [forgotten, tomorrow, completed, cancelled]) expect(await dueOf(member)).toEqual([]);
});

test('whose last one is more than 90 days ago, or who joined so long ago and had none, is to be planned with', async () => {
  const [long, recent, never, planned, someoneElses] = [
    await linked(),
    await linked(),
    await linked({ joined_on: '2025-06-01' }),
    await linked(),
    await linked(),
  ];
  await checkup(long, '2025-12-02T12:00:00Z', { completed_at: '2025-12-02T13:00:00Z' });
  await checkup(recent, '2025-12-04T12:00:00Z', { completed_at: '2025-12-04T13:00:00Z' });
  await checkup(planned, '2025-10-02T12:00:00Z', { completed_at: '2025-10-02T13:00:00Z' });
  await checkup(planned, '2026-03-20T12:00:00Z');
  expect(await dueOf(long)).toMatchObject([{ id: long, lastOn: '2025-12-02', checkup: null }]);
  expect(await dueOf(never)).toMatchObject([{ lastOn: null, checkup: null }]);
  for (const member of [recent, planned]) expect(await dueOf(member)).toEqual([]);
  expect(await dueOf(someoneElses, scene.admin.employeeId)).toEqual([]);
});

test('who has no subscription, or only just joined, is left alone', async () => {
  const stopped = await addMember(scene.api.owner, scene.gymId, { employee_id: scene.coach.employeeId });
  const fresh = await linked({ joined_on: '2026-01-10' });
  for (const member of [stopped, fresh]) expect(await dueOf(member)).toEqual([]);
});

test('one that was given to a colleague is theirs', async () => {
  const member = await linked();
  await checkup(member, '2026-03-04T10:00:00Z', { employee_id: scene.admin.employeeId });
  expect(await dueOf(member)).toEqual([]);
  expect(await dueOf(member, scene.admin.employeeId)).toMatchObject([
    { checkup: { employee: { id: scene.admin.employeeId } } },
  ]);
});
