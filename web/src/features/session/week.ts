// The week on the gym's calendar, and what its weekly schedule would add to it. Pure.
import { shiftDay, type LocalDate } from '../../format/days';

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function mondayOf(day: LocalDate): LocalDate {
  return shiftDay(day, 1 - weekdayOf(day));
}

export function daysOfWeek(monday: LocalDate): LocalDate[] {
  return Array.from({ length: 7 }, (_, index) => shiftDay(monday, index));
}

/** ISO 8601: the week belongs to the year of its Thursday. */
export function weekNumber(monday: LocalDate): number {
  const thursday = shiftDay(monday, 3);
  const days =
    (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000;
  return Math.floor(days / 7) + 1;
}

interface Slot {
  weekday: number;
  startsAt: string;
  type: { id: string; isArchived: boolean };
  calendar: { id: string };
}

interface Planned {
  startsAt: string;
  type: { id: string };
  calendar: { id: string };
}

/** The gym's clock: of now, and of an instant. */
interface Clock {
  today: () => LocalDate;
  now: () => string;
  localDay: (instant: string) => LocalDate;
  localTime: (instant: string) => string;
}

/** The slots that filling the week would make a session of: not there yet, not past, of a type still on offer. */
export function slotsToFill<S extends Slot>(
  slots: readonly S[],
  sessions: readonly Planned[],
  monday: LocalDate,
  clock: Clock,
): S[] {
  const momentOf = (day: LocalDate, time: string) => `${day} ${time}`;
  const present = momentOf(clock.today(), clock.now());
  const there = new Set(
    sessions.map(({ startsAt, type, calendar }) =>
      [calendar.id, type.id, momentOf(clock.localDay(startsAt), clock.localTime(startsAt))].join(' '),
    ),
  );
  return slots.filter(({ weekday, startsAt, type, calendar }) => {
    const moment = momentOf(shiftDay(monday, weekday - 1), startsAt);
    return !type.isArchived && moment > present && !there.has([calendar.id, type.id, moment].join(' '));
  });
}
