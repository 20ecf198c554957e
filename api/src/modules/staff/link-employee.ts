// Links the employee who looks after a member, or nobody.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { findMember } from '../member/find-member.ts';
import { getChangedMember } from '../member/get-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import type { MemberPayload } from '../member/member.payload.ts';
import { Employee } from './employee.entity.ts';
import type { LinkEmployeeInput } from './employee.inputs.ts';

export async function linkEmployee(context: Context, { memberId, employeeId }: LinkEmployeeInput): Promise<MemberPayload> {
  assertMay(signedIn(context), MemberPermission.LINK_EMPLOYEE);
  await context.db.write(async (em) => {
    const member = await findMember(em, memberId);
    if (employeeId) await assertWorksHere(em, employeeId);
    member.employeeId = employeeId ?? null;
  });
  return { member: await getChangedMember(context, memberId) };
}

async function assertWorksHere(em: EntityManager, id: string): Promise<void> {
  const employee = isUuid(id) ? await em.findOne(Employee, { id, archivedAt: null }) : null;
  if (!employee) throw new UserInputError('employeeId', 'UNKNOWN_EMPLOYEE', 'Nobody with this id works here.');
}
