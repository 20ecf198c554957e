// The numbers of product.md, computed slowly and plainly with luxon, for comparing with what the product answers.
import { DateTime } from 'luxon';

export interface ReferenceFigures {
  weeks: { weekStartsOn: string; visitCount: number; isCurrent: boolean }[];
  averagePerWeek: number | null;
  completeWeekCount: number;
  trend: 'UP' | 'STEADY' | 'DOWN' | null;
}

/** With the usual settings: 4 recent weeks against the 8 before, 0.5 visit or 20 %. */
export function referenceFigures(
  visits: Date[],
  now: Date,
  timeZone: string,
  countedFrom: string | null,
): ReferenceFigures {
  const currentWeek = DateTime.fromJSDate(now, { zone: timeZone }).startOf('week');
  const visitsIn = (week: DateTime) =>
    visits.filter((visit) => visit >= week.toJSDate() && visit < week.plus({ weeks: 1 }).toJSDate()).length;
  const back = Array.from({ length: 12 }, (_, index) => currentWeek.minus({ weeks: index + 1 }));
  const start = countedFrom ? DateTime.fromISO(countedFrom, { zone: timeZone }) : null;
  const complete = start ? back.filter((week) => week >= start).map(visitsIn) : [];
  return {
    weeks: [...back.slice(0, 11).reverse(), currentWeek].map((week) => ({
      weekStartsOn: week.toISODate() ?? '',
      visitCount: visitsIn(week),
      isCurrent: week.equals(currentWeek),
    })),
    averagePerWeek: complete.length > 0 ? sum(complete) / complete.length : null,
    completeWeekCount: complete.length,
    trend: complete.length < 6 ? null : trendOf(complete.slice(0, 4), complete.slice(4)),
  };
}

/** In whole numbers, so that nothing is lost: the means are s/4 and t/n, the threshold max(1/2, t/n/5). */
function trendOf(recent: number[], earlier: number[]): 'UP' | 'STEADY' | 'DOWN' {
  const n = earlier.length;
  const difference = (sum(recent) * n - sum(earlier) * 4) * 5;
  const threshold = Math.max(10 * n, 4 * sum(earlier));
  if (Math.abs(difference) < threshold) return 'STEADY';
  return difference > 0 ? 'UP' : 'DOWN';
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
