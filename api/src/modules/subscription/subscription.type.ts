// One member's contract on a subscription type.
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { Calendar, SessionType } from '../visit/session.type.ts';

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
export class SubscriptionType implements Node {
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true })
  description: string | null;

  @Field(() => Boolean, { description: 'Charged every month or year; else bought once.' })
  isRecurring: boolean;
}

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
}
