// Sessions of some days in a row, and the next one: two statements, however many members are in them.
import { isUuid } from '../../database/uuid.ts';
import type { LookAhead } from '../../graphql/branch.ts';
import type { Context } from '../../graphql/context.ts';
import { wholeOf } from '../../graphql/number-input.ts';
import { getSession, getSessionsByIds } from '../visit/get-session.ts';
import type { Session } from '../visit/session.type.ts';
import type { NextSessionArgs, WeekSessionsArgs } from './session.inputs.ts';

/** By start; cancelled ones too. */
export async function getWeekSessions(
  context: Context,
  { from, days, calendarId = null }: WeekSessionsArgs,
  ahead: LookAhead,
): Promise<Session[]> {
  wholeOf('days', days, 1, 31);
  if (calendarId !== null && !isUuid(calendarId)) return [];
  const rows = await context.db.rows<{ id: string }>(
    `select s.id from session s join gym g on g.id = s.gym_id
      where s.starts_at >= $1::date::timestamp at time zone g.time_zone
        and s.starts_at < ($1::date + $2::int)::timestamp at time zone g.time_zone
        and ($3::uuid is null or s.calendar_id = $3)
      order by s.starts_at, s.id`,
    [from, days, calendarId],
    { name: 'get_week_sessions' },
  );
  return getSessionsByIds(
    context,
    rows.map(({ id }) => id),
    ahead,
  );
}

/** The first that starts after now and was not called off. */
export async function getNextSession(
  context: Context,
  { calendarId = null, employeeId = null }: NextSessionArgs,
  ahead: LookAhead,
): Promise<Session | null> {
  if ([calendarId, employeeId].some((id) => id !== null && !isUuid(id))) return null;
  const [next] = await context.db.rows<{ id: string }>(
    `select s.id from session s
      where s.starts_at > $1 and s.cancelled_at is null
        and ($2::uuid is null or s.calendar_id = $2) and ($3::uuid is null or s.employee_id = $3)
      order by s.starts_at, s.id limit 1`,
    [context.clock.now(), calendarId, employeeId],
    { name: 'get_next_session' },
  );
  return next ? getSession(context, next.id, ahead) : null;
}
