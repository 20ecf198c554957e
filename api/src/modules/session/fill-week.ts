// Makes the sessions of a week that the weekly schedule asks for and that are not there yet.
import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { addDays } from '../gym/calendar-day.ts';
import { instantOf } from '../gym/gym-day.ts';
import { getSessionsByIds } from '../visit/get-session.ts';
import { planWeek } from './plan-week.ts';
import type { PlannedSession, PlannedSlot, SlotPlan } from './plan-week.ts';
import { scheduleSlotParent } from './schedule-slot.entity.ts';
import type { FillWeekInput, FillWeekPayload } from './schedule.inputs.ts';
import { assertOnOffer } from './session-input.ts';

interface Slot extends PlannedSlot {
  durationMinutes: number;
  places: number;
  /** Null too when they no longer work here. */
  employeeId: string | null;
}

interface Filled {
  created: string[];
  skipped: SlotPlan<Slot>[];
}

export async function fillWeek(
  context: Context,
  { calendarId, weekStartsOn: monday }: FillWeekInput,
): Promise<FillWeekPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.PLAN_SESSIONS);
  const now = context.clock.now();
  const week = { monday, timeZone: viewer.timeZone, now };
  assertWeek(week);
  const filled = await context.db.write(async (em) => {
    await assertOnOffer(em, { calendarId });
    // Two who fill the same week do it one after the other.
    await em.execute('select from calendar where id = ? for no key update', [calendarId]);
    const plans = planWeek(await readSlots(em, calendarId), await readSessions(em, calendarId, week), week);
    const made = plans.filter(({ skipped }) => !skipped).map((plan) => ({ ...plan, id: randomUUIDv7() }));
    await insertSessions(em, { gymId: viewer.gymId, calendarId, made });
    return { created: made.map(({ id }) => id), skipped: plans.filter(({ skipped }) => skipped) };
  });
  return showFilled(context, filled);
}

function assertWeek({ monday, timeZone, now }: { monday: string; timeZone: string; now: Date }): void {
  if (new Date(`${monday}T00:00:00Z`).getUTCDay() !== 1)
    throw new UserInputError('weekStartsOn', 'NOT_MONDAY', 'A week starts on a Monday.');
  if (instantOf(addDays(monday, 7), '00:00', timeZone) <= now)
    throw new UserInputError('weekStartsOn', 'IN_PAST', 'This week is over.');
}

async function readSlots(em: EntityManager, calendarId: string): Promise<Slot[]> {
  const rows = await em.execute<{ slot: Slot }[]>(
    `select json_build_object('id', t.id, 'weekday', t.weekday, 'startsAt', to_char(t.starts_at, 'HH24:MI'),
       'sessionTypeId', t.session_type_id, 'isTypeArchived', y.archived_at is not null,
       'durationMinutes', t.duration_minutes, 'places', t.places, 'employeeId', e.id) as slot
       from schedule_slot t
       join session_type y on y.gym_id = t.gym_id and y.id = t.session_type_id
       left join employee e on e.gym_id = t.gym_id and e.id = t.employee_id and e.archived_at is null
      where t.calendar_id = ? order by t.weekday, t.starts_at, t.id`,
    [calendarId],
  );
  return rows.map(({ slot }) => slot);
}

async function readSessions(
  em: EntityManager,
  calendarId: string,
  { monday, timeZone }: { monday: string; timeZone: string },
): Promise<PlannedSession[]> {
  const rows = await em.execute<{ session: PlannedSession }[]>(
    `select json_build_object('id', s.id, 'slotId', s.schedule_slot_id, 'scheduledOn', s.scheduled_on,
       'sessionTypeId', s.session_type_id, 'startsAt', s.starts_at, 'isCancelled', s.cancelled_at is not null) as session
       from session s
      where (s.calendar_id = ? and s.starts_at >= ? and s.starts_at < ?)
         or (s.schedule_slot_id in (select t.id from schedule_slot t where t.calendar_id = ?) and s.scheduled_on between ? and ?)
      order by s.starts_at, s.id`,
    [
      calendarId,
      instantOf(monday, '00:00', timeZone),
      instantOf(addDays(monday, 7), '00:00', timeZone),
      calendarId,
      monday,
      addDays(monday, 6),
    ],
  );
  return rows.map(({ session }) => ({ ...session, startsAt: new Date(session.startsAt) }));
}

interface Made {
  gymId: string;
  calendarId: string;
  made: (SlotPlan<Slot> & { id: string })[];
}

async function insertSessions(em: EntityManager, { gymId, calendarId, made }: Made): Promise<void> {
  if (made.length === 0) return;
  const rows = made.map(({ id, slot, on, startsAt }) => ({ ...slot, id, slotId: slot.id, on, startsAt }));
  await em.execute(
    `insert into session (gym_id, id, calendar_id, session_type_id, starts_at, duration_minutes, places, employee_id, schedule_slot_id, scheduled_on)
     select ?, n.id, ?, n."sessionTypeId", n."startsAt", n."durationMinutes", n.places, n."employeeId", n."slotId", n."on"
       from jsonb_to_recordset(?::jsonb) n (id uuid, "sessionTypeId" uuid, "startsAt" timestamptz, "durationMinutes" int,
         places int, "employeeId" uuid, "slotId" uuid, "on" date)`,
    [gymId, calendarId, JSON.stringify(rows)],
  );
}

async function showFilled(context: Context, { created, skipped }: Filled): Promise<FillWeekPayload> {
  const there = skipped.flatMap(({ skipped: why }) => (why?.sessionId ? [why.sessionId] : []));
  const [made, ...others] = await Promise.all([
    getSessionsByIds(context, created),
    getSessionsByIds(context, there),
    context.branches.loadMany(
      scheduleSlotParent,
      skipped.map(({ slot }) => slot.id),
    ),
  ]);
  const [sessions, slots] = [new Map(others[0].map((it) => [it.id, it])), new Map(others[1].map((it) => [it?.id, it]))];
  return {
    created: made,
    skipped: skipped.flatMap(({ slot, on, startsAt, skipped: why }) => {
      const shown = slots.get(slot.id);
      if (!shown || !why) return [];
      return [{ slot: shown, on, startsAt, reason: why.reason, session: sessions.get(why.sessionId ?? '') ?? null }];
    }),
  };
}
