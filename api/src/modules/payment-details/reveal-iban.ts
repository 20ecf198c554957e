// Shows an admin the IBAN of a mandate, on purpose: it leaves a row in the audit trail.
import { friendlyFormatIBAN } from 'ibantools';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { findMandate } from './find-mandate.ts';
import { mandateIban } from './mandate-iban.ts';
import type { MandateIdInput, RevealedIban } from './mandate.inputs.ts';

export async function revealIban(context: Context, { id }: MandateIdInput): Promise<RevealedIban> {
  const { accountId, employeeId, ...viewer } = signedIn(context);
  assertMay(signedIn(context), MemberPermission.CHANGE_PAYMENT_DETAILS);
  const iban = await context.db.write(async (em) => {
    const mandate = await findMandate(em, id);
    await em.execute(
      `insert into audit_log (gym_id, member_id, subject, subject_id, action, employee_id, account_id, request_id)
       values (?, ?, 'mandate', ?, 'READ', ?, ?, ?)`,
      [viewer.gymId, mandate.memberId, mandate.id, employeeId, accountId, context.requestId],
    );
    return mandateIban(em, context.secrets, mandate);
  });
  return { iban: friendlyFormatIBAN(iban) ?? iban };
}
