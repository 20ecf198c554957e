// What a viewer may do with a session at this moment. Pure: the same answer lights up a button; the verbs behind it ask the
// policies of the gym and the member, and say in words what the state of the session forbids.
import { registerEnumType } from 'type-graphql';
import type { Viewer } from '../../graphql/viewer.ts';
import { viewerPermissions } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { MemberPermission, memberPermissions } from '../member/member.policy.ts';
import type { Session } from './session.type.ts';

export enum SessionPermission {
  CHANGE = 'CHANGE',
  CANCEL = 'CANCEL',
  RESTORE = 'RESTORE',
  REGISTER = 'REGISTER',
  MARK_ATTENDANCE = 'MARK_ATTENDANCE',
  OVERRIDE = 'OVERRIDE',
}
registerEnumType(SessionPermission, {
  name: 'SessionPermission',
  description: 'OVERRIDE: let members in though the rules say no.',
});

export const isOver = (session: Pick<Session, 'endsAt'>, now: Date): boolean => new Date(session.endsAt) <= now;

export function sessionPermissions(viewer: Viewer, session: Session, now: Date): SessionPermission[] {
  const [ahead, over] = [new Date(session.startsAt) > now, isOver(session, now)];
  const mayPlan = viewerPermissions(viewer).includes(Permission.PLAN_SESSIONS);
  const mine = memberPermissions(viewer);
  const [mayRegister, mayOverride] = [
    mine.includes(MemberPermission.REGISTER),
    mine.includes(MemberPermission.OVERRIDE_REGISTRATION),
  ];
  if (session.isCancelled) return mayPlan && ahead ? [SessionPermission.RESTORE] : [];
  return [
    ...(mayPlan && !over ? [SessionPermission.CHANGE, SessionPermission.CANCEL] : []),
    ...(mayRegister && (!over || mayOverride) ? [SessionPermission.REGISTER] : []),
    ...(mayRegister ? [SessionPermission.MARK_ATTENDANCE] : []),
    ...(mayOverride ? [SessionPermission.OVERRIDE] : []),
  ];
}
