import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEmployee, addGym, addMember, addRegistration, addSubscription } from '../../testing/fixtures.ts';
import { openTestApi, viewerOf } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';
import type { Viewer } from '../../graphql/viewer.ts';

let api: TestApi;
let gymId: string;
let coach: Viewer;

beforeAll(async () => {
  api = await openTestApi();
  gymId = await addGym(api.owner);
  coach = viewerOf(gymId, { employeeId: await addEmployee(api.owner, gymId) });
});
afterAll(() => api.close());

const query = `query ($id: ID!) { member(id: $id) { visitStatistics {
  weeks { weekStartsOn visitCount isCurrent } averagePerWeek completeWeekCount countedFrom trend
  lastVisit { session { startsAt type { name } } } nextRegistration { session { startsAt } } } } }`;

interface Answer {
  member: {
    visitStatistics: {
      weeks: { weekStartsOn: string; visitCount: number; isCurrent: boolean }[];
      averagePerWeek: number | null;
      completeWeekCount: number;
      trend: string | null;
      lastVisit: { session: { startsAt: string } } | null;
      nextRegistration: { session: { startsAt: string } } | null;
    };
  };
}

const statisticsOf = async (id: string) => (await api.get<Answer>(coach, query, { id })).member.visitStatistics;

test('Monday 00:30 in Amsterdam belongs to the new week, though it is still Sunday in UTC', async () => {
  const member = await addMember(api.owner, gymId);
  await addSubscription(api.owner, gymId, member);
  await addRegistration(api.owner, gymId, member, '2026-03-01T23:30:00Z');
  const { weeks } = await statisticsOf(member);
  expect(weeks).toHaveLength(12);
  expect(weeks.at(-1)).toEqual({ weekStartsOn: '2026-03-02', visitCount: 1, isCurrent: true });
  expect(weeks.at(-2)?.visitCount).toBe(0);
});

test('a no-show and a cancelled registration are no visits', async () => {
  const member = await addMember(api.owner, gymId);
  await addSubscription(api.owner, gymId, member);
  await addRegistration(api.owner, gymId, member, '2026-02-24T18:00:00Z');
  await addRegistration(api.owner, gymId, member, '2026-02-25T18:00:00Z', 'NO_SHOW');
  await addRegistration(api.owner, gymId, member, '2026-02-26T18:00:00Z', 'CANCELLED');
  await addRegistration(api.owner, gymId, member, '2026-03-05T18:00:00Z', 'REGISTERED');
  const statistics = await statisticsOf(member);
  expect(statistics.weeks.map((week) => week.visitCount)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
  expect(statistics.averagePerWeek).toBeCloseTo(1 / 12);
  expect(statistics.lastVisit?.session.startsAt).toBe('2026-02-24T18:00:00.000Z');
  expect(statistics.nextRegistration?.session.startsAt).toBe('2026-03-05T18:00:00.000Z');
});

test('a member who joined yesterday and never came has no average and no trend', async () => {
  const member = await addMember(api.owner, gymId, { joined_on: '2026-03-03' });
  await addSubscription(api.owner, gymId, member, { starts_on: '2026-03-03' });
  const statistics = await statisticsOf(member);
  expect(statistics).toMatchObject({
    averagePerWeek: null,
    completeWeekCount: 0,
    trend: null,
    lastVisit: null,
    nextRegistration: null,
  });
  expect(statistics.weeks.every((week) => week.visitCount === 0)).toBe(true);
});
