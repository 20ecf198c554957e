import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { addDays, addTargetDays, easterOf, isTargetDay, targetDayFrom } from './target-days.ts';

const days = fc.integer({ min: 0, max: 30_000 }).map((number) => addDays('2020-01-01', number));

describe('Easter', () => {
  it.each(['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25', '2076-04-19', '2285-03-22'])(
    'is on %s',
    (day) => expect(easterOf(Number(day.slice(0, 4)))).toBe(day),
  );
});

describe('TARGET', () => {
  it('is closed on these days of 2026', () => {
    const closed = Array.from({ length: 365 }, (_, at) => addDays('2026-01-01', at))
      .filter((day) => !isTargetDay(day) && DateTime.fromISO(day).weekday <= 5)
      .join(' ');
    expect(closed).toBe('2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-12-25');
  });

  it('counts the days between as those that are open', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 14 }), (day, count) => {
        const end = addTargetDays(day, count);
        let open = 0;
        for (let at = day; at < end; at = addDays(at, 1)) if (isTargetDay(addDays(at, 1))) open += 1;
        expect(open).toBe(count);
        expect(count === 0 || isTargetDay(end)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('moves a closed day forward, by five days at most, and leaves an open one', () => {
    fc.assert(
      fc.property(days, (day) => {
        const open = targetDayFrom(day);
        expect(isTargetDay(open)).toBe(true);
        expect(open >= day && open <= addDays(day, 5)).toBe(true);
        expect(open === day).toBe(isTargetDay(day));
      }),
      { numRuns: 300 },
    );
  });

  it('takes Easter into a lead time', () => {
    expect(addTargetDays('2026-04-02', 2)).toBe('2026-04-08');
    expect(addTargetDays('2026-12-24', 1)).toBe('2026-12-28');
    expect(targetDayFrom('2027-01-01')).toBe('2027-01-04');
  });
});
