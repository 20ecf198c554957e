// What subscriptions cost, computed slowly and plainly: day by day, with a calendar and a rounding of its own, for comparing
// with what the product works out.

export interface ReferenceTerms {
  billing: 'MONTHLY' | 'YEARLY' | 'ONCE';
  startsOn: string;
  endsOn: string | null;
  priceCents: number;
}

export interface ReferenceCharge {
  periodStartsOn: string;
  periodEndsOn: string | null;
  totalCents: number;
}

interface Date {
  year: number;
  month: number;
  day: number;
}

/** The charges of periods that begin on the days from..until. */
export function referenceCharges(terms: ReferenceTerms, from: string, until: string): ReferenceCharge[] {
  const charges = terms.billing === 'ONCE' ? boughtOnce(terms) : byTheDay(terms, until);
  return charges.filter((it) => it.totalCents > 0 && it.periodStartsOn >= from && it.periodStartsOn <= until);
}

/** What the subscription has cost when the periods that begin until then are charged. */
export function referenceCost(terms: ReferenceTerms, until: string): number {
  return referenceCharges(terms, '0000-01-01', until).reduce((sum, { totalCents }) => sum + totalCents, 0);
}

const boughtOnce = ({ startsOn, endsOn, priceCents }: ReferenceTerms): ReferenceCharge[] => [
  { periodStartsOn: startsOn, periodEndsOn: endsOn, totalCents: priceCents },
];

/** Goes through the days from the first on; each belongs to a month, or to the one year. */
function byTheDay({ billing, startsOn, endsOn, priceCents }: ReferenceTerms, until: string): ReferenceCharge[] {
  const charges: ReferenceCharge[] = [];
  const start = dateOf(startsOn);
  const yearDays = daysOfYearFrom(start);
  let charge: ReferenceCharge | undefined;
  let count = 0;
  for (let date = start; ; date = dayAfter(date)) {
    count += 1;
    const day = textOf(date);
    const isNewPeriod = charge === undefined || (billing === 'MONTHLY' && date.day === 1);
    if ((endsOn !== null && day > endsOn) || (isNewPeriod && day > until)) break;
    if (billing === 'YEARLY' && count > yearDays) break;
    if (isNewPeriod) {
      charge = { periodStartsOn: day, periodEndsOn: day, totalCents: 0 };
      charges.push(charge);
    }
    const [place, length] = billing === 'YEARLY' ? [count, yearDays] : [date.day, daysOfMonth(date.year, date.month)];
    if (charge) {
      charge.periodEndsOn = day;
      charge.totalCents += rounded(priceCents, place, length) - rounded(priceCents, place - 1, length);
    }
  }
  return charges;
}

/** price × part ÷ whole, half a cent upwards, in whole numbers. */
export function rounded(price: number, part: number, whole: number): number {
  const twice = 2 * price * part + whole;
  return (twice - (twice % (2 * whole))) / (2 * whole);
}

/** Until the day before the same day of the next year; 29 February has none, its year goes on until the end of February. */
function daysOfYearFrom(start: Date): number {
  let count = 0;
  for (let date = start; ; date = dayAfter(date)) {
    const isAnniversary =
      date.year > start.year &&
      ((date.month === start.month && date.day === start.day) ||
        (start.month === 2 && start.day === 29 && date.month === 3 && date.day === 1));
    if (isAnniversary) return count;
    count += 1;
  }
}

/** A month after a day: the same day of the next month, or the last one that it has. */
export function referenceMonthAfter(day: string): string {
  const { year, month, day: dayOfMonth } = dateOf(day);
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return textOf({ year: nextYear, month: nextMonth, day: Math.min(dayOfMonth, daysOfMonth(nextYear, nextMonth)) });
}

export const referenceDayAfter = (day: string): string => textOf(dayAfter(dateOf(day)));

function dayAfter({ year, month, day }: Date): Date {
  if (day < daysOfMonth(year, month)) return { year, month, day: day + 1 };
  return month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const dateOf = (day: string): Date => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8)),
});

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);
const textOf = ({ year, month, day }: Date): string => `${year}-${two(month)}-${two(day)}`;

/** The rate of a contract on a day: from the first change on, day by day, with at most one change on each. */
export function referenceRate(
  { vatRateBp, agreedAt }: { vatRateBp: number; agreedAt: string | undefined },
  day: string,
  changes: readonly { startsOn: string; fromBp: number; toBp: number; appliedAt: string | null }[],
): number {
  let rate = vatRateBp;
  const first = changes[0]?.startsOn ?? day;
  for (let today = first; today <= day; today = referenceDayAfter(today)) {
    const from = rate;
    for (const change of changes) {
      const isOlder = change.appliedAt === null || (agreedAt !== undefined && agreedAt < change.appliedAt);
      if (change.startsOn === today && change.fromBp === from && isOlder) rate = change.toBp;
    }
  }
  return rate;
}
