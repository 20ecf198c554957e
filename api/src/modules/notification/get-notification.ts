import { isUuid } from '../../database/uuid.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { getChangedMember } from '../member/get-member.ts';
import { notificationJson } from './notification.entity.ts';
import type { Notification } from './notification.entity.ts';
import type { NotificationPayload } from './notification.inputs.ts';

/** For the answer of a verb that has just changed it. */
export async function getChangedNotification(context: Context, id: string): Promise<NotificationPayload> {
  const rows = isUuid(id)
    ? await context.db.rows<{ notification: Notification }>(
        `select ${notificationJson()} as notification from notification n where n.id = $1`,
        [id],
        { name: 'get_notification' },
      )
    : [];
  const notification = rows[0]?.notification;
  if (!notification) throw new NotFoundError('There is no such notification.');
  return { notification, member: await getChangedMember(context, notification.memberId) };
}
