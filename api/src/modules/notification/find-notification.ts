import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { Notification } from './notification.entity.ts';

/** For a verb inside its transaction: nobody else changes it meanwhile. */
export async function findNotification(em: EntityManager, id: string): Promise<Notification> {
  const notification = isUuid(id)
    ? await em.findOne(Notification, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!notification) throw new NotFoundError('There is no such notification.');
  return notification;
}

export function assertOpen(notification: Notification): void {
  if (notification.completedAt) throw new UserInputError('id', 'ALREADY_COMPLETED', 'This notification is completed.');
}
