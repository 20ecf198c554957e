// Makes a link that lets somebody work here, and takes it back. The secret leaves the server once, with the answer, behind
// the # of an address: browsers send that part to nobody.
import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor, insertOnce } from '../../database/insert-once.ts';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { lineOf } from '../../graphql/text-input.ts';
import { hashSecret } from '../account/identify-viewer.ts';
import { LONGEST_EMAIL } from '../account/prove-account.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { getEmployeeInvitations } from './get-invitations.ts';
import { EmployeeInvitation } from './invitation.entity.ts';
import { lockRoles } from './lock-roles.ts';
import type { EmployeeInvitationIdInput, InviteEmployeeInput } from './role.inputs.ts';
import type { EmployeeInvitationRevokedPayload, InviteEmployeePayload } from './role.payloads.ts';

export const INVITATION_DAYS = 7;

export async function inviteEmployee(context: Context, input: InviteEmployeeInput): Promise<InviteEmployeePayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_EMPLOYEES);
  const now = context.clock.now();
  const secret = `spi_${randomBytes(32).toString('base64url')}`;
  const row = {
    id: idFor(input.id),
    gymId: viewer.gymId,
    firstName: lineOf('firstName', input.firstName, 80),
    lastName: lineOf('lastName', input.lastName, 80),
    email: emailOf(input.email),
    role: input.role,
    tokenHash: hashSecret(secret),
    createdAt: now,
    createdById: viewer.employeeId ?? '',
    expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
  };
  await context.db.write(async (em) => {
    await lockRoles(em, viewer);
    if (await em.findOne(EmployeeInvitation, { id: row.id })) throw createdAlready();
    await assertCanBeInvited(em, row.email);
    // The latest link is the one that works.
    await em.execute(
      'update employee_invitation set revoked_at = ? where email = ? and accepted_at is null and revoked_at is null',
      [now, row.email],
    );
    if (!(await insertOnce(em, EmployeeInvitation, row))) throw createdAlready();
  });
  const invitation = (await getEmployeeInvitations(context)).find(({ id }) => id === row.id);
  if (!invitation) throw new NotFoundError('There is no such invitation.');
  return { invitation, url: `${context.publicUrl}/invitation#${secret}` };
}

export async function revokeEmployeeInvitation(
  context: Context,
  { id }: EmployeeInvitationIdInput,
): Promise<EmployeeInvitationRevokedPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_EMPLOYEES);
  await context.db.write(async (em) => {
    await lockRoles(em, viewer);
    const invitation = isUuid(id) ? await em.findOne(EmployeeInvitation, { id }) : null;
    if (!invitation) throw new NotFoundError('There is no such invitation.');
    if (invitation.acceptedAt)
      throw new UserInputError('id', 'ALREADY_ACCEPTED', 'It was accepted: remove the employee instead.');
    invitation.revokedAt ??= context.clock.now();
  });
  return { revokedId: id };
}

// What the first one made is there, but its link is not: repeating cannot answer as the first did.
const createdAlready = () =>
  new UserInputError('id', 'ALREADY_CREATED', 'This invitation was made already; its link cannot be shown again.');

function emailOf(email: string): string {
  const lowered = lineOf('email', email, LONGEST_EMAIL).toLowerCase();
  if (/^[^\s@]+@[^\s@]+$/.test(lowered)) return lowered;
  throw new UserInputError('email', 'INVALID_EMAIL', 'An e-mail address looks like name@gym.example.');
}

/** Who works here without an account is given one by it. */
async function assertCanBeInvited(em: EntityManager, email: string): Promise<void> {
  const known = await em.execute<{ hasAccount: boolean; isArchived: boolean }[]>(
    `select account_id is not null as "hasAccount", archived_at is not null as "isArchived" from employee where lower(email) = ?`,
    [email],
  );
  if (known.some(({ hasAccount, isArchived }) => hasAccount && !isArchived))
    throw new UserInputError('email', 'ALREADY_EMPLOYED', 'They work here already.');
  if (known.length > 0 && known.every(({ isArchived }) => isArchived))
    throw new UserInputError('email', 'ARCHIVED_EMPLOYEE', 'They worked here before: let them in again instead.');
}
