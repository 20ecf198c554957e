// What a session or a line of the schedule may be: what an input names, checked inside the transaction of a verb.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { wholeOf } from '../../graphql/number-input.ts';
import { assertWorksHere } from '../staff/assert-works-here.ts';
import { Calendar } from '../visit/calendar.entity.ts';
import { SessionType } from '../visit/session-type.entity.ts';

/** HH:MM. */
export function timeOf(field: string, time: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw new UserInputError(field, 'INVALID_TIME', 'A time looks like 18:30.');
  return time;
}

export const durationOf = (minutes: number): number => wholeOf('durationMinutes', minutes, 5, 1440);

export const placesOf = (places: number): number => wholeOf('places', places, 1, 1000);

export interface StandsOn {
  sessionTypeId?: string | null | undefined;
  calendarId?: string | null | undefined;
  employeeId?: string | null | undefined;
}

/** What is newly chosen is on offer, and who is chosen works here. */
export async function assertOnOffer(
  em: EntityManager,
  { sessionTypeId, calendarId, employeeId }: StandsOn,
): Promise<void> {
  if (sessionTypeId != null) await assertKept(em, sessionTypeId, 'sessionTypeId');
  if (calendarId != null) await assertKept(em, calendarId, 'calendarId');
  if (employeeId != null) await assertWorksHere(em, employeeId);
}

const kinds = {
  sessionTypeId: { entity: SessionType, name: 'SESSION_TYPE', words: 'session type' },
  calendarId: { entity: Calendar, name: 'CALENDAR', words: 'calendar' },
} as const;

async function assertKept(em: EntityManager, id: string, field: keyof typeof kinds): Promise<void> {
  const { entity, name, words } = kinds[field];
  const found = isUuid(id) ? await em.findOne<SessionType | Calendar>(entity, { id }) : null;
  if (!found) throw new UserInputError(field, `UNKNOWN_${name}`, `There is no such ${words}.`);
  if (found.archivedAt) throw new UserInputError(field, `ARCHIVED_${name}`, `This ${words} is archived.`);
}
