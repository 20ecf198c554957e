// One member's contract on a subscription type.
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { Calendar } from '../visit/calendar.entity.ts';
import { SessionType } from '../visit/session-type.entity.ts';
import {
  EarliestEnd,
  PlannedCharge,
  SubscriptionBilling,
  SubscriptionCancellation,
} from './subscription-terms.type.ts';
import { SubscriptionType } from './subscription-type.entity.ts';

export enum SubscriptionStatus {
  ACTIVE = 'ACTIVE',
  PENDING = 'PENDING',
  ENDED = 'ENDED',
}
registerEnumType(SubscriptionStatus, {
  name: 'SubscriptionStatus',
  description: 'ACTIVE: it runs today. PENDING: it starts later. ENDED: its last day has passed.',
});

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
export class Subscription implements Node {
  id: string;

  @Field(() => SubscriptionStatus)
  status: SubscriptionStatus;

  @Field(() => LocalDate)
  startsOn: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last day; null while it runs on.' })
  endsOn: string | null;

  @Field(() => Money, { description: 'A period, VAT included.' })
  price: Money;

  @Field(() => SubscriptionType)
  type: SubscriptionType;

  @Field(() => [SessionType], { description: 'Kinds of session it gives access to.' })
  sessionTypes: SessionType[];

  @Field(() => [Calendar], { description: 'Calendars it gives access to.' })
  calendars: Calendar[];

  @Field(() => DateTime, { nullable: true })
  cancelledAt: string | null;

  @Field(() => SubscriptionBilling)
  billing: SubscriptionBilling;

  @Field(() => Float, { description: 'In percent, e.g. 9.' })
  vatRatePercent: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Recurring: sessions an ISO week. Bought once: credits. Null: no limit.',
  })
  sessionLimit: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of one bought once with a session limit: the limit less the sessions it pays for. Those are the registrations on its days, of its session types and calendars, that are registered, attended or a no-show (cancelling in time gives the credit back) and that no recurring subscription of the member gives access to. Of several, the one that ends first is used up first.',
  })
  creditsLeft: number | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The contract cannot end before; null when there is no first term.',
  })
  firstTermEndsOn: string | null;

  @Field(() => EarliestEnd, { nullable: true, description: 'If it were cancelled today; null when it has ended.' })
  earliestEnd: EarliestEnd | null;

  @Field(() => SubscriptionCancellation, { nullable: true })
  cancellation: SubscriptionCancellation | null;

  @Field(() => PlannedCharge, {
    nullable: true,
    description: 'The line that will be written next; null when there will be none.',
  })
  nextCharge: PlannedCharge | null;

  @Field(() => Boolean, {
    description: 'Its change or cancellation has not taken effect, or nothing of it was exported or paid today.',
  })
  isUndoable: boolean;

  @Field(() => ID, { nullable: true, description: 'The subscription that it took over from, or will.' })
  replacesId: string | null;
}
