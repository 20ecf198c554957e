// Puts a notification off: whom it is for does not see it on the dashboard until that day.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { dayOf } from '../gym/gym-day.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { assertOpen, findNotification } from './find-notification.ts';
import { getChangedNotification } from './get-notification.ts';
import type { NotificationPayload, SnoozeNotificationInput } from './notification.inputs.ts';

export async function snoozeNotification(
  context: Context,
  { id, until = null }: SnoozeNotificationInput,
): Promise<NotificationPayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.SCHEDULE_NOTIFICATION);
  await context.db.write(async (em) => {
    const notification = await findNotification(em, id);
    // Asked again tomorrow, a repeated request finds what it did today.
    if (notification.snoozedUntil === until) return;
    assertOpen(notification);
    if (until !== null && until <= dayOf(context.clock.now(), viewer.timeZone))
      throw new UserInputError('until', 'NOT_IN_FUTURE', 'Choose a day after today.');
    notification.snoozedUntil = until;
  });
  return getChangedNotification(context, id);
}
