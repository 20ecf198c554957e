// Pure: counts per ISO week in; bars, average and trend out. Days are the gym's, as yyyy-mm-dd; product.md defines the numbers.
import { Trend } from './visit-statistics.type.ts';
import type { TrendBasis, VisitWeek } from './visit-statistics.type.ts';

export interface TrendSettings {
  recentWeeks: number;
  earlierWeeks: number;
  /** The means must differ by at least this many visits a week … */
  minimumVisits: number;
  /** … and by at least this part of the earlier mean, in percent. */
  minimumPercent: number;
}

export interface VisitHistory {
  today: string;
  /** Start of the first subscription, null when there never was one. */
  countedFrom: string | null;
  /** Visits by the Monday of their week; weeks without visits are absent. */
  visitsByWeek: Record<string, number>;
  trend: TrendSettings;
}

export interface VisitFigures {
  weeks: VisitWeek[];
  averagePerWeek: number | null;
  completeWeekCount: number;
  trend: Trend | null;
  trendBasis: TrendBasis | null;
}

const barCount = 12;
const averagedWeeks = 12;
const rounding = 1e-9;
const dayLength = 86_400_000;
const weekLength = 7 * dayLength;

export function visitFigures(history: VisitHistory): VisitFigures {
  const currentWeek = mondayOf(history.today);
  const complete = completeWeeks(history, currentWeek);
  const averaged = complete.slice(0, averagedWeeks);
  const trendBasis = trendBasisOf(complete, history.trend);
  return {
    weeks: bars(history, currentWeek),
    averagePerWeek: averaged.length > 0 ? mean(averaged) : null,
    completeWeekCount: averaged.length,
    trend: trendBasis && trendOf(trendBasis),
    trendBasis,
  };
}

function bars({ visitsByWeek }: VisitHistory, currentWeek: number): VisitWeek[] {
  return Array.from({ length: barCount }, (_, index) => {
    const week = currentWeek - (barCount - 1 - index) * weekLength;
    const weekStartsOn = dayAt(week);
    return { weekStartsOn, visitCount: visitsByWeek[weekStartsOn] ?? 0, isCurrent: week === currentWeek };
  });
}

/** Visits of the weeks that lie wholly between the first subscription's start and the current week, latest first. */
function completeWeeks({ countedFrom, visitsByWeek, trend }: VisitHistory, currentWeek: number): number[] {
  if (!countedFrom) return [];
  const counts: number[] = [];
  const most = Math.max(averagedWeeks, trend.recentWeeks + trend.earlierWeeks);
  for (let week = currentWeek - weekLength; week >= timeOf(countedFrom) && counts.length < most; week -= weekLength) {
    counts.push(visitsByWeek[dayAt(week)] ?? 0);
  }
  return counts;
}

function trendBasisOf(complete: number[], settings: TrendSettings): TrendBasis | null {
  // Two weeks to compare with are the least that say anything: 6 complete weeks with the usual settings.
  if (complete.length < settings.recentWeeks + 2) return null;
  const recent = complete.slice(0, settings.recentWeeks);
  const earlier = complete.slice(settings.recentWeeks, settings.recentWeeks + settings.earlierWeeks);
  const earlierMean = mean(earlier);
  return {
    recentWeekCount: recent.length,
    recentMean: mean(recent),
    earlierWeekCount: earlier.length,
    earlierMean,
    threshold: Math.max(settings.minimumVisits, (earlierMean * settings.minimumPercent) / 100),
  };
}

function trendOf({ recentMean, earlierMean, threshold }: TrendBasis): Trend {
  const difference = recentMean - earlierMean;
  // Means are quotients of small whole numbers: a difference that is the threshold on paper may miss it by a rounding. With a
  // threshold of nothing, they must differ all the same.
  if (Math.abs(difference) < Math.max(threshold - rounding, rounding)) return Trend.STEADY;
  return difference > 0 ? Trend.UP : Trend.DOWN;
}

const mean = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0) / counts.length;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** 1 January 1970 was a Thursday. */
function mondayOf(day: string): number {
  const days = timeOf(day) / dayLength;
  return (days - ((days + 3) % 7)) * dayLength;
}
