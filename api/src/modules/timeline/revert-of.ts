// Whether what an entry tells can be reverted, and if not, why. Pure; revert-change.ts asks the same again.
import type { Viewer } from '../../graphql/viewer.ts';
import { dayOf } from '../gym/gym-day.ts';
import { MemberPermission, assertMay, memberPermissions } from '../member/member.policy.ts';
import { NotePermission, assertMayRetract, notePermissions } from '../note/note.policy.ts';
import type { ToldEntry } from './entry-json.ts';
import { RevertRefusal, TimelineEvent, TimelineKind } from './timeline.type.ts';
import type { TimelineRevert } from './timeline.type.ts';

export interface Asking {
  viewer: Viewer;
  now: Date;
}

const REVERT_DAYS = 30;

/** What staff do from day to day and can be put back without a trace elsewhere. */
const revertible = new Set([
  TimelineEvent.TAG_ADDED,
  TimelineEvent.TAG_CHANGED,
  TimelineEvent.TAG_REMOVED,
  TimelineEvent.EMPLOYEE_LINKED,
  TimelineEvent.CHECKUP_PLANNED,
  TimelineEvent.CHECKUP_MOVED,
  TimelineEvent.NOTIFICATION_COMPLETED,
  TimelineEvent.NOTIFICATION_CLOSED,
  TimelineEvent.NOTIFICATION_REOPENED,
  TimelineEvent.NOTIFICATION_SNOOZED,
  TimelineEvent.NOTIFICATION_REASSIGNED,
  TimelineEvent.NOTE_RETRACTED,
  TimelineEvent.NOTE_RESTORED,
  TimelineEvent.ATTACHMENT_DELETED,
  TimelineEvent.ATTACHMENT_RESTORED,
]);

const permissions: Partial<Record<TimelineKind, MemberPermission>> = {
  TAG: MemberPermission.ADD_TAG,
  DETAILS: MemberPermission.LINK_EMPLOYEE,
  CHECKUP: MemberPermission.PLAN_CHECKUP,
  NOTIFICATION: MemberPermission.SCHEDULE_NOTIFICATION,
  ATTACHMENT: MemberPermission.ADD_ATTACHMENT,
};

export function revertOf(entry: ToldEntry & { happenedAt: string }, asking: Asking): TimelineRevert | null {
  const { auditId } = entry;
  if (!auditId || !revertible.has(entry.event)) return null;
  const refusal = refusalOf(entry, asking);
  const isForOthers = refusal !== RevertRefusal.REVERTED && !mayRevert(entry, asking.viewer);
  return { auditId, refusal: isForOthers ? RevertRefusal.NOT_ALLOWED : refusal };
}

/** Why nobody can revert it now. */
export function refusalOf(entry: ToldEntry & { happenedAt: string }, { viewer, now }: Asking): RevertRefusal | null {
  if (!revertible.has(entry.event)) return RevertRefusal.NEVER;
  if (entry.isBack && !entry.isCurrent) return RevertRefusal.REVERTED;
  if (now.getTime() - Date.parse(entry.happenedAt) > REVERT_DAYS * 86_400_000) return RevertRefusal.TOO_OLD;
  if (!entry.isCurrent) return RevertRefusal.CHANGED_SINCE;
  return hasPassed(entry, viewer, now) ? RevertRefusal.PASSED : null;
}

/** As the verb that made the change asks. */
export function assertMayRevert({ kind, authorId }: ToldEntry, viewer: Viewer): void {
  const permission = permissions[kind];
  if (permission) assertMay(viewer, permission);
  else assertMayRetract(viewer, { authorId: authorId ?? '' });
}

function mayRevert({ kind, authorId }: ToldEntry, viewer: Viewer): boolean {
  const permission = permissions[kind];
  if (permission) return memberPermissions(viewer).includes(permission);
  return notePermissions(viewer, { authorId: authorId ?? '' }).includes(NotePermission.RETRACT);
}

/** The time that it would go back to, or the check-up that would be called off, lies behind. */
function hasPassed({ event, before, startsAt }: ToldEntry, viewer: Viewer, now: Date): boolean {
  const isPast = (instant: string | null | undefined) => instant != null && Date.parse(instant) < now.getTime();
  if (event === TimelineEvent.CHECKUP_MOVED) return isPast(before?.['starts_at']);
  if (event === TimelineEvent.CHECKUP_PLANNED) return isPast(startsAt);
  const lastDay =
    event === TimelineEvent.TAG_REMOVED || event === TimelineEvent.TAG_CHANGED ? before?.['expires_on'] : null;
  return lastDay != null && lastDay < dayOf(now, viewer.timeZone);
}
