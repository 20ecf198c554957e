// Chance that repeats itself, days, and local times that survive a change of the clock.
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { addMonths, dayFrom, dayOf, isoDate, LocalTime, mondayOf, weekdayOf } from './calendar-days.ts';
import { planGym } from './generate.ts';
import { Random } from './random.ts';
import { sessionsOfWeek } from './schedule.ts';

describe('Random', () => {
  it('gives the same values for the same label, and others for another', () => {
    const draw = (label: string) =>
      Array.from(
        { length: 20 },
        (
          (random) => () =>
            random.int(0, 1_000_000)
        )(new Random(label)),
      );
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('forks streams that do not depend on what was drawn before', () => {
    const one = new Random('a');
    one.fraction();
    expect(one.fork('x').fraction()).toBe(new Random('a').fork('x').fraction());
  });

  it('is even', () => {
    const random = new Random('even');
    const counts = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 100_000; i++) counts[random.int(0, 9)]!++;
    expect(Math.min(...counts)).toBeGreaterThan(9600);
    expect(Math.max(...counts)).toBeLessThan(10_400);
  });

  it('makes version 7 keys in the order of their instants', () => {
    const random = new Random('keys');
    const keys = Array.from({ length: 1000 }, (_, i) => random.uuid(1_700_000_000_000.7 + i * 12_345));
    expect(
      keys.filter((key) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(key)),
    ).toEqual([]);
    expect(keys).toEqual([...keys].sort());
    expect(parseInt(keys[0]!.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000);
  });
});

describe('days', () => {
  it('know their weekday, Monday and month', () => {
    const day = dayOf('2026-11-24');
    expect([weekdayOf(day), isoDate(mondayOf(day)), isoDate(addMonths(dayOf('2028-01-31'), 1))]).toEqual([
      2,
      '2026-11-23',
      '2028-02-29',
    ]);
    expect(weekdayOf(dayOf('1969-12-28'))).toBe(7);
    expect(isoDate(addMonths(dayOf('2026-11-30'), -12))).toBe('2025-11-30');
    expect(isoDate(dayFrom(2027, 1, 1))).toBe('2027-01-01');
  });
});

describe('LocalTime', () => {
  it('agrees with luxon on every hour around both changes of the clock', () => {
    const time = new LocalTime('Europe/Amsterdam', Date.parse('2026-06-01T00:00:00Z'));
    for (const date of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26']) {
      for (const hour of [0, 1, 4, 6, 12, 19, 23]) {
        const expected = DateTime.fromISO(date, { zone: 'Europe/Amsterdam' }).set({ hour, minute: 30 }).toMillis();
        expect(time.instant(dayOf(date), hour * 60 + 30)).toBe(
          hour < 4
            ? DateTime.fromISO(date, { zone: 'Europe/Amsterdam' })
                .plus({ minutes: hour * 60 + 30 })
                .toMillis()
            : expected,
        );
      }
    }
  });

  it('decides the day in the gym’s time zone', () => {
    expect(isoDate(new LocalTime('Europe/Amsterdam', Date.parse('2026-11-22T23:30:00Z')).today)).toBe('2026-11-23');
    expect(isoDate(new LocalTime('America/New_York', Date.parse('2026-11-23T03:30:00Z')).today)).toBe('2026-11-22');
  });
});

describe('the timetable', () => {
  it('keeps its local times all year', () => {
    const now = new Date('2026-11-24T10:00:00Z');
    const options = {
      ownerUrl: '',
      now,
      gyms: 1,
      members: 10,
      years: 1,
      seed: 't',
      profile: 'FULL',
      mayAppend: false,
    } as const;
    const plan = planGym(options, 1, new LocalTime('Europe/Amsterdam', now.getTime()), '', (text) => text);
    for (const date of ['2026-03-23', '2026-03-30', '2026-10-19', '2026-10-26']) {
      for (const session of sessionsOfWeek(plan, dayOf(date)).flat()) {
        const local = DateTime.fromMillis(session!.startsMs, { zone: 'Europe/Amsterdam' });
        expect(local.hour * 60 + local.minute).toBe(session!.slot.minute);
        expect(local.weekday).toBe(session!.slot.weekday);
      }
    }
    const christmas = sessionsOfWeek(plan, dayOf('2026-12-21')).flat();
    expect(christmas.some((session) => session && isoDate(session.day) === '2026-12-25')).toBe(false);
    expect(christmas.some((session) => session === null)).toBe(true);
  });
});
