// A price by the day, in whole cents. The shares of neighbouring spans of days always add up to that of both together, and
// those of all days to the price: nothing is lost or won by cutting a period up.
import { daysFromTo } from '../gym/calendar-day.ts';
import { periodOf } from './billing-period.ts';
import type { BillingTerms } from './billing-period.ts';

/** The share of the days first..last of a period of `dayCount` days, the first day of which is 1. */
export function shareOf(priceCents: number, first: number, last: number, dayCount: number): number {
  return Math.round((priceCents * last) / dayCount) - Math.round((priceCents * (first - 1)) / dayCount);
}

/** What the days from..to of one period cost. Bought once, it is not by the day: all of it belongs to the first day. */
export function costOf(terms: BillingTerms, from: string, to: string | null): number {
  const { wholeStartsOn, wholeEndsOn } = periodOf(terms, from);
  if (terms.billing === 'ONCE' || !wholeEndsOn) return from === terms.startsOn ? terms.priceCents : 0;
  const day = (it: string) => daysFromTo(wholeStartsOn, it);
  return to !== null && to < from ? 0 : shareOf(terms.priceCents, day(from), day(to ?? wholeEndsOn), day(wholeEndsOn));
}
