// How a gym stands with Stripe, for its admins. No secret is ever among it.
import { Field, ID, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { Member } from '../member/member.entity.ts';

export enum StripeMode {
  TEST = 'TEST',
  LIVE = 'LIVE',
}
registerEnumType(StripeMode, { name: 'StripeMode', description: 'TEST: no real money moves.' });

export enum StripeState {
  UNAVAILABLE = 'UNAVAILABLE',
  NOT_CONNECTED = 'NOT_CONNECTED',
  INCOMPLETE = 'INCOMPLETE',
  CONNECTED = 'CONNECTED',
}
registerEnumType(StripeState, {
  name: 'StripeState',
  description:
    'UNAVAILABLE: this server has no key of Stripe. INCOMPLETE: Stripe still asks something of the gym. CONNECTED: the gym can charge.',
});

export enum StripeDifferenceKind {
  PAID_TWICE = 'PAID_TWICE',
  AMOUNT_DIFFERS = 'AMOUNT_DIFFERS',
  CARRIED_OVER = 'CARRIED_OVER',
  UNKNOWN_PAYMENT = 'UNKNOWN_PAYMENT',
  REFUND_UNASSIGNED = 'REFUND_UNASSIGNED',
  REFUND_FAILED = 'REFUND_FAILED',
  DISPUTE_UNBOOKED = 'DISPUTE_UNBOOKED',
  MISSING_AT_STRIPE = 'MISSING_AT_STRIPE',
  NOT_PAID_AT_STRIPE = 'NOT_PAID_AT_STRIPE',
}
registerEnumType(StripeDifferenceKind, {
  name: 'StripeDifferenceKind',
  description:
    'PAID_TWICE: money came for a line that was paid or cancelled already. CARRIED_OVER: too little to collect, or a credit, which Stripe keeps for the next invoice. UNKNOWN_PAYMENT: Stripe has a payment that no line knows. REFUND_UNASSIGNED: a refund of a part, and nothing says of which line. REFUND_FAILED: the bank refused a refund that we had booked. DISPUTE_UNBOOKED: the bank took money back for a line that is not paid, such as one that was refunded before.',
});

@Audience('ADMIN')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'Where our books and those of Stripe do not agree.',
})
export class StripeDifference implements Node {
  id: string;

  @Field(() => StripeDifferenceKind)
  kind: StripeDifferenceKind;

  @Field(() => String, { description: "Stripe's id of the payment, refund, dispute or invoice." })
  objectId: string;

  @Field(() => ID, { nullable: true })
  memberId: string | null;

  @Field(() => String, { nullable: true })
  memberName: string | null;

  @Field(() => String, { nullable: true })
  description: string | null;

  @Field(() => Money, { nullable: true })
  ours: Money | null;

  @Field(() => Money, { nullable: true })
  theirs: Money | null;

  @Field(() => DateTime)
  foundAt: string;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class StripeSettings {
  @Field(() => StripeState)
  state: StripeState;

  @Field(() => StripeMode, { nullable: true, description: 'Of the key of this server.' })
  mode: StripeMode | null;

  @Field(() => Boolean, { description: 'It is the emulator that answers: for demonstration and tests.' })
  isEmulated: boolean;

  @Field(() => String, { nullable: true, description: "Stripe's id of the account." })
  accountId: string | null;

  @Field(() => Boolean)
  chargesEnabled: boolean;

  @Field(() => Boolean)
  payoutsEnabled: boolean;

  @Field(() => Boolean)
  detailsSubmitted: boolean;

  @Field(() => [String], { description: "What Stripe still asks, in Stripe's own words: external_account." })
  requirements: string[];

  @Field(() => String, { nullable: true })
  disabledReason: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When Stripe was last asked.' })
  checkedAt: string | null;

  @Field(() => String, { description: 'Where Stripe tells this gym what happened.' })
  webhookUrl: string;

  @Field(() => DateTime, { nullable: true, description: 'The secret itself is never shown.' })
  webhookSecretSetAt: string | null;

  @Field(() => DateTime, { nullable: true })
  lastEventAt: string | null;

  @Field(() => Int, { description: 'Events that could not be worked off yet.' })
  waitingEvents: number;

  @Field(() => DateTime, { nullable: true, description: 'When our books were last compared with those of Stripe.' })
  reconciledAt: string | null;

  @Field(() => [StripeDifference])
  differences: StripeDifference[];
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class StripeSettingsPayload {
  @Field(() => StripeSettings)
  settings: StripeSettings;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class StripeLinkPayload {
  @Field(() => String, { description: 'A page of Stripe, good for a few minutes and one visit.' })
  url: string;
}

export enum StripeRefusal {
  NOT_CONNECTED = 'NOT_CONNECTED',
  NO_PAYMENT_METHOD = 'NO_PAYMENT_METHOD',
  NOT_PAID_BY_STRIPE = 'NOT_PAID_BY_STRIPE',
  LINES_WAITING = 'LINES_WAITING',
  REFUSED_BY_STRIPE = 'REFUSED_BY_STRIPE',
}
registerEnumType(StripeRefusal, {
  name: 'StripeRefusal',
  description:
    'NOT_PAID_BY_STRIPE: there is nothing at Stripe to give back. LINES_WAITING: lines stand on an invoice that is still to be collected. REFUSED_BY_STRIPE: Stripe will not do it; `message` has its code.',
});

export enum RefundStatus {
  ASKED = 'ASKED',
  PENDING = 'PENDING',
  DONE = 'DONE',
  FAILED = 'FAILED',
}
registerEnumType(RefundStatus, {
  name: 'RefundStatus',
  description: 'ASKED: Stripe has not answered yet, and is asked again. PENDING: the bank has not.',
});

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class PurchaseRefunded {
  @Field(() => RefundStatus)
  status: RefundStatus;

  @Field(() => Money)
  amount: Money;

  @Field(() => Member)
  member: Member;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class StripeRefused {
  @Field(() => StripeRefusal)
  reason: StripeRefusal;

  @Field(() => String)
  message: string;
}

export const RefundPurchaseResult = createUnionType({
  name: 'RefundPurchaseResult',
  types: () => [PurchaseRefunded, StripeRefused] as const,
});

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class ConsumablesChanged {
  @Field(() => Member)
  member: Member;
}

export const ConsumablesResult = createUnionType({
  name: 'ConsumablesResult',
  types: () => [ConsumablesChanged, StripeRefused] as const,
});
