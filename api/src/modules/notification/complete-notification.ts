// Completing archives a notification with who and when and what came of it, and may leave a note; reopening undoes it.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { textOf } from '../../graphql/text-input.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { findNotification } from './find-notification.ts';
import { getChangedNotification } from './get-notification.ts';
import type { CompleteNotificationInput, NotificationPayload, ReopenNotificationInput } from './notification.inputs.ts';
import { keepNote, takeNoteBack } from './notification-note.ts';

const longestNote = 10_000;

export async function completeNotification(
  context: Context,
  { id, outcome, note }: CompleteNotificationInput,
): Promise<NotificationPayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.SCHEDULE_NOTIFICATION);
  const text = note == null ? null : textOf('note', note, longestNote);
  await context.db.write(async (em) => {
    const notification = await findNotification(em, id);
    // What somebody wrote is kept, also when another had completed it a moment before.
    if (text !== null) notification.noteId = await keepNote(em, context, notification, text);
    // Who completed it first is who completed it.
    if (notification.completedAt) return;
    notification.completedAt = context.clock.now();
    notification.completedById = viewer.employeeId;
    notification.outcome = outcome ?? null;
  });
  return getChangedNotification(context, id);
}

export async function reopenNotification(
  context: Context,
  { id, retractNote }: ReopenNotificationInput,
): Promise<NotificationPayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.SCHEDULE_NOTIFICATION);
  await context.db.write(async (em) => {
    const notification = await findNotification(em, id);
    if (retractNote && notification.noteId) await takeNoteBack(em, context, notification.noteId);
    notification.noteId = null;
    notification.completedAt = null;
    notification.completedById = null;
    notification.outcome = null;
    notification.closedReason = null;
  });
  return getChangedNotification(context, id);
}
