// What rules would have made, against a slow plain reference that goes through every night of the quarter.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEmployee, addGym, addMember, addSubscription, insert } from '../../testing/fixtures.ts';
import { diceOf, Life, writeUnrecorded } from '../../testing/rule-life.ts';
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
  await writeUnrecorded(owner);
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

/** What a rule would have made in a gym, as member and day, in order. */
async function replayOf(name: Name, gymId: string, members: Record<string, string>): Promise<string[]> {
  const trend = { recentWeeks: 4, earlierWeeks: 8, minimumVisits: 0.5, minimumPercent: 20 };
  const settings = { gymId, timeZone, locale: 'en' as const, trend, ranAt: null, saved: [] };
  const facts = factsOf(settings, nightOf(today), parametersOf(ruleOf(name)));
  const { rows } = await database.owner.query<{ member_id: string; made_on: string }>(
    `select r.member_id, r.made_on::text from (${ruleOf(name).replay(facts, fromOn)}) r order by 2, 1`,
  );
  const nameOf = Object.fromEntries(Object.entries(members).map(([who, id]) => [id, who]));
  return rows.map(({ member_id, made_on }) => `${nameOf[member_id]} ${made_on}`);
}

test('ends of subscriptions are told ahead, cancellations the night after, and what goes on not at all', async () => {
  const { owner } = database;
  const gymId = await addGym(owner, { time_zone: timeZone });
  const members: Record<string, string> = {};
  const subscribed = async (who: string, ...contracts: object[]) => {
    const id = await addMember(owner, gymId);
    members[who] = id;
    for (const contract of contracts) await addSubscription(owner, gymId, id, { starts_on: '2023-01-01', ...contract });
  };
  await subscribed('ends', { ends_on: '2024-03-31' });
  await subscribed('cancels', { ends_on: '2024-05-31', cancelled_at: '2024-02-10T23:30:00Z' });
  await subscribed('follows', { ends_on: '2024-02-29' }, { starts_on: '2024-03-01' });
  await subscribed('has a gap', { ends_on: '2024-02-29' }, { starts_on: '2024-03-05' });
  await subscribed('is short', { starts_on: '2024-04-10', ends_on: '2024-04-25' });
  await subscribed('took it back', { ends_on: '2024-03-31', voided_at: '2023-02-01' });
  await subscribed('ended before', { ends_on: '2024-02-19' });
  await subscribed('ends later', { ends_on: '2024-05-21' });
  await subscribed('goes on', {});
  expect(await replayOf(Name.SUBSCRIPTION_ENDING, gymId, members)).toEqual([
    'has a gap 2024-01-30',
    // Half past twelve at night of the 11th here, so the night of the 12th.
    'cancels 2024-02-12',
    'ends 2024-03-01',
    'is short 2024-04-10',
  ]);
});

test('payments that came back are told once a collection, failed ones once a purchase, on the day here', async () => {
  const { owner } = database;
  const gymId = await addGym(owner, { time_zone: timeZone });
  const members: Record<string, string> = {};
  const purchase = async (who: string) => {
    members[who] ??= await addMember(owner, gymId);
    return insert(owner, 'purchase', {
      gym_id: gymId,
      member_id: members[who],
      kind: 'SHOP',
      description: 'Shake',
      unit_price_cents: 350,
      total_cents: 350,
      vat_rate_bp: 900,
      vat_cents: 29,
      currency: 'EUR',
      purchased_at: '2024-01-01T10:00:00Z',
    });
  };
  const back = async (who: string, kind: 'RETURN' | 'DISPUTE', reference: string, happened_at: string) =>
    insert(owner, 'payment', {
      gym_id: gymId,
      member_id: members[who],
      purchase_id: await purchase(who),
      kind,
      method: 'SEPA',
      amount_cents: -350,
      currency: 'EUR',
      reference,
      happened_at,
    });
  const fails = async (who: string, ...days: string[]) => {
    const id = await purchase(who);
    for (const happened_at of days)
      await insert(owner, 'audit_log', {
        gym_id: gymId,
        member_id: members[who],
        subject: 'purchase',
        subject_id: id,
        action: 'UPDATE',
        before: '{"status": "PENDING"}',
        after: '{"status": "FAILED"}',
        happened_at,
      });
  };
  for (const who of ['two lines', 'disputes', 'just in', 'just out']) await purchase(who);
  await back('two lines', 'RETURN', 'E2E-1', '2024-02-05T10:00:00Z');
  await back('two lines', 'RETURN', 'E2E-1', '2024-02-05T10:00:00Z');
  await back('disputes', 'DISPUTE', 'dp_1', '2024-03-10T10:00:00Z');
  await back('disputes', 'DISPUTE', 'dp_2', '2024-04-20T21:59:00Z');
  await back('just in', 'RETURN', 'E2E-2', '2024-01-20T23:30:00Z');
  await back('just out', 'RETURN', 'E2E-3', '2024-01-20T22:30:00Z');
  await fails('fails twice', '2024-03-02T10:00:00Z', '2024-03-09T10:00:00Z');
  expect(await replayOf(Name.PAYMENT_FAILED, gymId, members)).toEqual([
    'just in 2024-01-21',
    'two lines 2024-02-05',
    'fails twice 2024-03-02',
    'disputes 2024-03-10',
    'disputes 2024-04-20',
  ]);
});
