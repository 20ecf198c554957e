// Many at once: the last place, a waiting list that moves up, and verbs that lock the same members in another order.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addTrainee,
  cancel,
  codesOf,
  join,
  openSessionScene,
  planSession,
  register,
} from '../../testing/session-scene.ts';
import type { SessionScene } from '../../testing/session-scene.ts';

let scene: SessionScene;
beforeAll(async () => {
  scene = await openSessionScene();
});
afterAll(() => scene.api.close());

const thursday = '2026-03-05T17:30:00Z';
const many = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

async function takenIn(sessionId: string): Promise<unknown> {
  const { rows } = await scene.api.owner.query(
    `select s.places_taken as counted, (select count(*)::int from registration r where r.session_id = s.id and r.status <> 'CANCELLED') as taken
       from session s where s.id = $1`,
    [sessionId],
  );
  return rows[0];
}

test('of fifty who want the last place one has it', async () => {
  const sessionId = await planSession(scene, thursday, { places: 3 });
  const members = await many(52, () => addTrainee(scene, {}));
  for (const memberId of members.slice(0, 2)) await register(scene, [memberId, sessionId]);
  const answers = await Promise.all(members.slice(2).map((memberId) => register(scene, [memberId, sessionId])));
  const codes = answers.map((answer) => codesOf(answer).join());
  expect([codes.filter((it) => it === 'MemberRegistered'), codes.filter((it) => it === 'FULL')]).toEqual([
    ['MemberRegistered'],
    Array(49).fill('FULL'),
  ]);
  expect(await takenIn(sessionId)).toEqual({ counted: 3, taken: 3 });
});

test('the database refuses the one too many, whoever asks', async () => {
  const sessionId = await planSession(scene, thursday, { places: 1 });
  const add = (memberId: string) =>
    scene.api.owner.query(
      `insert into registration (gym_id, session_id, starts_at, member_id, status) values ($1, $2, $3, $4, 'REGISTERED')`,
      [scene.gymId, sessionId, thursday, memberId],
    );
  await add(await addTrainee(scene));
  await expect(add(await addTrainee(scene))).rejects.toThrow('session_not_oversold');
});

test('a member who registers for two sessions at once keeps to the limit', async () => {
  const memberId = await addTrainee(scene, { limit: 1 });
  const sessions = await many(6, (hour) => planSession(scene, `2026-03-05T1${hour}:30:00Z`));
  const answers = await Promise.all(sessions.map((sessionId) => register(scene, [memberId, sessionId])));
  expect(answers.flatMap(codesOf).toSorted()).toEqual(['MemberRegistered', ...Array(5).fill('WEEK_LIMIT_REACHED')]);
});

test('ten who go at once move ten up, the first ten, and nobody twice', async () => {
  const sessionId = await planSession(scene, thursday, { places: 10 });
  const [holders, waiting] = [await many(10, () => addTrainee(scene, {})), await many(14, () => addTrainee(scene, {}))];
  const held = await Promise.all(holders.map((memberId) => register(scene, [memberId, sessionId])));
  for (const memberId of waiting) await join(scene, [memberId, sessionId]);
  const cancelled = await Promise.all(held.map((answer) => cancel(scene, answer.registration?.id ?? '')));
  const moved = cancelled.flatMap(({ movedUp }) => movedUp.map(({ member }) => member.id));
  expect(moved.toSorted()).toEqual(waiting.slice(0, 10).toSorted());
  expect(await takenIn(sessionId)).toEqual({ counted: 10, taken: 10 });
});

test('members who go from one session and wait for the other do not stop each other', async () => {
  const members = await many(8, () => addTrainee(scene, {}));
  const [one, two] = [
    await planSession(scene, thursday, { places: 4 }),
    await planSession(scene, '2026-03-06T17:30:00Z', { places: 4 }),
  ];
  const [inOne, inTwo] = [members.slice(0, 4), members.slice(4)];
  const held = await Promise.all([
    ...inOne.map((memberId) => register(scene, [memberId, one])),
    ...inTwo.map((memberId) => register(scene, [memberId, two])),
  ]);
  await Promise.all([
    ...inOne.toReversed().map((memberId) => join(scene, [memberId, two])),
    ...inTwo.map((memberId) => join(scene, [memberId, one])),
  ]);
  const cancelled = await Promise.all(held.map((answer) => cancel(scene, answer.registration?.id ?? '')));
  expect(cancelled.flatMap(({ movedUp }) => movedUp)).toHaveLength(8);
  expect([await takenIn(one), await takenIn(two)]).toEqual(Array(2).fill({ counted: 4, taken: 4 }));
});
