import { idFor, insertOnce } from '../../database/insert-once.ts';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { findMember } from '../member/find-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { Employee } from '../staff/employee.entity.ts';
import { checkupTimeOf } from './checkup-time.ts';
import { Checkup } from './checkup.entity.ts';
import type { CheckupPayload, PlanCheckupInput } from './checkup.inputs.ts';
import { assertNoneAhead, lockMember } from './find-checkup.ts';
import { getChangedCheckup } from './get-checkup.ts';

export async function planCheckup(context: Context, input: PlanCheckupInput): Promise<CheckupPayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.PLAN_CHECKUP);
  const id = idFor(input.id);
  const now = context.clock.now();
  await context.db.write(async (em) => {
    const member = await findMember(em, input.memberId);
    await lockMember(em, member.id);
    if (await em.findOne(Checkup, { id, memberId: member.id })) return;
    const startsAt = checkupTimeOf(context, input);
    const employeeId = input.employeeId ?? member.employeeId;
    if (employeeId && !(isUuid(employeeId) && (await em.findOne(Employee, { id: employeeId })))) {
      throw new UserInputError('employeeId', 'UNKNOWN_EMPLOYEE', 'Nobody with this id works here.');
    }
    await assertNoneAhead(em, member.id, now, id);
    const row = { id, gymId: viewer.gymId, memberId: member.id, employeeId, startsAt, createdAt: now };
    if (!(await insertOnce(em, Checkup, row))) throw new UserInputError('id', 'ID_TAKEN', 'This id belongs to something else.');
  });
  return getChangedCheckup(context, id);
}
