// Months as Stripe counts them: the same day and time, or the last day of a month that is shorter. UTC.
export function monthsAfter(anchor: number, from: number, months: number): number {
  const start = new Date(from * 1000);
  const day = new Date(anchor * 1000).getUTCDate();
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const time = from % 86_400;
  return Math.floor(Date.UTC(year, month, Math.min(day, lastDay)) / 1000) + time;
}
