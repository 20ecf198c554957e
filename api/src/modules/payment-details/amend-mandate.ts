// Moves a mandate to another account: the member's permission stays, under the same reference; the next collection tells
// the bank which account it was on.
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor, insertOnce } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { lineOf } from '../../graphql/text-input.ts';
import { dayOf } from '../gym/gym-day.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { ibanOf } from '../payment-settings/iban.ts';
import { findMandate } from './find-mandate.ts';
import { getChangedMandate } from './get-mandate.ts';
import { isKnownToBank } from './known-to-bank.ts';
import { mandateIban } from './mandate-iban.ts';
import { hasLapsed } from './mandate-lapse.ts';
import { Mandate } from './mandate.entity.ts';
import type { AmendMandateInput, MandatePayload } from './mandate.inputs.ts';
import { longestHolder, sealedAccount } from './sign-mandate.ts';

export async function amendMandate(context: Context, input: AmendMandateInput): Promise<MandatePayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.CHANGE_PAYMENT_DETAILS);
  const id = idFor(input.id);
  const now = context.clock.now();
  const iban = ibanOf('iban', input.iban);
  const holder = input.holder == null ? null : lineOf('holder', input.holder, longestHolder);
  await context.db.write(async (em) => {
    const old = await findMandate(em, input.mandateId);
    if (await em.findOne(Mandate, { id, replacesMandateId: old.id })) return;
    assertCanMove(old, dayOf(now, viewer.timeZone));
    if ((await mandateIban(em, context.secrets, old)) === iban)
      throw new UserInputError('iban', 'SAME_IBAN', 'The mandate is on this account already.');
    old.replacedAt = now;
    await em.flush();
    const { gymId, memberId, reference, signedOn, textVersion, countsFrom } = old;
    const row = {
      ...{ gymId, memberId, reference, signedOn, textVersion, countsFrom },
      ...sealedAccount(context, id, iban),
      id,
      holder: holder ?? old.holder,
      signedHow: input.signedHow,
      recordedAt: now,
      recordedById: viewer.employeeId,
      replacesMandateId: old.id,
      // An account that was never collected from is none that the bank knows it by.
      originalMandateId: (await isKnown(em, old)) ? old.id : old.originalMandateId,
    };
    if (!(await insertOnce(em, Mandate, row)))
      throw new UserInputError('id', 'ID_TAKEN', 'This id belongs to something else.');
  });
  return getChangedMandate(context, id);
}

async function isKnown(em: EntityManager, { id }: Mandate): Promise<boolean> {
  const [row] = await em.execute<{ isKnown: boolean }[]>(
    `select ${isKnownToBank('d')} as "isKnown" from mandate d where d.id = ?`,
    [id],
  );
  return row?.isKnown ?? false;
}

function assertCanMove(mandate: Mandate, today: string): void {
  if (mandate.revokedAt || mandate.replacedAt)
    throw new UserInputError('mandateId', 'NOT_IN_FORCE', 'This mandate is no longer in force.');
  if (hasLapsed(mandate, today))
    throw new UserInputError('mandateId', 'MANDATE_LAPSED', 'This mandate has lapsed: have a new one signed.');
}
