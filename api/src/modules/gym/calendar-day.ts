// Arithmetic on days (yyyy-mm-dd). A day has no hours here, so no clock change can touch it; which day an instant falls on
// is gym-day.ts.

const DAY_MS = 86_400_000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of another month, or the last day of that month when it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year, month, dayOfMonth] = partsOf(day);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last))).toISOString().slice(0, 10);
}

export const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`;

export const lastOfMonth = (day: string): string => addDays(addMonths(firstOfMonth(day), 1), -1);

/** How many days from the first to the last, both counted. */
export function daysFromTo(first: string, last: string): number {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS) + 1;
}

export const earlierOf = (a: string, b: string): string => (a < b ? a : b);

export const laterOf = (a: string, b: string): string => (a > b ? a : b);

function partsOf(day: string): [year: number, month: number, dayOfMonth: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** The Monday of the ISO week that a day is in. 1 January 1970 was a Thursday. */
export function mondayOf(day: string): string {
  const days = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  return addDays(day, -((((days + 3) % 7) + 7) % 7));
}
