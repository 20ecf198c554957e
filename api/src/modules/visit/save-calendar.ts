// Makes a calendar, or changes its name everywhere it is shown.
import { idFor, insertOnce } from '../../database/insert-once.ts';
import { assertNameFree, findKept } from '../../database/kept-setting.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getKept } from '../../graphql/kept-list.ts';
import { lineOf } from '../../graphql/text-input.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { Calendar, calendarParent } from './calendar.entity.ts';
import type { ChangeCalendarInput, CreateCalendarInput } from './session-setup.inputs.ts';
import type { CalendarPayload } from './session-setup.payloads.ts';

const nameOf = (name: string) => lineOf('name', name, 60);

export async function createCalendar(context: Context, input: CreateCalendarInput): Promise<CalendarPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_SETTINGS);
  const { gymId } = viewer;
  const row = { id: idFor(input.id), gymId, name: nameOf(input.name) };
  await context.db.write(async (em) => {
    if (await insertOnce(em, Calendar, row)) await assertNameFree(em, Calendar, row);
  });
  return { calendar: await getKept(context, calendarParent, row.id) };
}

export async function changeCalendar(context: Context, { id, name }: ChangeCalendarInput): Promise<CalendarPayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const calendar = await findKept(em, Calendar, id);
    calendar.name = nameOf(name);
    await assertNameFree(em, Calendar, calendar);
  });
  return { calendar: await getKept(context, calendarParent, id) };
}
