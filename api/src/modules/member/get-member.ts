// Reads members through the tenant wall, with the branches that a query asks for.
import type { LookAhead } from '../../graphql/branch.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { memberParent } from './member.entity.ts';
import type { Member } from './member.entity.ts';
import { canSeeMember } from './member.policy.ts';

/** Null when there is no such member, or not for this viewer: the two look the same. */
export async function getMember(context: Context, id: string, ahead?: LookAhead): Promise<Member | null> {
  if (!canSeeMember(signedIn(context), id)) return null;
  return context.branches.load(memberParent, id, ahead);
}

/** For the answer of a verb that has just changed this member. */
export async function getChangedMember(context: Context, id: string): Promise<Member> {
  const member = await getMember(context, id);
  if (!member) throw new NotFoundError();
  return member;
}

/** Members in the order of the ids; those that are not there, or not for this viewer, are left out. */
export async function getMembers(context: Context, ids: readonly string[], ahead?: LookAhead): Promise<Member[]> {
  const viewer = signedIn(context);
  const visible = ids.filter((id) => canSeeMember(viewer, id));
  const members = await context.branches.loadMany(memberParent, visible, ahead);
  return members.filter((member) => member !== null);
}
