// Days and times as the gym's own clock on the wall shows them.
import { DateTime } from 'luxon';

/** The day (yyyy-mm-dd) that an instant falls on in a time zone. */
export function dayOf(instant: Date, timeZone: string): string {
  const day = DateTime.fromJSDate(instant, { zone: timeZone }).toISODate();
  if (!day) throw new Error(`No day for ${instant.toISOString()} in ${timeZone}`);
  return day;
}

/**
 * The instant at which the gym's clock shows this day and time (HH:MM). In the hour that a DST change skips, the clock
 * never does: the hour after is taken. In the hour that repeats, the first.
 */
export function instantOf(day: string, time: string, timeZone: string): Date {
  const moment = DateTime.fromISO(`${day}T${time}`, { zone: timeZone });
  if (!moment.isValid) throw new Error(`No instant for ${day} ${time} in ${timeZone}`);
  return (DateTime.min(...moment.getPossibleOffsets()) ?? moment).toJSDate();
}

/** HH:MM, as the gym's clock shows it at an instant. */
export function timeOfDay(instant: Date, timeZone: string): string {
  return DateTime.fromJSDate(instant, { zone: timeZone }).toFormat('HH:mm');
}
