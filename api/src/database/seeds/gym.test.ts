// The demo's rows on days that are hard for a calendar: right in themselves, and the same again.
import { describe, expect, it } from 'vitest';
import { dayOf, LocalTime, mondayOf } from './calendar-days.ts';
import { planDemo } from './demo.ts';
import type { Row } from './row.ts';
import { vatWithin } from '../money.ts';

type Tables = Map<string, Row[]>;

async function lift(now: string): Promise<Tables> {
  const [model] = await planDemo(Date.parse(now), (text, about) => `${about} ${text}`);
  const tables: Tables = new Map();
  for (const { table, rows } of model!.tables()) tables.set(table, [...(tables.get(table) ?? []), ...rows]);
  return tables;
}

const rowsOf = (tables: Tables, table: string) => tables.get(table) ?? [];
const text = (row: Row, column: string) => row[column] as string;
const number = (row: Row, column: string) => row[column] as number;
const grouped = (rows: Row[], column: string) => [...Map.groupBy(rows, (row) => text(row, column)).values()];

describe('the same day and seed', () => {
  it('give the same rows, ids included, at any hour', async () => {
    const morning = await lift('2026-11-24T06:00:00Z');
    const evening = await lift('2026-11-24T22:30:00Z');
    expect([...morning.keys()]).toEqual([...evening.keys()]);
    for (const [table, rows] of morning)
      expect({ table, same: JSON.stringify(rows) === JSON.stringify(rowsOf(evening, table)) }).toEqual({
        table,
        same: true,
      });
  });

  it('move along with the day', async () => {
    const [today, tomorrow] = [await lift('2026-11-24T06:00:00Z'), await lift('2026-11-25T06:00:00Z')];
    const withoutStart = (rows: Row[]) => rows.map((row) => ({ ...row, charges_from: null }));
    expect(withoutStart(rowsOf(today, 'gym'))).toEqual(withoutStart(rowsOf(tomorrow, 'gym')));
    expect(rowsOf(today, 'registration')).not.toEqual(rowsOf(tomorrow, 'registration'));
  });
});

describe.each([
  ['an ordinary Tuesday', '2026-11-24T10:00:00Z'],
  ['the clock going forward', '2026-03-29T00:30:00Z'],
  ['the clock going back', '2026-10-25T00:30:00Z'],
  ['New Year in ISO week 53', '2027-01-01T00:30:00Z'],
  ['the last day of a month', '2026-01-31T12:00:00Z'],
  ['a leap day', '2028-02-29T12:00:00Z'],
  ['just past midnight in Amsterdam only', '2026-06-30T22:30:00Z'],
])('on %s', (_, now) => {
  const time = new LocalTime('Europe/Amsterdam', Date.parse(now));
  const ready = lift(now);
  const dayIn = (instant: string) => Math.floor((Date.parse(instant) - time.instant(0, 720)) / 86_400_000 + 0.5);

  it('everyone has a unique name, number, address and key', async () => {
    const members = rowsOf(await ready, 'member');
    expect(members).toHaveLength(250);
    for (const column of ['id', 'member_number', 'email']) {
      const values = members.map((member) => member[column]).filter((value) => value !== null);
      expect(new Set(values).size).toBe(values.length);
    }
    for (const [, rows] of await ready) {
      const ids = rows.map((row) => row.id).filter(Boolean);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('subscriptions of a member do not overlap, and a change leaves no gap', async () => {
    const subscriptions = rowsOf(await ready, 'subscription');
    const starts = (row: Row) => dayOf(text(row, 'starts_on'));
    const ends = (row: Row) => (row.ends_on === null ? Infinity : dayOf(text(row, 'ends_on')));
    const pairs = grouped(subscriptions, 'member_id').flatMap((rows) => {
      const sorted = rows.toSorted((a, b) => starts(a) - starts(b));
      return sorted.slice(1).map((row, index) => [sorted[index] as Row, row] as const);
    });
    expect(pairs.length).toBeGreaterThan(50);
    expect(pairs.filter(([earlier, later]) => ends(earlier) >= starts(later))).toEqual([]);
    const byId = new Map(subscriptions.map((row) => [row.id, row]));
    const changes = subscriptions.filter((row) => row.replaces_subscription_id !== null);
    expect(changes.filter((row) => ends(byId.get(row.replaces_subscription_id)!) + 1 !== starts(row))).toEqual([]);
  });

  it('someone has a pending change: a current subscription and the one that replaces it', async () => {
    const pending = rowsOf(await ready, 'subscription').filter(
      (row) => row.replaces_subscription_id !== null && dayOf(text(row, 'starts_on')) > time.today,
    );
    expect(pending.length).toBeGreaterThan(0);
    const current = rowsOf(await ready, 'subscription').filter((row) =>
      pending.some((next) => next.replaces_subscription_id === row.id),
    );
    expect(current.filter((row) => dayOf(text(row, 'ends_on')) < time.today)).toEqual([]);
  });

  it('visits stay within the limit a week and the credits of a card', async () => {
    const tables = await ready;
    const limits = new Map(rowsOf(tables, 'subscription_type').map((type) => [type.id, type]));
    const kept = Map.groupBy(
      rowsOf(tables, 'registration').filter((row) => row.status !== 'CANCELLED'),
      (row) => row.member_id,
    );
    for (const subscription of rowsOf(tables, 'subscription')) {
      const type = limits.get(subscription.subscription_type_id)!;
      if (type.session_limit === null) continue;
      const days = (kept.get(subscription.member_id) ?? [])
        .map((row) => dayIn(text(row, 'starts_at')))
        .filter(
          (day) =>
            day >= dayOf(text(subscription, 'starts_on')) &&
            (subscription.ends_on === null || day <= dayOf(text(subscription, 'ends_on'))),
        );
      const parts = type.is_recurring
        ? [...Map.groupBy(days, mondayOf).values()].map((week) => week.length)
        : [days.length];
      expect(Math.max(0, ...parts)).toBeLessThanOrEqual(number(type, 'session_limit'));
    }
  });

  it('amounts add up, VAT included, and each period is charged once', async () => {
    const purchases = rowsOf(await ready, 'purchase');
    for (const row of purchases) {
      const total = number(row, 'quantity') * number(row, 'unit_price_cents');
      expect(row.total_cents).toBe(total);
      expect(row.vat_cents).toBe(vatWithin(total, number(row, 'vat_rate_bp')));
      expect(row.status === 'PAID' || row.status === 'REFUNDED').toBe(row.paid_at !== null);
    }
    const periods = purchases
      .filter((row) => row.period_starts_on !== null)
      .map((row) => `${row.subscription_id} ${row.period_starts_on}`);
    expect(new Set(periods).size).toBe(periods.length);
    expect(new Set(purchases.map((row) => row.kind)).size).toBe(3);
  });

  it('automatic notifications name their occurrence, once each', async () => {
    const notifications = rowsOf(await ready, 'notification');
    for (const row of notifications) expect(row.occurrence === null).toBe(row.kind === 'CUSTOM');
    const occurrences = notifications
      .filter((row) => row.occurrence !== null)
      .map((row) => `${row.member_id} ${row.kind} ${row.occurrence}`);
    expect(new Set(occurrences).size).toBe(occurrences.length);
    const open = new Set(notifications.filter((row) => row.completed_at === null).map((row) => row.kind));
    for (const kind of [
      'CUSTOM',
      'BIRTHDAY',
      'ABSENCE',
      'DOWNWARD_TREND',
      'NO_EMPLOYEE',
      'SUBSCRIPTION_ENDING',
      'PAYMENT_FAILED',
    ])
      expect(open).toContain(kind);
  });

  it('every state that a screen must survive has someone in it', async () => {
    const tables = await ready;
    const members = rowsOf(tables, 'member');
    const named = (last: string) => members.find((member) => member.last_name === last && member.first_name !== null)!;
    const about = (table: string, member: Row) => rowsOf(tables, table).filter((row) => row.member_id === member.id);
    const birthdays = members.filter(
      (member) =>
        member.birth_date !== null &&
        text(member, 'birth_date').slice(5) === new Date(time.today * 86_400_000).toISOString().slice(5, 10),
    );
    expect(birthdays.length).toBeGreaterThan(0);
    const bare = members.find((member) => member.first_name === 'Jan' && member.last_name === 'Bos')!;
    expect([bare.email, bare.phone, bare.street, bare.birth_date, bare.employee_id]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    for (const table of [
      'registration',
      'note',
      'purchase',
      'subscription',
      'benchmark_result',
      'member_tag',
      'attachment',
      'checkup',
    ])
      expect(about(table, bare)).toEqual([]);
    expect(about('member_tag', named('Yıldırım'))).toHaveLength(12);
    expect(about('note', named('Boogaard')).length).toBeGreaterThan(40);
    expect(
      about(
        'benchmark_result',
        members.find((member) => member.first_name === 'Gijs' && member.last_name === 'Ruiter')!,
      ),
    ).toHaveLength(90);
    const first = members.find((member) => member.first_name === 'Timothée')!;
    expect(about('registration', first).map((row) => row.status)).toContain('REGISTERED');
    expect(about('registration', first).some((row) => row.status === 'ATTENDED')).toBe(false);
    expect(dayOf(text(named('IJzerman'), 'joined_on'))).toBeLessThan(time.today);
  });
});
