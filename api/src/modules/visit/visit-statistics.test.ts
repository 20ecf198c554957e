import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { referenceFigures } from '../../testing/visit-reference.ts';
import { visitFigures } from './visit-statistics.ts';
import type { VisitHistory } from './visit-statistics.ts';

const usual = { recentWeeks: 4, earlierWeeks: 8, minimumVisits: 0.5, minimumPercent: 20 };

/** Counts per week, the latest complete week first, ending before the week of `today`. */
function history(counts: number[], today = '2026-03-04', countedFrom = '2020-01-01'): VisitHistory {
  const monday = DateTime.fromISO(today, { zone: 'utc' }).startOf('week');
  const visitsByWeek = Object.fromEntries(
    counts.map((count, index) => [monday.minus({ weeks: index + 1 }).toISODate(), count]),
  );
  return { today, countedFrom, visitsByWeek, trend: usual };
}

const zones = ['Europe/Amsterdam', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];

test('agrees with a plain reference for any history, time zone and moment', () => {
  const moment = fc.date({ min: new Date('2019-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(
      moment,
      fc.constantFrom(...zones),
      fc.array(fc.integer({ min: 0, max: 100 * 24 * 60 }), { maxLength: 60 }),
      fc.option(fc.integer({ min: -10, max: 150 })),
      (now, zone, minutesAgo, startedDaysAgo) => {
        const visits = minutesAgo.map((minutes) => new Date(now.getTime() - minutes * 60_000));
        const local = DateTime.fromJSDate(now, { zone });
        const countedFrom = startedDaysAgo === null ? null : local.minus({ days: startedDaysAgo }).toISODate();
        const visitsByWeek: Record<string, number> = {};
        for (const visit of visits) {
          const week = DateTime.fromJSDate(visit, { zone }).startOf('week').toISODate() ?? '';
          visitsByWeek[week] = (visitsByWeek[week] ?? 0) + 1;
        }
        const { trendBasis: _, ...figures } = visitFigures({
          today: local.toISODate() ?? '',
          countedFrom,
          visitsByWeek,
          trend: usual,
        });
        expect(figures).toEqual(referenceFigures(visits, now, zone, countedFrom));
      },
    ),
    { numRuns: 500 },
  );
});

test('twelve bars end with the current week, across ISO week 53', () => {
  const { weeks } = visitFigures(history([], '2027-01-03'));
  expect(weeks.map((week) => week.weekStartsOn).slice(-2)).toEqual(['2026-12-21', '2026-12-28']);
  expect(weeks.filter((week) => week.isCurrent)).toHaveLength(1);
});

test('the week of a start on Monday is complete, of a start on Tuesday it is not', () => {
  expect(visitFigures(history([1], '2026-03-04', '2026-02-23')).completeWeekCount).toBe(1);
  expect(visitFigures(history([1], '2026-03-04', '2026-02-24'))).toMatchObject({
    completeWeekCount: 0,
    averagePerWeek: null,
  });
});

test('no average and no trend for a member without a subscription, or one that starts in the future', () => {
  expect(visitFigures({ ...history([3, 3]), countedFrom: null })).toMatchObject({ averagePerWeek: null, trend: null });
  expect(visitFigures(history([], '2026-03-04', '2026-05-01'))).toMatchObject({ completeWeekCount: 0, trend: null });
});

test('a trend needs six complete weeks', () => {
  expect(visitFigures(history([5, 5, 5, 5, 0], '2026-03-04', '2026-01-26')).trend).toBeNull();
  expect(visitFigures(history([5, 5, 5, 5, 0, 0], '2026-03-04', '2026-01-19')).trend).toBe('UP');
});

test.each([
  ['exactly half a visit more is up', [2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 'UP'],
  ['a little less than half a visit is steady', [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 'STEADY'],
  ['20 % of many visits is needed too', [6, 6, 6, 5, 5, 5, 5, 5, 5, 5, 5, 5], 'STEADY'],
  ['exactly 20 % is enough', [6, 6, 6, 6, 5, 5, 5, 5, 5, 5, 5, 5], 'UP'],
  ['fewer visits are down', [0, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2], 'DOWN'],
  ['nothing at all is steady', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 'STEADY'],
])('%s', (_, counts, trend) => {
  expect(visitFigures(history(counts)).trend).toBe(trend);
});

test.each([
  ['no difference is steady', [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 'STEADY'],
  ['nothing at all is steady', [], 'STEADY'],
  ['one visit less is down', [1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1], 'DOWN'],
  ['one visit more is up', [1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1], 'UP'],
])('without a threshold %s', (_, counts, trend) => {
  expect(visitFigures({ ...history(counts), trend: { ...usual, minimumVisits: 0, minimumPercent: 0 } }).trend).toBe(
    trend,
  );
});
