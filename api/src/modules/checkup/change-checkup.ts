// Moving, completing and cancelling a check-up, and undoing that. Each may be repeated.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { checkupTimeOf } from './checkup-time.ts';
import type { Checkup } from './checkup.entity.ts';
import type { CheckupIdInput, CheckupPayload, MoveCheckupInput } from './checkup.inputs.ts';
import { assertNoneAhead, findCheckup } from './find-checkup.ts';
import { getChangedCheckup } from './get-checkup.ts';

/** To another day or time; one that was cancelled or completed is planned again by it. */
export function moveCheckup(context: Context, input: MoveCheckupInput): Promise<CheckupPayload> {
  return change(context, input.id, (checkup) => {
    checkup.startsAt = checkupTimeOf(context, input);
    checkup.completedAt = null;
    checkup.cancelledAt = null;
  });
}

export function completeCheckup(context: Context, { id }: CheckupIdInput): Promise<CheckupPayload> {
  return change(context, id, (checkup) => {
    checkup.completedAt ??= context.clock.now();
    checkup.cancelledAt = null;
  });
}

/** Undoes completing or cancelling. */
export function reopenCheckup(context: Context, { id }: CheckupIdInput): Promise<CheckupPayload> {
  return change(context, id, (checkup) => {
    checkup.completedAt = null;
    checkup.cancelledAt = null;
  });
}

export function cancelCheckup(context: Context, { id }: CheckupIdInput): Promise<CheckupPayload> {
  return change(context, id, (checkup) => {
    checkup.cancelledAt ??= context.clock.now();
  });
}

async function change(context: Context, id: string, apply: (checkup: Checkup) => void): Promise<CheckupPayload> {
  assertMay(signedIn(context), MemberPermission.PLAN_CHECKUP);
  const now = context.clock.now();
  await context.db.write(async (em) => {
    const checkup = await findCheckup(em, id);
    apply(checkup);
    const isAhead = !checkup.completedAt && !checkup.cancelledAt && checkup.startsAt >= now;
    if (isAhead) await assertNoneAhead(em, checkup.memberId, now, checkup.id);
  });
  return getChangedCheckup(context, id);
}
