// The periods that a subscription is charged by: calendar months, the year from its start, or all of it at once.
import { addDays, addMonths, earlierOf, firstOfMonth, lastOfMonth, laterOf } from '../gym/calendar-day.ts';

/** What charging needs to know of a subscription. Days are yyyy-mm-dd; the last day is null while it runs on. */
export interface BillingTerms {
  billing: 'MONTHLY' | 'YEARLY' | 'ONCE';
  startsOn: string;
  endsOn: string | null;
  /** A whole period, VAT included. */
  priceCents: number;
}

export interface BillingPeriod {
  /** The days of it that the subscription runs. */
  startsOn: string;
  endsOn: string | null;
  /** The whole month or year that the price is for. */
  wholeStartsOn: string;
  wholeEndsOn: string | null;
}

/**
 * The last day of so many months from a day on. Where the month at the end has no such day, its last one: a year from
 * 29 February ends on 28 February, and none is short of a day.
 */
export function lastOfTerm(startsOn: string, months: number): string {
  const after = addMonths(startsOn, months);
  return after.slice(8) === startsOn.slice(8) ? addDays(after, -1) : after;
}

/** The period that a day of the subscription lies in. */
export function periodOf(terms: BillingTerms, day: string): BillingPeriod {
  const [wholeStartsOn, wholeEndsOn] = wholePeriodOf(terms, day);
  return {
    startsOn: laterOf(terms.startsOn, wholeStartsOn),
    endsOn: terms.endsOn && wholeEndsOn ? earlierOf(terms.endsOn, wholeEndsOn) : (terms.endsOn ?? wholeEndsOn),
    wholeStartsOn,
    wholeEndsOn,
  };
}

function wholePeriodOf({ billing, startsOn, endsOn }: BillingTerms, day: string): [string, string | null] {
  if (billing === 'MONTHLY') return [firstOfMonth(day), lastOfMonth(day)];
  return [startsOn, billing === 'YEARLY' ? lastOfTerm(startsOn, 12) : endsOn];
}

/** The day after the period that a day lies in: when something from the next period begins. Null: there is no next one. */
export function nextPeriodStartsOn(terms: BillingTerms, day: string): string | null {
  const { endsOn } = periodOf(terms, day);
  return endsOn && addDays(endsOn, 1);
}

/** The last day that a subscription has by itself; null when it runs on. */
export function naturalEnd(
  billing: BillingTerms['billing'],
  startsOn: string,
  validityDays: number | null,
): string | null {
  if (billing === 'YEARLY') return lastOfTerm(startsOn, 12);
  return billing === 'ONCE' && validityDays !== null ? addDays(startsOn, validityDays - 1) : null;
}
