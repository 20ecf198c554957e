// What a viewer may do with a member. Pure: the same answer lights up a button and guards the verb behind it.
import { registerEnumType } from 'type-graphql';
import { ForbiddenError } from '../../graphql/errors.ts';
import type { Viewer } from '../../graphql/viewer.ts';

export enum MemberPermission {
  ADD_TAG = 'ADD_TAG',
  ADD_NOTE = 'ADD_NOTE',
  SCHEDULE_NOTIFICATION = 'SCHEDULE_NOTIFICATION',
  LINK_EMPLOYEE = 'LINK_EMPLOYEE',
  PLAN_CHECKUP = 'PLAN_CHECKUP',
  ASSIGN_CHECKLIST = 'ASSIGN_CHECKLIST',
  ADD_ATTACHMENT = 'ADD_ATTACHMENT',
  PURCHASE = 'PURCHASE',
  REGISTER = 'REGISTER',
  OVERRIDE_REGISTRATION = 'OVERRIDE_REGISTRATION',
  CHANGE_SUBSCRIPTION = 'CHANGE_SUBSCRIPTION',
  CHANGE_PAYMENT_DETAILS = 'CHANGE_PAYMENT_DETAILS',
}
registerEnumType(MemberPermission, { name: 'MemberPermission' });

const adminOnly = [
  MemberPermission.OVERRIDE_REGISTRATION,
  MemberPermission.CHANGE_SUBSCRIPTION,
  MemberPermission.CHANGE_PAYMENT_DETAILS,
];
const everyday = Object.values(MemberPermission).filter((permission) => !adminOnly.includes(permission));

/** A member's own app has verbs of its own; these are the staff's. */
export function memberPermissions(viewer: Viewer): MemberPermission[] {
  if (viewer.kind !== 'EMPLOYEE' || viewer.scope !== 'WRITE') return [];
  return viewer.role === 'ADMIN' ? Object.values(MemberPermission) : everyday;
}

export function assertMay(viewer: Viewer, permission: MemberPermission): void {
  if (!memberPermissions(viewer).includes(permission)) throw new ForbiddenError();
}

/** Staff see every member of their gym; a member sees only themself. */
export function canSeeMember(viewer: Viewer, memberId: string): boolean {
  return viewer.kind === 'EMPLOYEE' || viewer.memberId === memberId;
}
