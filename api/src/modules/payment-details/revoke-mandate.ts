// Ends a mandate, and takes that back: each may be repeated.
import type { EntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { lineOf } from '../../graphql/text-input.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { findMandate, findMandateInForce } from './find-mandate.ts';
import { getChangedMandate } from './get-mandate.ts';
import { isKnownToBank } from './known-to-bank.ts';
import type { Mandate } from './mandate.entity.ts';
import type { MandateIdInput, MandatePayload, RevokeMandateInput } from './mandate.inputs.ts';

const longestReason = 200;

export async function revokeMandate(context: Context, input: RevokeMandateInput): Promise<MandatePayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.CHANGE_PAYMENT_DETAILS);
  const reason = lineOf('reason', input.reason, longestReason);
  await context.db.write(async (em) => {
    const mandate = await findMandate(em, input.id);
    if (mandate.replacedAt) throw new UserInputError('id', 'NOT_IN_FORCE', 'This mandate is no longer in force.');
    if (!mandate.revokedAt) revoke(mandate, context.clock.now(), viewer.employeeId, reason);
  });
  return getChangedMandate(context, input.id);
}

/** Undoes revoking, or moving to another account until that account was collected from. */
export async function restoreMandate(context: Context, { id }: MandateIdInput): Promise<MandatePayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.CHANGE_PAYMENT_DETAILS);
  await context.db.write(async (em) => {
    const mandate = await findMandate(em, id);
    const inForce = await findMandateInForce(em, mandate.memberId);
    if (inForce?.id === mandate.id) return;
    if (inForce) {
      if (inForce.replacesMandateId !== mandate.id)
        throw new UserInputError('id', 'HAS_MANDATE', 'This member has another mandate now.');
      await assertUnknown(em, mandate);
      revoke(inForce, context.clock.now(), viewer.employeeId, 'Taken back');
      await em.flush();
    } else await assertUnknown(em, mandate);
    Object.assign(mandate, { revokedAt: null, revokedById: null, revokedReason: null, replacedAt: null });
  });
  return getChangedMandate(context, id);
}

/** No account that it was moved to is known to the bank, in force or not. */
async function assertUnknown(em: EntityManager, { id }: Mandate): Promise<void> {
  const known = await em.execute<object[]>(
    `with recursive later as (
       select d.* from mandate d where d.replaces_mandate_id = ?
       union all select d.* from mandate d join later l on d.gym_id = l.gym_id and d.replaces_mandate_id = l.id)
     select 1 from later d where ${isKnownToBank('d')} limit 1`,
    [id],
  );
  if (known.length > 0)
    throw new UserInputError('id', 'ALREADY_USED', 'The new account was collected from: amend the mandate again.');
}

function revoke(mandate: Mandate, at: Date, employeeId: string | null, reason: string): void {
  Object.assign(mandate, { revokedAt: at, revokedById: employeeId, revokedReason: reason });
}
