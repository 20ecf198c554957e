// The lines that a subscription is charged by: what the daily job writes, and what a preview promises.
import { addDays, earlierOf, laterOf } from '../gym/calendar-day.ts';
import { periodOf } from './billing-period.ts';
import type { BillingTerms } from './billing-period.ts';
import { costOf } from './proration.ts';

export interface Charge {
  /** With the subscription it names the line: there is at most one of a period. */
  periodStartsOn: string;
  /** Null: it has no end. */
  periodEndsOn: string | null;
  totalCents: number;
}

/**
 * The charges of the periods that begin on the days from..until, both included, in order; those of nothing left out. A line is
 * written on the first day of its period: `chargesDue(terms, lastRunOn + 1, today)`.
 */
export function chargesDue(terms: BillingTerms, from: string, until: string): Charge[] {
  const charges: Charge[] = [];
  const last = earlierOf(until, terms.endsOn ?? until);
  let day: string | null = laterOf(terms.startsOn, firstPeriodFrom(terms, from));
  while (day !== null && day <= last) {
    const period = periodOf(terms, day);
    const totalCents = costOf(terms, period.startsOn, period.endsOn);
    if (totalCents > 0 && period.startsOn >= from)
      charges.push({ periodStartsOn: period.startsOn, periodEndsOn: period.endsOn, totalCents });
    // A year, or what is bought once, has no period after it.
    day = terms.billing === 'MONTHLY' && period.wholeEndsOn ? addDays(period.wholeEndsOn, 1) : null;
  }
  return charges;
}

/** Where to begin looking: a subscription of years ago is not walked through month by month. */
const firstPeriodFrom = (terms: BillingTerms, from: string): string =>
  terms.billing === 'MONTHLY' ? `${from.slice(0, 8)}01` : terms.startsOn;
