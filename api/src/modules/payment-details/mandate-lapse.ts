// When a mandate ends by itself: 36 months without a collection, by the rules of SEPA.
import { DateTime } from 'luxon';

export const monthsToLapse = 36;

/** From this day on (yyyy-mm-dd) it cannot be collected with. PostgreSQL says the same; see mandate.entity.ts. */
export function lapsesOn(countsFrom: string): string {
  const day = DateTime.fromISO(countsFrom, { zone: 'utc' }).plus({ months: monthsToLapse }).toISODate();
  if (!day) throw new Error(`No day is 36 months after ${countsFrom}.`);
  return day;
}

export const hasLapsed = ({ countsFrom }: { countsFrom: string }, today: string): boolean =>
  lapsesOn(countsFrom) <= today;
