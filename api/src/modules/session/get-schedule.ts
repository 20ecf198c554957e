import type { Context } from '../../graphql/context.ts';
import type { LookAhead } from '../../graphql/branch.ts';
import { isUuid } from '../../database/uuid.ts';
import { scheduleSlotParent } from './schedule-slot.entity.ts';
import type { ScheduleSlot } from './schedule-slot.entity.ts';

/** The weekly schedule of a calendar, or of all of them: by weekday and time. */
export async function getSchedule(
  context: Context,
  calendarId: string | null | undefined,
  ahead?: LookAhead,
): Promise<ScheduleSlot[]> {
  if (calendarId != null && !isUuid(calendarId)) return [];
  const rows = await context.db.rows<{ id: string }>(
    `select t.id from schedule_slot t where $1::uuid is null or t.calendar_id = $1 order by t.weekday, t.starts_at, t.id`,
    [calendarId ?? null],
    { name: 'get_schedule' },
  );
  const slots = await context.branches.loadMany(
    scheduleSlotParent,
    rows.map(({ id }) => id),
    ahead,
  );
  return slots.filter((slot) => slot !== null);
}
