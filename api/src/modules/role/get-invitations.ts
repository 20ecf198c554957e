import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { hashSecret } from '../account/identify-viewer.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import type { EmployeeInvitation } from './invitation.entity.ts';
import type { InvitationBehindLink } from './role.payloads.ts';

/** Neither accepted nor revoked, the latest first; those that have run out too. */
export async function getEmployeeInvitations(context: Context): Promise<EmployeeInvitation[]> {
  assertMayInGym(signedIn(context), Permission.MANAGE_EMPLOYEES);
  const rows = await context.db.rows<{ invitation: EmployeeInvitation }>(
    `select json_build_object('id', i.id, 'firstName', i.first_name, 'lastName', i.last_name, 'email', i.email, 'role', i.role,
         'createdAt', i.created_at, 'createdByName', e.full_name, 'expiresAt', i.expires_at, 'isExpired', i.expires_at <= $1) as invitation
       from employee_invitation i join employee e on e.gym_id = i.gym_id and e.id = i.created_by
      where i.accepted_at is null and i.revoked_at is null order by i.created_at desc, i.id desc`,
    [context.clock.now()],
    { name: 'employee_invitations' },
  );
  return rows.map(({ invitation }) => invitation);
}

export interface Invited {
  gym_name: string;
  first_name: string;
  email: string;
  role: InvitationBehindLink['role'];
  expires_at: Date;
  is_accepted: boolean;
  has_account: boolean;
}

/** For whoever holds the link; null when it was revoked or has run out. */
export async function findInvited(context: Context, secret: string): Promise<Invited | null> {
  const [found] = await context.accounts.rows<Invited>('select * from employee_invitation_behind($1, $2)', [
    hashSecret(secret),
    context.clock.now(),
  ]);
  return found ?? null;
}

/** Null for a link that no longer works: revoked, run out, used, or never one. */
export async function getInvitationBehindLink(context: Context, secret: string): Promise<InvitationBehindLink | null> {
  const found = await findInvited(context, secret);
  if (!found || found.is_accepted) return null;
  return {
    gymName: found.gym_name,
    firstName: found.first_name,
    email: found.email,
    role: found.role,
    expiresAt: found.expires_at,
    hasAccount: found.has_account,
  };
}
