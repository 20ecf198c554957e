// Making a row under an id that the client chose: the same id again makes no second row, also when both come at once.
import { randomUUIDv7 } from 'node:crypto';
import type { EntityClass, EntityManager } from '@mikro-orm/postgresql';
import { UserInputError } from '../graphql/errors.ts';
import { isUuid } from './uuid.ts';

/** The client's own id when there is one, else a new one. */
export function idFor(clientId: string | null | undefined): string {
  if (clientId == null) return randomUUIDv7();
  if (!isUuid(clientId)) throw new UserInputError('id', 'INVALID_ID', 'The id must be a UUID.');
  return clientId.toLowerCase();
}

/** False when the row collides with one that is there: the one with this id, or another that something unique is shared with. */
export async function insertOnce<E extends object>(
  em: EntityManager,
  entity: EntityClass<E>,
  row: Partial<E>,
): Promise<boolean> {
  const { affectedRows } = await em
    .createQueryBuilder(entity)
    .insert(row as never)
    .onConflict()
    .ignore()
    .execute('run');
  return affectedRows > 0;
}
