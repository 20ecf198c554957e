// Every rule against a slow plain reference, on some random histories around the days that calendars are wrong about; many
// more are played by `npm run drill:engagement`.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeUnrecorded } from '../../testing/rule-life.ts';
import { playRules } from '../../testing/rule-properties.ts';
import { openTestDatabase } from '../../testing/test-database.ts';
import type { TestDatabase } from '../../testing/test-database.ts';
import { rules } from './rule-list.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await writeUnrecorded(database.owner);
});
afterAll(() => database.close());

test.each([
  ['the leap day of a year without one, and the clocks going forward', 'Europe/Amsterdam', '2026-02-25T02:10:00Z'],
  ['a leap day', 'America/New_York', '2024-02-28T08:10:00Z'],
  ['ISO week 53', 'Pacific/Auckland', '2020-12-30T14:10:00Z'],
])('around %s', async (_, timeZone, at) => {
  const play = { seed: Date.parse(at), members: 20, timeZone, at, runsAfterDays: [1, 3, 9, 33, 60] };
  const played = await playRules(database.database, database.owner, play);
  expect(played.deviations.slice(0, 10)).toEqual([]);
  expect(played.secondRunCreated).toBe(0);
  expect(played.made).toBeGreaterThan(10);
  expect(played.closed).toBeGreaterThan(3);
});

test('each rule made some and closed some', async () => {
  const { rows } = await database.owner.query<{ kind: string; made: number; closed: number }>(
    `select kind, count(*)::int as made, count(closed_reason)::int as closed from notification group by kind`,
  );
  expect(rows.map(({ kind }) => kind).toSorted()).toEqual(rules.map(({ name }) => name as string).toSorted());
  for (const { made, closed } of rows) expect(Math.min(made, closed)).toBeGreaterThan(0);
});
