import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { Tag } from './tag.entity.ts';

/** The entity, for a verb inside its transaction. */
export async function findTag(em: EntityManager, id: string): Promise<Tag> {
  const tag = isUuid(id) ? await em.findOne(Tag, { id }) : null;
  if (!tag) throw new NotFoundError('There is no such tag.');
  return tag;
}
