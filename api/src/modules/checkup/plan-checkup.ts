import { idFor, insertOnce } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { findMember } from '../member/find-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { assertWorksHere } from '../staff/assert-works-here.ts';
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
    if (input.employeeId) await assertWorksHere(em, input.employeeId);
    const employeeId = input.employeeId ?? member.employeeId;
    await assertNoneAhead(em, member.id, now, id);
    const row = { id, gymId: viewer.gymId, memberId: member.id, employeeId, startsAt, createdAt: now };
    if (!(await insertOnce(em, Checkup, row)))
      throw new UserInputError('id', 'ID_TAKEN', 'This id belongs to something else.');
  });
  return getChangedCheckup(context, id);
}
