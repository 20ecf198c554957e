// What rules would have made, against a slow plain reference that goes through every night of the quarter.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEmployee, addGym, insert } from '../../testing/fixtures.ts';
import { diceOf, Life } from '../../testing/rule-life.ts';
import type { LifeWorld } from '../../testing/rule-life.ts';
import { reference } from '../../testing/rule-reference.ts';
import { openTestDatabase } from '../../testing/test-database.ts';
import type { TestDatabase } from '../../testing/test-database.ts';
import { addDays } from '../gym/calendar-day.ts';
import { instantOf } from '../gym/gym-day.ts';
import { ruleOf } from './rule-list.ts';
import { factsOf, parametersOf } from './rule-settings.ts';
import { NotificationRuleName as Name } from './rule.type.ts';

const timeZone = 'Europe/Amsterdam';
// A leap day and the clocks going forward lie in the quarter.
const today = '2024-04-20';
const fromOn = addDays(today, -90);
const nightOf = (day: string) => instantOf(day, '03:00', timeZone);

let database: TestDatabase;
let world: LifeWorld;
let lives: Life[];
beforeAll(async () => {
  database = await openTestDatabase();
  const { owner } = database;
  const gymId = await addGym(owner, { time_zone: timeZone });
  const add = (table: string, row: object) => insert(owner, table, { gym_id: gymId, ...row });
  world = {
    gymId,
    timeZone,
    typeId: await add('subscription_type', { name: 'Unlimited', is_recurring: true, price_cents: 5000 }),
    sessionTypeId: await add('session_type', { name: 'Yoga', color: '#336699' }),
    calendarId: await add('calendar', { name: 'Hall' }),
    employeeIds: [await addEmployee(owner, gymId), await addEmployee(owner, gymId)],
  };
  const dice = diceOf(20_240_420);
  const from = new Date(`${addDays(fromOn, -100)}T00:00:00Z`);
  lives = Array.from({ length: 16 }, () => new Life(world, dice, { from, days: 190, isPlain: true }));
  const due = happenings().filter(({ at }) => at <= nightOf(today));
  await owner.query(due.map(({ sql }) => sql).join(';\n'));
});
afterAll(() => database.close());

const happenings = () => lives.flatMap((life) => life.happenings).toSorted((a, b) => a.at.getTime() - b.at.getTime());

test('each rule says of every member when it would have been made', async () => {
  // Subscriptions that end are left out: that one was to follow is known today, and was not then.
  const names = [
    Name.BIRTHDAY,
    Name.ABSENCE,
    Name.DOWNWARD_TREND,
    Name.CHECKUP_DUE,
    Name.NO_EMPLOYEE,
    Name.FIRST_SESSION,
  ];
  const trend = { recentWeeks: 4, earlierWeeks: 8, minimumVisits: 0.5, minimumPercent: 20 };
  const settings = { gymId: world.gymId, timeZone, locale: 'en' as const, trend, ranAt: null, saved: [] };
  const factsOn = (name: Name, day: string) => factsOf(settings, nightOf(day), parametersOf(ruleOf(name)));
  const expected = new Map(names.map((name) => [name, new Set<string>()]));
  const made = new Map<string, string[]>();
  const due = happenings();
  const staff = new Set(world.employeeIds);
  for (let day = addDays(fromOn, -1); day <= today; day = addDays(day, 1)) {
    while (due[0] && due[0].at <= nightOf(day)) due.shift()?.apply();
    for (const name of names) {
      const facts = factsOn(name, day);
      for (const { member } of lives) {
        const key = `${name} ${member.id}`;
        const before = made.get(key) ?? [];
        for (const { occurrence, makes = true } of reference[name]?.(member, { facts, staff, made: before }) ?? []) {
          if (!makes || before.includes(occurrence)) continue;
          // What held the day before the quarter was made before it; a trend is looked at from its first day.
          if (day < fromOn && name === Name.DOWNWARD_TREND) continue;
          made.set(key, [...(made.get(key) ?? []), occurrence]);
          if (day >= fromOn) expected.get(name)?.add(`${member.id} ${day}`);
        }
      }
    }
  }
  for (const name of names) {
    const { rows } = await database.owner.query<{ made: string }>(
      `select r.member_id || ' ' || r.made_on as made from (${ruleOf(name).replay(factsOn(name, today), fromOn)}) r`,
    );
    expect({ name, made: rows.map((row) => row.made).toSorted() }).toEqual({
      name,
      made: [...(expected.get(name) ?? [])].toSorted(),
    });
    expect(rows.length, name).toBeGreaterThan(0);
  }
});
