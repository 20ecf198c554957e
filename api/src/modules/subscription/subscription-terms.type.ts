// What the terms of a subscription are made of, as the graph shows them: billing, planned charges, its end.
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';

export enum SubscriptionBilling {
  MONTHLY = 'MONTHLY',
  YEARLY = 'YEARLY',
  ONCE = 'ONCE',
}
registerEnumType(SubscriptionBilling, {
  name: 'SubscriptionBilling',
  description:
    'MONTHLY: a line for each calendar month, a month that is not whole by the day. YEARLY: one line for the year, after which it ends. ONCE: one line at its start.',
});

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true, description: 'A line that will be written if nothing changes.' })
export class PlannedCharge {
  @Field(() => LocalDate, { description: 'The day on which the line is written.' })
  chargedOn: string;

  @Field(() => String)
  description: string;

  @Field(() => LocalDate, { description: 'The first day that it pays for.' })
  periodStartsOn: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last day that it pays for; null when there is none.' })
  periodEndsOn: string | null;

  @Field(() => Money, { description: 'VAT included.' })
  total: Money;

  @Field(() => Money, { description: 'The VAT within the total.' })
  vat: Money;

  @Field(() => Float, { description: 'In percent, e.g. 9.' })
  vatRatePercent: number;
}

@Audience('SIGNED_IN')
@ObjectType({
  simpleResolvers: true,
  description:
    'The earliest last day that the law and the contract allow: the later of the end of the first term and one month after cancelling (Dutch Civil Code 6:236 j). The gym may agree to an earlier one.',
})
export class EarliestEnd {
  @Field(() => LocalDate)
  endsOn: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last day of the first term; null when there is none.' })
  firstTermEndsOn: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'One month after cancelling; null where no notice is due.' })
  noticeEndsOn: string | null;

  @Field(() => LocalDate, { description: 'The day of cancelling that this is worked out for.' })
  cancelledOn: string;
}

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true, description: 'That a subscription was cancelled, and the confirmation of it.' })
export class SubscriptionCancellation {
  @Field(() => ID)
  id: string;

  @Field(() => DateTime)
  cancelledAt: string;

  @Field(() => LocalDate, { description: 'The last day that was agreed.' })
  endsOn: string;

  @Field(() => EarliestEnd, { description: 'What the law asked for, as worked out on that day.' })
  earliestEnd: EarliestEnd;

  @Field(() => String, { description: 'Unique within the gym.' })
  confirmationNumber: string;

  @Field(() => String, { description: "Dated text for the member, in the gym's language." })
  confirmation: string;
}
