// What a viewer may do in the gym as a whole. Pure.
import { ForbiddenError } from '../../graphql/errors.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { Permission } from './viewer.type.ts';

const adminsOwn = [Permission.MANAGE_SUBSCRIPTIONS, Permission.MANAGE_SETTINGS, Permission.MANAGE_PAYMENTS];

export function viewerPermissions(viewer: Viewer): Permission[] {
  if (viewer.kind !== 'EMPLOYEE') return [];
  if (viewer.scope !== 'WRITE') return [Permission.READ_MEMBERS];
  const everyday = [
    Permission.READ_MEMBERS,
    Permission.WRITE_MEMBERS,
    Permission.MANAGE_TAGS,
    Permission.PLAN_SESSIONS,
  ];
  const admin = viewer.role === 'ADMIN' ? adminsOwn : [];
  return [...everyday, ...admin, ...(viewer.via === 'SESSION' ? inPerson(viewer) : [])];
}

/** A token must not be able to make more tokens, nor Admins: only a person who signed in. */
const inPerson = ({ role }: Viewer): Permission[] =>
  role === 'ADMIN' ? [Permission.MANAGE_API_TOKENS, Permission.MANAGE_EMPLOYEES] : [Permission.MANAGE_API_TOKENS];

export function assertMayInGym(viewer: Viewer, permission: Permission): void {
  if (!viewerPermissions(viewer).includes(permission)) throw new ForbiddenError();
}

/** What is personal to an account is for who signed in to it: a token gets no further. */
export function sessionOf(viewer: Viewer): { accountId: string; sessionId: string } {
  const { via, accountId, sessionId } = viewer;
  if (via !== 'SESSION' || !accountId || !sessionId)
    throw new ForbiddenError('Only for who has signed in with a password.');
  return { accountId, sessionId };
}
