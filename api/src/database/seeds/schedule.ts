// The weekly timetable of a gym and the sessions that follow from it, at the same local time all year round.
import { dateParts, isoDate, mondayOf, type Day } from './calendar-days.ts';
import type { GymPlan } from './gym-plan.ts';
import type { GymOffer, SessionTypeKey } from './offer.ts';
import type { Random } from './random.ts';
import type { Cell, Row } from './row.ts';

/** One line of the timetable; every location of the gym has the same ones. */
export interface Slot {
  /** A location has two calendars: the hall and the studio. */
  room: 0 | 1;
  weekday: number;
  minute: number;
  type: SessionTypeKey;
  duration: number;
  places: number;
}

export interface Session {
  id: string;
  slot: Slot;
  day: Day;
  startsMs: number;
  startsAt: string;
  places: number;
  taken: number;
  isCancelled: boolean;
}

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const workdays = [1, 2, 3, 4, 5];

function line(clock: string, type: SessionTypeKey, weekdays: readonly number[], places = 16, duration = 60): Slot[] {
  return weekdays.map((weekday) => ({
    room: type === 'YOGA' || type === 'MOBILITY' ? 1 : 0,
    weekday,
    minute: minutes(clock),
    type,
    duration,
    places,
  }));
}

export const fullTimetable: readonly Slot[] = [
  ...line('06:30', 'CROSSFIT', workdays),
  ...line('07:30', 'MOBILITY', [2, 4], 12, 45),
  ...line('09:00', 'CROSSFIT', workdays, 14),
  ...line('09:30', 'YOGA', [2, 4], 14, 75),
  ...line('12:15', 'CONDITIONING', workdays, 14, 45),
  ...line('16:00', 'OPEN_GYM', workdays, 10, 90),
  ...line('17:30', 'CROSSFIT', workdays),
  ...line('18:30', 'CROSSFIT', workdays),
  ...line('18:30', 'YOGA', [1, 3], 14, 75),
  ...line('19:00', 'WEIGHTLIFTING', [1, 4], 12, 90),
  ...line('19:30', 'CROSSFIT', workdays.slice(0, 4)),
  ...line('19:30', 'GYMNASTICS', [5], 12, 75),
  ...line('20:30', 'MOBILITY', [1, 3], 12, 45),
  ...line('20:30', 'OPEN_GYM', [2, 4], 10, 90),
  ...line('09:00', 'CROSSFIT', [6, 7]),
  ...line('10:00', 'CROSSFIT', [6]),
  ...line('10:00', 'BOOTCAMP', [7], 20),
  ...line('11:00', 'WEIGHTLIFTING', [6], 12, 90),
  ...line('11:15', 'YOGA', [7], 16, 75),
  ...line('12:00', 'OPEN_GYM', [6], 12, 120),
].sort((a, b) => a.weekday - b.weekday || a.minute - b.minute);

/** For a small gym: some twenty sessions a week. */
export const smallTimetable = fullTimetable.filter(
  (slot) => slot.weekday > 5 || [9 * 60, 18 * 60 + 30, 19 * 60, 20 * 60 + 30].includes(slot.minute),
);

/** New Year's Day, King's Day and both days of Christmas. */
export function isClosed(day: Day): boolean {
  const { month, dayOfMonth } = dateParts(day);
  return (
    (month === 1 && dayOfMonth === 1) ||
    (month === 4 && dayOfMonth === 27) ||
    (month === 12 && (dayOfMonth === 25 || dayOfMonth === 26))
  );
}

export type SlotRow = Row & Record<'id' | 'session_type_id' | 'calendar_id' | 'duration_minutes' | 'employee_id', Cell>;

/** Rows of the weekly schedule; a session's slot is at the same place in the list of its location. */
export function planSchedule(plan: GymPlan, offer: GymOffer, employeeIds: readonly string[]): SlotRow[][] {
  const random = plan.random.fork('schedule');
  return plan.locations.map((_, location) =>
    plan.timetable.map((slot, index) => ({
      gym_id: plan.gymId,
      id: random.uuid(plan.time.instant(plan.historyStart, 0) - 90 * 86_400_000 + index * 1000),
      calendar_id: offer.calendarIds[location * 2 + slot.room] as string,
      session_type_id: offer.sessionTypeIds[slot.type],
      weekday: slot.weekday,
      starts_at: `${String(Math.floor(slot.minute / 60)).padStart(2, '0')}:${String(slot.minute % 60).padStart(2, '0')}`,
      duration_minutes: slot.duration,
      places: slot.places,
      employee_id: employeeIds[(index * 7 + location * 3 + slot.weekday) % employeeIds.length] as string,
    })),
  );
}

/** A session that everybody wants: the demo has one ahead, with few places. */
const popular = { type: 'CROSSFIT', places: 5 };

const isPopular = ({ cast, time }: GymPlan, { day, slot, isCancelled }: Session): boolean =>
  cast.length > 0 && day > time.today && slot.type === popular.type && !isCancelled;

/** The week's sessions by location and slot; null where the gym is closed. */
export function sessionsOfWeek(plan: GymPlan, monday: Day): (Session | null)[][] {
  const random = plan.random.fork(`week ${monday}`);
  const week = plan.locations.map(() => plan.timetable.map((slot) => sessionOf(plan, slot, monday, random)));
  const wanted = week.flat().find((session) => session !== null && isPopular(plan, session));
  // Of the weeks ahead only the first that has one.
  if (wanted && monday <= mondayOf(plan.time.today + 1)) wanted.places = popular.places;
  return week;
}

function sessionOf(plan: GymPlan, slot: Slot, monday: Day, random: Random): Session | null {
  const day = monday + slot.weekday - 1;
  const startsMs = plan.time.instant(day, slot.minute);
  // Put on the timetable eight weeks ahead.
  const id = random.uuid(startsMs - 56 * 86_400_000);
  const isCancelled = random.chance(0.006);
  if (isClosed(day)) return null;
  return {
    id,
    slot,
    day,
    startsMs,
    startsAt: new Date(startsMs).toISOString(),
    places: slot.places,
    taken: 0,
    isCancelled,
  };
}

export function* sessionRows(
  plan: GymPlan,
  weeks: (Session | null)[][][],
  schedule: readonly SlotRow[][],
): Generator<Row> {
  for (const week of weeks) {
    for (const [location, sessions] of week.entries()) {
      for (const [index, session] of sessions.entries()) {
        const slot = schedule[location]?.[index];
        if (!session || !slot) continue;
        yield {
          gym_id: plan.gymId,
          id: session.id,
          session_type_id: slot.session_type_id,
          calendar_id: slot.calendar_id,
          starts_at: session.startsAt,
          duration_minutes: slot.duration_minutes,
          places: session.places,
          employee_id: slot.employee_id,
          schedule_slot_id: slot.id,
          scheduled_on: isoDate(session.day),
          cancelled_at: session.isCancelled
            ? new Date(Math.min(session.startsMs - 5_400_000, plan.time.instant(plan.time.today, 0))).toISOString()
            : null,
        };
      }
    }
  }
}
