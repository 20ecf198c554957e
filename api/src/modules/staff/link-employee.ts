// Links the employee who looks after a member, or nobody.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { findMember } from '../member/find-member.ts';
import { getChangedMember } from '../member/get-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import type { MemberPayload } from '../member/member.payload.ts';
import { assertWorksHere } from './assert-works-here.ts';
import type { LinkEmployeeInput } from './employee.inputs.ts';

export async function linkEmployee(
  context: Context,
  { memberId, employeeId }: LinkEmployeeInput,
): Promise<MemberPayload> {
  assertMay(signedIn(context), MemberPermission.LINK_EMPLOYEE);
  await context.db.write(async (em) => {
    const member = await findMember(em, memberId);
    if (employeeId) await assertWorksHere(em, employeeId);
    member.employeeId = employeeId ?? null;
  });
  return { member: await getChangedMember(context, memberId) };
}
