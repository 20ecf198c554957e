// Completing archives a notification with who and when; reopening undoes it.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { getChangedNotification } from './get-notification.ts';
import { Notification } from './notification.entity.ts';
import type { NotificationIdInput, NotificationPayload } from './notification.inputs.ts';

export async function completeNotification(
  context: Context,
  { id }: NotificationIdInput,
): Promise<NotificationPayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.SCHEDULE_NOTIFICATION);
  await context.db.write(async (em) => {
    const notification = await findLocked(em, id);
    // Who completed it first is who completed it.
    if (notification.completedAt) return;
    notification.completedAt = context.clock.now();
    notification.completedById = viewer.employeeId;
  });
  return getChangedNotification(context, id);
}

export async function reopenNotification(context: Context, { id }: NotificationIdInput): Promise<NotificationPayload> {
  assertMay(signedIn(context), MemberPermission.SCHEDULE_NOTIFICATION);
  await context.db.write(async (em) => {
    const notification = await findLocked(em, id);
    notification.completedAt = null;
    notification.completedById = null;
  });
  return getChangedNotification(context, id);
}

async function findLocked(em: EntityManager, id: string): Promise<Notification> {
  const notification = isUuid(id)
    ? await em.findOne(Notification, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!notification) throw new NotFoundError('There is no such notification.');
  return notification;
}
