import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { Attachment } from './attachment.entity.ts';

/** The entity, locked, for a verb inside its transaction. One that is discarded or of another gym does not exist. */
export async function findAttachment(em: EntityManager, id: string): Promise<Attachment> {
  const attachment = isUuid(id)
    ? await em.findOne(Attachment, { id, state: { $ne: 'DISCARDED' } }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!attachment) throw new NotFoundError('There is no such attachment.');
  return attachment;
}
