// A custom notification: remind the linked employee of this member, on a day to come.
import { idFor, insertOnce } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { lineOf } from '../../graphql/text-input.ts';
import { dayOf } from '../gym/gym-day.ts';
import { findMember } from '../member/find-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { getChangedNotification } from './get-notification.ts';
import { Notification, NotificationKind } from './notification.entity.ts';
import type { NotificationPayload, ScheduleNotificationInput } from './notification.inputs.ts';

export async function scheduleNotification(
  context: Context,
  input: ScheduleNotificationInput,
): Promise<NotificationPayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.SCHEDULE_NOTIFICATION);
  const id = idFor(input.id);
  const message = lineOf('message', input.message, 500);
  const now = context.clock.now();
  await context.db.write(async (em) => {
    const member = await findMember(em, input.memberId);
    const first = await em.findOne(Notification, { id });
    if (first?.memberId === member.id) return;
    // Asked again tomorrow, a repeated request still finds what it made today; so the day is checked after.
    if (input.dueOn <= dayOf(now, viewer.timeZone))
      throw new UserInputError('dueOn', 'NOT_IN_FUTURE', 'Choose a day after today.');
    const row = {
      id,
      gymId: viewer.gymId,
      memberId: member.id,
      kind: NotificationKind.CUSTOM,
      message,
      dueOn: input.dueOn,
      createdAt: now,
      createdById: viewer.employeeId,
    };
    if (await insertOnce(em, Notification, row)) return;
    if (!(await em.findOne(Notification, { id, memberId: member.id }, { refresh: true }))) {
      throw new UserInputError('id', 'ID_TAKEN', 'This id belongs to something else.');
    }
  });
  return getChangedNotification(context, id);
}
