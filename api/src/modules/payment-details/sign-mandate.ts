// Records that a member signed a mandate: checked, sealed, and with the evidence of what was signed, when and how.
import type { EntityManager } from '@mikro-orm/postgresql';
import { aboutMandateIban, maskedIban } from '../../database/iban.ts';
import { idFor, insertOnce } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { lineOf } from '../../graphql/text-input.ts';
import { dayOf } from '../gym/gym-day.ts';
import { findMember } from '../member/find-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { ibanOf } from '../payment-settings/iban.ts';
import { findMandateInForce, lockMandates } from './find-mandate.ts';
import { getChangedMandate } from './get-mandate.ts';
import { hasLapsed } from './mandate-lapse.ts';
import { nextReference, referenceOf } from './mandate-reference.ts';
import { Mandate, SigningMethod } from './mandate.entity.ts';
import type { MandatePayload, SignMandateInput } from './mandate.inputs.ts';

export const longestHolder = 70;

export async function signMandate(context: Context, input: SignMandateInput): Promise<MandatePayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.CHANGE_PAYMENT_DETAILS);
  const id = idFor(input.id);
  const now = context.clock.now();
  const today = dayOf(now, viewer.timeZone);
  const signed = signedPart(context, id, input, today);
  const given = input.reference?.trim() ? referenceOf('reference', input.reference) : null;
  await context.db.write(async (em) => {
    const member = await findMember(em, input.memberId);
    await lockMandates(em, member.id);
    if (await isThereAlready(em, id, member.id, signed)) return;
    await makeRoom(em, member.id, now, today);
    const row = {
      ...signed,
      id,
      gymId: viewer.gymId,
      memberId: member.id,
      reference: given ?? (await nextReference(em, member.id)),
      textVersion: input.signedHow === SigningMethod.IMPORT ? 0 : await currentTextVersion(em),
      recordedAt: now,
      recordedById: viewer.employeeId,
    };
    if (await insertOnce(em, Mandate, row)) return;
    if (await em.findOne(Mandate, { reference: row.reference }))
      throw new UserInputError('reference', 'REFERENCE_TAKEN', 'Another mandate has this reference.');
    throw new UserInputError('id', 'ID_TAKEN', 'This id belongs to something else.');
  });
  return getChangedMandate(context, id);
}

function signedPart(context: Context, id: string, input: SignMandateInput, today: string) {
  const { signedOn, signedHow } = input;
  const iban = ibanOf('iban', input.iban);
  const lastUsedOn = signedHow === SigningMethod.IMPORT ? (input.lastUsedOn ?? null) : null;
  for (const [field, day] of [
    ['signedOn', signedOn],
    ['lastUsedOn', lastUsedOn],
  ] as const)
    if (day !== null && day > today) throw new UserInputError(field, 'IN_THE_FUTURE', 'Choose today or a day before.');
  if (lastUsedOn !== null && lastUsedOn < signedOn)
    throw new UserInputError('lastUsedOn', 'BEFORE_SIGNED', 'It cannot have been used before it was signed.');
  const countsFrom = lastUsedOn ?? signedOn;
  if (hasLapsed({ countsFrom }, today))
    throw new UserInputError(
      'signedOn',
      'MANDATE_LAPSED',
      'Not used for 36 months, it has lapsed: have a new one signed.',
    );
  return {
    holder: lineOf('holder', input.holder, longestHolder),
    ...sealedAccount(context, id, iban),
    signedOn,
    signedHow,
    lastUsedOn,
    countsFrom,
  };
}

/** An IBAN as a mandate's row keeps it. */
export function sealedAccount(context: Context, id: string, iban: string) {
  const about = aboutMandateIban(signedIn(context).gymId, id);
  return { ibanSealed: context.secrets.seal(iban, about), maskedIban: maskedIban(iban), ibanCountry: iban.slice(0, 2) };
}

/** Sent a second time: there already. The same id for something else is refused. */
async function isThereAlready(
  em: EntityManager,
  id: string,
  memberId: string,
  { holder, maskedIban, signedOn }: ReturnType<typeof signedPart>,
): Promise<boolean> {
  const found = await em.findOne(Mandate, { id, memberId });
  if (!found) return false;
  if (found.holder === holder && found.maskedIban === maskedIban && found.signedOn === signedOn) return true;
  throw new UserInputError('id', 'ID_REUSED', 'This id was used for something else.');
}

/** One mandate is in force; one that has lapsed or that the bank blocked makes way. */
async function makeRoom(em: EntityManager, memberId: string, now: Date, today: string): Promise<void> {
  const inForce = await findMandateInForce(em, memberId);
  if (!inForce) return;
  if (!hasLapsed(inForce, today) && !inForce.blockedAt)
    throw new UserInputError('memberId', 'HAS_MANDATE', 'This member has a mandate: amend it, or revoke it first.');
  inForce.replacedAt = now;
  await em.flush();
}

async function currentTextVersion(em: EntityManager): Promise<number> {
  const [text] = await em.execute<{ version: number }[]>(
    'select coalesce(max(version), 0) as version from mandate_text',
  );
  return text?.version ?? 0;
}
