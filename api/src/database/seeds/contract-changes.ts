// The record of changes behind a member's contracts: which was changed into which, and which was cancelled, with the
// confirmation that the member got.
import { DateTime } from 'luxon';
import { addMonths, dateParts, dayOf, isoDate, timestamp, type Day } from './calendar-days.ts';
import type { Contract } from './contracts.ts';
import type { GymPlan } from './gym-plan.ts';
import type { Member } from './members.ts';
import { offerOf } from './offer.ts';
import type { Row } from './row.ts';
import { monthNames } from './month-names.ts';

export function changeRows(plan: GymPlan, member: Member, contract: Contract): Row[] {
  const { replaces, cancelledMs, endsOn } = contract;
  const row = (kind: string, made: Row): Row => ({
    gym_id: plan.gymId,
    id: member.random.fork(`${kind} ${contract.id}`).uuid(contract.createdMs),
    member_id: member.id,
    kind,
    former_ends_on: null,
    intent: 'seed',
    purchase_ids: '{}',
    ...made,
  });
  const changed =
    replaces === null || contract.isYearly
      ? []
      : [
          row('CHANGE', {
            subscription_id: replaces,
            new_subscription_id: contract.id,
            effective_on: isoDate(contract.startsOn),
            created_at: timestamp(contract.createdMs),
          }),
        ];
  if (cancelledMs === null || endsOn === null) return changed;
  const cancelled = { subscription_id: contract.id, new_subscription_id: null, effective_on: isoDate(endsOn + 1) };
  return [...changed, row('CANCEL', { ...cancelled, created_at: timestamp(cancelledMs) })];
}

export function cancellationRows(plan: GymPlan, member: Member, contract: Contract): Row[] {
  const { cancelledMs, endsOn, id } = contract;
  if (cancelledMs === null || endsOn === null) return [];
  const cancelledOn = dayOf(DateTime.fromMillis(cancelledMs, { zone: plan.time.timeZone }).toISODate() ?? '');
  const noticeEndsOn = addMonths(cancelledOn, 1);
  const number = `C-${member.number}-1`;
  const words = [
    `Het abonnement ${offerOf(contract.offer).name} is op ${inWords(cancelledOn)} opgezegd. De laatste dag is ${inWords(endsOn)}.`,
    `Met een maand opzegtermijn eindigt het op ${inWords(noticeEndsOn)}.`,
    ...(endsOn < noticeEndsOn ? ['De sportschool is akkoord met een eerdere einddatum.'] : []),
    `Bevestiging ${number}.`,
  ];
  return [
    {
      gym_id: plan.gymId,
      id: member.random.fork(`cancellation ${id}`).uuid(cancelledMs),
      member_id: member.id,
      subscription_id: id,
      cancelled_at: timestamp(cancelledMs),
      cancelled_on: isoDate(cancelledOn),
      first_term_ends_on: null,
      notice_ends_on: isoDate(noticeEndsOn),
      earliest_ends_on: isoDate(noticeEndsOn),
      ends_on: isoDate(endsOn),
      former_ends_on: null,
      confirmation_number: number,
      confirmation: words.join(' '),
    },
  ];
}

function inWords(day: Day): string {
  const { year, month, dayOfMonth } = dateParts(day);
  return `${dayOfMonth} ${monthNames[month - 1]} ${year}`;
}
