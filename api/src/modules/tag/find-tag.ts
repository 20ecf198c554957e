import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { Tag } from './tag.entity.ts';
import { canSeeHealthTags } from './tag.policy.ts';

/** The entity, for a verb inside its transaction. For who may not see a health tag there is none. */
export async function findTag(em: EntityManager, viewer: Viewer, id: string): Promise<Tag> {
  const tag = await lookUpTag(em, viewer, id);
  if (!tag) throw new NotFoundError('There is no such tag.');
  return tag;
}

export async function lookUpTag(em: EntityManager, viewer: Viewer, id: string): Promise<Tag | null> {
  const tag = isUuid(id) ? await em.findOne(Tag, { id }) : null;
  return tag?.isHealthData && !canSeeHealthTags(viewer) ? null : tag;
}
