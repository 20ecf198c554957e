// Keeps a cancellation with what the law asked for that day, and the dated text that confirms it to the member.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Occasion } from './apply-plan.ts';
import type { GymLocale } from './describe-charge.ts';
import type { Plan } from './plan-subscription-change.ts';
import type { Facts } from './subscription-facts.ts';
import type { Contract } from './subscription-situation.ts';
import type { EarliestEnd } from './subscription-terms.type.ts';

export interface Cancelled {
  contract: Contract;
  plan: Pick<Plan, 'end' | 'earliestEnd'>;
  occasion: Occasion;
}

/** Under the lock of the member, whose number makes the confirmation's unique. */
export async function confirmCancellation(
  em: EntityManager,
  facts: Facts,
  { contract, plan: { end, earliestEnd: law }, occasion }: Cancelled,
): Promise<void> {
  if (!end || !law) throw new Error('The plan cancels nothing.');
  const [{ earlier } = { earlier: 0 }] = await em.execute<{ earlier: number }[]>(
    'select count(*)::int as earlier from subscription_cancellation where member_id = ?',
    [facts.memberId],
  );
  const number = `C-${facts.memberNumber}-${earlier + 1}`;
  const text = confirmationText(facts.locale, { typeName: contract.typeName, endsOn: end.endsOn, law, number });
  await em.execute(insertCancellation, [
    occasion.gymId,
    occasion.changeId,
    facts.memberId,
    contract.id,
    occasion.now,
    law.cancelledOn,
    law.firstTermEndsOn,
    law.noticeEndsOn,
    law.endsOn,
    end.endsOn,
    contract.endsOn,
    number,
    text,
    occasion.employeeId,
  ]);
}

const insertCancellation = `insert into subscription_cancellation (gym_id, id, member_id, subscription_id, cancelled_at,
    cancelled_on, first_term_ends_on, notice_ends_on, earliest_ends_on, ends_on, former_ends_on, confirmation_number,
    confirmation, created_by)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

interface Confirmation {
  typeName: string;
  endsOn: string;
  law: EarliestEnd;
  number: string;
}

/** Names nobody: it stays with the contract when the member's own data is erased. */
export function confirmationText(locale: GymLocale, { typeName, endsOn, law, number }: Confirmation): string {
  const format = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const day = (it: string) => format.format(Date.parse(it));
  const texts = {
    nl: [
      `Het abonnement ${typeName} is op ${day(law.cancelledOn)} opgezegd. De laatste dag is ${day(endsOn)}.`,
      law.firstTermEndsOn && `De eerste termijn loopt tot en met ${day(law.firstTermEndsOn)}.`,
      law.noticeEndsOn && `Met een maand opzegtermijn eindigt het op ${day(law.noticeEndsOn)}.`,
      endsOn < law.endsOn && 'De sportschool is akkoord met een eerdere einddatum.',
      `Bevestiging ${number}.`,
    ],
    en: [
      `The subscription ${typeName} was cancelled on ${day(law.cancelledOn)}. Its last day is ${day(endsOn)}.`,
      law.firstTermEndsOn && `The first term runs up to and including ${day(law.firstTermEndsOn)}.`,
      law.noticeEndsOn && `With one month's notice it ends on ${day(law.noticeEndsOn)}.`,
      endsOn < law.endsOn && 'The gym agreed to an earlier end.',
      `Confirmation ${number}.`,
    ],
  };
  return texts[locale].filter(Boolean).join(' ');
}
