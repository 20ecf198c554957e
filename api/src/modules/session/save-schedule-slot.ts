// Makes, changes and deletes lines of the weekly schedule. Sessions that were made from a line stay as they are.
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor, insertOnce } from '../../database/insert-once.ts';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { getKept } from '../../graphql/kept-list.ts';
import { wholeOf } from '../../graphql/number-input.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { ScheduleSlot, scheduleSlotParent } from './schedule-slot.entity.ts';
import type {
  ChangeScheduleSlotInput,
  CreateScheduleSlotInput,
  ScheduleSlotIdInput,
  ScheduleSlotPayload,
} from './schedule.inputs.ts';
import { assertOnOffer, durationOf, placesOf, timeOf } from './session-input.ts';

const weekdayOf = (weekday: number): number => wholeOf('weekday', weekday, 1, 7);

export async function createScheduleSlot(
  context: Context,
  input: CreateScheduleSlotInput,
): Promise<ScheduleSlotPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_SETTINGS);
  const { calendarId, sessionTypeId, employeeId = null } = input;
  const row = {
    id: idFor(input.id),
    gymId: viewer.gymId,
    calendarId,
    sessionTypeId,
    weekday: weekdayOf(input.weekday),
    startsAt: timeOf('startsAt', input.startsAt),
    durationMinutes: durationOf(input.durationMinutes),
    places: placesOf(input.places),
    employeeId,
  };
  await context.db.write(async (em) => {
    await assertOnOffer(em, row);
    await insertOnce(em, ScheduleSlot, row);
  });
  return { slot: await getKept(context, scheduleSlotParent, row.id) };
}

export async function changeScheduleSlot(
  context: Context,
  input: ChangeScheduleSlotInput,
): Promise<ScheduleSlotPayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const slot = await findSlot(em, input.id);
    await assertOnOffer(em, newlyChosen(slot, input));
    if (input.calendarId != null) slot.calendarId = input.calendarId;
    if (input.sessionTypeId != null) slot.sessionTypeId = input.sessionTypeId;
    if (input.weekday != null) slot.weekday = weekdayOf(input.weekday);
    if (input.startsAt != null) slot.startsAt = timeOf('startsAt', input.startsAt);
    if (input.durationMinutes != null) slot.durationMinutes = durationOf(input.durationMinutes);
    if (input.places != null) slot.places = placesOf(input.places);
    if (input.employeeId !== undefined) slot.employeeId = input.employeeId;
  });
  return { slot: await getKept(context, scheduleSlotParent, input.id) };
}

/** Made again with the same id, it is back. */
export async function deleteScheduleSlot(
  context: Context,
  { id }: ScheduleSlotIdInput,
): Promise<{ deletedId: string }> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const slot = await findSlot(em, id);
    await em.nativeDelete(ScheduleSlot, { id: slot.id });
  });
  return { deletedId: id };
}

async function findSlot(em: EntityManager, id: string): Promise<ScheduleSlot> {
  const slot = isUuid(id) ? await em.findOne(ScheduleSlot, { id }) : null;
  if (!slot) throw new NotFoundError('There is no such line in the schedule.');
  return slot;
}

/** What has been archived since may stay. */
function newlyChosen(slot: ScheduleSlot, { calendarId, sessionTypeId, employeeId }: ChangeScheduleSlotInput) {
  return {
    calendarId: calendarId === slot.calendarId ? null : calendarId,
    sessionTypeId: sessionTypeId === slot.sessionTypeId ? null : sessionTypeId,
    employeeId: employeeId === slot.employeeId ? null : employeeId,
  };
}
