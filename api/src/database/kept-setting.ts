// What an Admin keeps in settings: archived and restored at will, deleted only while nothing refers to it.
import { ForeignKeyConstraintViolationException } from '@mikro-orm/core';
import type { EntityClass, EntityManager } from '@mikro-orm/postgresql';
import { NotFoundError, UserInputError } from '../graphql/errors.ts';
import { isUuid } from './uuid.ts';

export interface KeptSetting {
  id: string;
  name: string;
  archivedAt: Date | null;
}

/** The entity, for a verb inside its transaction. */
export async function findKept<E extends KeptSetting>(
  em: EntityManager,
  entity: EntityClass<E>,
  id: string,
): Promise<E> {
  const found = isUuid(id) ? await em.findOne(entity, { id } as never) : null;
  if (!found) throw new NotFoundError('There is no such thing in the settings.');
  return found as E;
}

/** Refuses a name that another one in use has, whatever its case and accents; who asks at the same moment waits. */
export async function assertNameFree<E extends KeptSetting>(
  em: EntityManager,
  entity: EntityClass<E>,
  { id, name }: Pick<KeptSetting, 'id' | 'name'>,
): Promise<void> {
  const { tableName } = em.getMetadata(entity);
  await em.execute(`select pg_advisory_xact_lock(hashtextextended(concat('name ', ?::text, ' ', current_gym()), 0))`, [
    tableName,
  ]);
  const others = await em.execute(
    `select from ${tableName} where fold(name) = fold(?) and id <> ? and archived_at is null limit 1`,
    [name, id],
  );
  if (others.length > 0) throw new UserInputError('name', 'NAME_TAKEN', 'Another one has this name.');
}

/** Foreign keys decide, also when somebody begins to use it at the same moment. `deleteOwn`: rows that are part of it. */
export async function deleteUnused<E extends KeptSetting>(
  em: EntityManager,
  entity: EntityClass<E>,
  id: string,
  deleteOwn: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const found = await findKept(em, entity, id);
  try {
    await deleteOwn();
    await em.nativeDelete(entity, { id: found.id } as never);
  } catch (error) {
    if (!(error instanceof ForeignKeyConstraintViolationException)) throw error;
    throw new UserInputError('id', 'IN_USE', 'It is in use, or was: archive it instead.');
  }
}
