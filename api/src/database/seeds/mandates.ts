// Permissions for SEPA direct debit, for members with a recurring subscription.
import { isoDate } from './calendar-days.ts';
import type { GymPlan } from './gym-plan.ts';
import { dutchIban } from './iban.ts';
import type { Member } from './members.ts';
import type { Row } from './row.ts';

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
    yield {
      gym_id: plan.gymId,
      id: random.uuid(member.createdMs + 1),
      member_id: member.id,
      reference: `M${member.number}-${isoDate(member.joinedOn).replaceAll('-', '')}`,
      holder: [initials, particle, last_name].filter(Boolean).join(' '),
      iban: dutchIban(random),
      signed_on: isoDate(member.joinedOn),
      revoked_at: isRevoked ? plan.time.at(ended + 30, 600) : null,
    };
  }
}
