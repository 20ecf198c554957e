// Days as whole numbers (days since 1970-01-01), which the model counts with, and their way to dates and instants.
import { DateTime } from 'luxon';

export type Day = number;
const DAY_MS = 86_400_000;

/** yyyy-mm-dd */
export function isoDate(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function dayOf(isoDateText: string): Day {
  return Math.round(Date.parse(`${isoDateText}T00:00:00Z`) / DAY_MS);
}

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function mondayOf(day: Day): Day {
  return day - weekdayOf(day) + 1;
}

export function dateParts(day: Day): { year: number; month: number; dayOfMonth: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

export function dayFrom(year: number, month: number, dayOfMonth: number): Day {
  return Math.round(Date.UTC(year, month - 1, dayOfMonth) / DAY_MS);
}

/** The same day of a later month, or the last day of that month when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = dateParts(day);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayFrom(year, month + months, Math.min(dayOfMonth, lastDay));
}

export function firstOfMonth(day: Day): Day {
  return day - dateParts(day).dayOfMonth + 1;
}

/** Local times of one gym as instants; 19:00 stays 19:00 when the clock changes. */
export class LocalTime {
  readonly timeZone: string;
  readonly today: Day;
  readonly #offsets = new Map<Day, number>();

  constructor(timeZone: string, nowMs: number) {
    this.timeZone = timeZone;
    this.today = dayOf(DateTime.fromMillis(nowMs, { zone: timeZone }).toISODate() ?? '');
  }

  /** Milliseconds since 1970 of a local time. From 04:00 on, the clock no longer changes that day. */
  instant(day: Day, minuteOfDay: number): number {
    const asUtc = day * DAY_MS + minuteOfDay * 60_000;
    if (minuteOfDay < 240) {
      const { year, month, dayOfMonth } = dateParts(day);
      return DateTime.fromObject({ year, month, day: dayOfMonth }, { zone: this.timeZone })
        .plus({ minutes: minuteOfDay })
        .toMillis();
    }
    let offset = this.#offsets.get(day);
    if (offset === undefined) {
      const { year, month, dayOfMonth } = dateParts(day);
      offset = DateTime.fromObject({ year, month, day: dayOfMonth, hour: 12 }, { zone: this.timeZone }).offset * 60_000;
      this.#offsets.set(day, offset);
    }
    return asUtc - offset;
  }

  /** The same as text, as PostgreSQL reads it. */
  at(day: Day, minuteOfDay: number): string {
    return timestamp(this.instant(day, minuteOfDay));
  }
}

export function timestamp(ms: number): string {
  return new Date(ms).toISOString();
}
