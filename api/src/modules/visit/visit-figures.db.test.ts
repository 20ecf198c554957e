// Figures as answered by the API against the plain reference, over the nights when clocks change.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEmployee, addGym, addMember, addSession, addSubscription } from '../../testing/fixtures.ts';
import { openTestApi, viewerOf } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';
import { referenceFigures } from '../../testing/visit-reference.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const query = `query ($id: ID!) { member(id: $id) { visitStatistics {
  weeks { weekStartsOn visitCount isCurrent } averagePerWeek completeWeekCount trend } } }`;

const hour = 3_600_000;

test('the API counts as the reference does, in any zone, across DST and week 53', async () => {
  const moments = [
    '2026-03-30T00:30:00+02:00',
    '2026-10-25T03:30:00+01:00',
    '2027-01-03T23:59:00+01:00',
    '2026-03-02T00:30:00+01:00',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...moments),
      fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Asia/Kathmandu'),
      fc.uniqueArray(fc.integer({ min: 0, max: 14 * 7 * 24 }), { maxLength: 25 }),
      fc.integer({ min: 0, max: 120 }),
      async (moment, timeZone, hoursAgo, daysAgo) => {
        api.clock.set(moment);
        const now = api.clock.now();
        const gymId = await addGym(api.owner, { time_zone: timeZone });
        const memberId = await addMember(api.owner, gymId);
        const countedFrom = new Date(now.getTime() - daysAgo * 24 * hour).toISOString().slice(0, 10);
        await addSubscription(api.owner, gymId, memberId, { starts_on: countedFrom });
        const visits = hoursAgo.map((hours) => new Date(now.getTime() - hours * hour));
        const sessionIds = await addSessions(gymId, visits);
        await api.owner.query(
          `insert into registration (gym_id, session_id, starts_at, member_id, status)
           select gym_id, id, starts_at, $2, 'ATTENDED' from session where id = any($1)`,
          [sessionIds, memberId],
        );
        const coach = viewerOf(gymId, { employeeId: await addEmployee(api.owner, gymId), timeZone });
        const { member } = await api.get<{ member: { visitStatistics: unknown } }>(coach, query, { id: memberId });
        expect(member.visitStatistics).toEqual(referenceFigures(visits, now, timeZone, countedFrom));
      },
    ),
    { numRuns: 30 },
  );
});

async function addSessions(gymId: string, starts: Date[]): Promise<string[]> {
  const [first, ...others] = starts;
  if (!first) return [];
  const firstId = await addSession(api.owner, gymId, first.toISOString());
  const { rows } = await api.owner.query<{ id: string }>(
    `insert into session (gym_id, session_type_id, calendar_id, starts_at, duration_minutes, places)
     select gym_id, session_type_id, calendar_id, t, 60, 12 from session, unnest($2::timestamptz[]) t where id = $1 returning id`,
    [firstId, others],
  );
  return [firstId, ...rows.map((row) => row.id)];
}
