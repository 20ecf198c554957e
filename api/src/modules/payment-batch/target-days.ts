// The days on which banks settle in euros: not at weekends, and not on the closing days of TARGET (ECB: 1 January, Good
// Friday, Easter Monday, 1 May, 25 and 26 December). Pure; days are yyyy-mm-dd.
const DAY_MS = 86_400_000;
const closedEachYear = ['01-01', '05-01', '12-25', '12-26'];

const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => dayAt(msOf(day) + days * DAY_MS);

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, as Meeus has it). */
export function easterOf(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const moon = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - moon - (c % 4)) % 7;
  const late = Math.floor((a + 11 * moon + 22 * weekday) / 451);
  const sum = moon + weekday - 7 * late + 114;
  return dayAt(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1));
}

export function isTargetDay(day: string): boolean {
  const weekday = new Date(msOf(day)).getUTCDay();
  if (weekday === 0 || weekday === 6 || closedEachYear.includes(day.slice(5))) return false;
  const easter = easterOf(Number(day.slice(0, 4)));
  return day !== addDays(easter, -2) && day !== addDays(easter, 1);
}

/** The day itself, or the first one after it on which banks settle. */
export function targetDayFrom(day: string): string {
  let found = day;
  while (!isTargetDay(found)) found = addDays(found, 1);
  return found;
}

/** So many days on which banks settle after a day; 0 of them is the day itself. */
export function addTargetDays(day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0; left -= 1) found = targetDayFrom(addDays(found, 1));
  return found;
}

/** The last day on which banks settle that has so many of them after it, up to a day. */
export function targetDaysBefore(day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0 || !isTargetDay(found);) {
    if (isTargetDay(found)) left -= 1;
    found = addDays(found, -1);
  }
  return found;
}
