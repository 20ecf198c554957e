// Which week, day and calendar are shown, as the address says. Pure.
import { isDay, type LocalDate } from '../../../format/days';
import { mondayOf } from '../../../features/session/week';

export interface CalendarState {
  monday: LocalDate;
  /** The one that a phone shows. */
  day: LocalDate;
  /** '': all of them. */
  calendarId: string;
}

export function readCalendarState(search: URLSearchParams, today: LocalDate): CalendarState {
  const day = readDay(search.get('day'));
  const monday = mondayOf(readDay(search.get('week')) ?? day ?? today);
  const isOfWeek = (candidate: LocalDate | null) => candidate !== null && mondayOf(candidate) === monday;
  return {
    monday,
    day: day && isOfWeek(day) ? day : isOfWeek(today) ? today : monday,
    calendarId: search.get('calendar') ?? '',
  };
}

/** Says nothing of what is shown anyway. */
export function writeCalendarState({ monday, day, calendarId }: CalendarState, today: LocalDate): URLSearchParams {
  const isThisWeek = mondayOf(today) === monday;
  const search = new URLSearchParams();
  if (!isThisWeek) search.set('week', monday);
  if (day !== (isThisWeek ? today : monday)) search.set('day', day);
  if (calendarId) search.set('calendar', calendarId);
  return search;
}

function readDay(value: string | null): LocalDate | null {
  return value && isDay(value) ? value : null;
}
