// Gives a notification to an employee, or back to whoever is linked to the member.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { assertWorksHere } from '../staff/assert-works-here.ts';
import { assertOpen, findNotification } from './find-notification.ts';
import { getChangedNotification } from './get-notification.ts';
import type { NotificationPayload, ReassignNotificationInput } from './notification.inputs.ts';

export async function reassignNotification(
  context: Context,
  { id, employeeId = null }: ReassignNotificationInput,
): Promise<NotificationPayload> {
  assertMay(signedIn(context), MemberPermission.SCHEDULE_NOTIFICATION);
  await context.db.write(async (em) => {
    const notification = await findNotification(em, id);
    if (notification.employeeId === employeeId) return;
    assertOpen(notification);
    if (employeeId) await assertWorksHere(em, employeeId);
    notification.employeeId = employeeId;
  });
  return getChangedNotification(context, id);
}
