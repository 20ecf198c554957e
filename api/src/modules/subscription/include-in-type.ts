// Which session types and calendars a subscription type includes.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { UserInputError } from '../../graphql/errors.ts';

const kinds = {
  sessionTypeIds: { table: 'session_type', link: 'subscription_type_session_type', column: 'session_type_id' },
  calendarIds: { table: 'calendar', link: 'subscription_type_calendar', column: 'calendar_id' },
} as const;

export type Inclusions = Partial<Record<keyof typeof kinds, string[] | null>>;

/** Sets what the input names. An archived one may stay, and cannot be added. */
export async function includeInType(em: EntityManager, typeId: string, input: Inclusions): Promise<void> {
  for (const field of ['sessionTypeIds', 'calendarIds'] as const) {
    const ids = input[field];
    if (ids != null) await include(em, typeId, field, ids);
  }
}

async function include(em: EntityManager, typeId: string, field: keyof typeof kinds, given: string[]): Promise<void> {
  const { table, link, column } = kinds[field];
  const ids = [...new Set(given.map((id) => id.toLowerCase()))];
  // Beyond any gym's settings it is no list that a person chose.
  if (ids.length > 500) throw new UserInputError(field, 'TOO_LONG', 'These are too many.');
  if (!ids.every(isUuid)) throw unknownChoice(field);
  const wanted = JSON.stringify(ids);
  const inWanted = 'in (select value::uuid from json_array_elements_text(?))';
  const found = await em.execute<{ is_offered: boolean }[]>(
    `select t.archived_at is null or exists (select from ${link} i where i.subscription_type_id = ? and i.${column} = t.id)
       as is_offered from ${table} t where t.id ${inWanted}`,
    [typeId, wanted],
  );
  if (found.length < ids.length) throw unknownChoice(field);
  if (found.some((one) => !one.is_offered)) throw new UserInputError(field, 'ARCHIVED_CHOICE', 'This is archived.');
  await em.execute(`delete from ${link} where subscription_type_id = ? and ${column} not ${inWanted}`, [
    typeId,
    wanted,
  ]);
  await em.execute(
    `insert into ${link} (gym_id, subscription_type_id, ${column})
       select s.gym_id, s.id, t.id from subscription_type s join ${table} t on t.id ${inWanted} where s.id = ?
       on conflict do nothing`,
    [wanted, typeId],
  );
}

/** For a type that goes, too. */
export async function excludeAll(em: EntityManager, typeId: string): Promise<void> {
  for (const { link } of Object.values(kinds))
    await em.execute(`delete from ${link} where subscription_type_id = ?`, [typeId]);
}

const unknownChoice = (field: string) => new UserInputError(field, 'UNKNOWN_CHOICE', 'There is no such choice.');
