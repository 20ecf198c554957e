// Permissions for SEPA direct debit, for members with a recurring subscription, and what the gym collects with.
import type { Secrets } from '../../adapters/secrets/secrets.ts';
import { aboutCreditorIban, aboutMandateIban, maskedIban } from '../iban.ts';
import { isoDate } from './calendar-days.ts';
import type { GymPlan } from './gym-plan.ts';
import { creditorId, dutchIban } from './iban.ts';
import type { Member } from './members.ts';
import type { Row } from './row.ts';

/** Seals a text as COPY reads bytes; `about` says where it belongs. */
export type Seal = (text: string, about: string) => string;

export const sealerOf =
  (secrets: Secrets): Seal =>
  (text, about) =>
    String.raw`\x${secrets.seal(text, about).toString('hex')}`;

export function* mandateRows(plan: GymPlan, members: readonly Member[]): Generator<Row> {
  for (const member of members) {
    const random = member.random.fork('mandate');
    if (
      plan.paymentCollection !== 'SEPA' ||
      !member.contracts.some((contract) => contract.isRecurring) ||
      random.chance(0.04)
    )
      continue;
    const { first_name, particle, last_name } = member.name;
    const initials = `${first_name.slice(0, 1)}.`;
    const ended = member.contracts.at(-1)?.endsOn;
    const isRevoked = ended !== null && ended !== undefined && ended < plan.time.today - 60;
    const iban = dutchIban(random);
    const id = random.uuid(member.createdMs + 1);
    const signedOn = isoDate(member.joinedOn);
    // Collected with every month since.
    const usedOn = isoDate(Math.max(member.joinedOn, Math.min(ended ?? plan.time.today, plan.time.today) - 20));
    yield {
      gym_id: plan.gymId,
      id,
      member_id: member.id,
      reference: `M${member.number}-${signedOn.replaceAll('-', '')}`,
      holder: [initials, particle, last_name].filter(Boolean).join(' '),
      iban_sealed: plan.seal(iban, aboutMandateIban(plan.gymId, id)),
      masked_iban: maskedIban(iban),
      iban_country: iban.slice(0, 2),
      signed_on: signedOn,
      signed_how: 'PAPER',
      recorded_at: plan.time.at(member.joinedOn, 600),
      last_used_on: usedOn,
      counts_from: usedOn,
      revoked_at: isRevoked ? plan.time.at(ended + 30, 600) : null,
      revoked_reason: isRevoked ? 'Lidmaatschap beëindigd' : null,
    };
  }
}

export function* paymentSettingsRows(plan: GymPlan): Generator<Row> {
  if (plan.paymentCollection !== 'SEPA') return;
  const random = plan.random.fork('creditor');
  const iban = dutchIban(random);
  yield {
    gym_id: plan.gymId,
    creditor_name: `${plan.name} B.V.`,
    // No number of the Dutch trade register starts with 00.
    creditor_id: creditorId('NL', `00${random.int(100_000, 999_999)}0000`),
    creditor_iban_sealed: plan.seal(iban, aboutCreditorIban(plan.gymId)),
    creditor_masked_iban: maskedIban(iban),
  };
}
