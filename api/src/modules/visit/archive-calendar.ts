// Takes a calendar out of the offer, brings it back, or deletes one that nothing was ever planned on.
import { assertNameFree, deleteUnused, findKept } from '../../database/kept-setting.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getKept } from '../../graphql/kept-list.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { Calendar, calendarParent } from './calendar.entity.ts';
import type { CalendarIdInput } from './session-setup.inputs.ts';
import type { CalendarPayload, SettingDeletedPayload } from './session-setup.payloads.ts';

export async function archiveCalendar(context: Context, { id }: CalendarIdInput): Promise<CalendarPayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const calendar = await findKept(em, Calendar, id);
    calendar.archivedAt ??= context.clock.now();
  });
  return { calendar: await getKept(context, calendarParent, id) };
}

export async function restoreCalendar(context: Context, { id }: CalendarIdInput): Promise<CalendarPayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const calendar = await findKept(em, Calendar, id);
    calendar.archivedAt = null;
    await assertNameFree(em, Calendar, calendar);
  });
  return { calendar: await getKept(context, calendarParent, id) };
}

export async function deleteCalendar(context: Context, { id }: CalendarIdInput): Promise<SettingDeletedPayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write((em) => deleteUnused(em, Calendar, id));
  return { deletedId: id };
}
