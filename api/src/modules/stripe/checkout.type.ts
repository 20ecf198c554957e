// A page of Stripe on which a member pays, as the graph shows it.
import { Field, ID, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { Member } from '../member/member.entity.ts';

export enum CheckoutKind {
  PAYMENT = 'PAYMENT',
  SETUP = 'SETUP',
}
registerEnumType(CheckoutKind, {
  name: 'CheckoutKind',
  description: 'PAYMENT: open lines are paid on it. SETUP: the member leaves a payment method for later.',
});

export enum CheckoutStatus {
  STARTING = 'STARTING',
  WAITING = 'WAITING',
  PROCESSING = 'PROCESSING',
  PAID = 'PAID',
  SAVED = 'SAVED',
  EXPIRED = 'EXPIRED',
  CANCELLED = 'CANCELLED',
  FAILED = 'FAILED',
}
registerEnumType(CheckoutStatus, {
  name: 'CheckoutStatus',
  description:
    'STARTING: Stripe has not answered yet. PROCESSING: the member is done, the bank is not. SAVED: of a SETUP, the payment method is there.',
});

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class CheckoutLine {
  @Field(() => ID)
  purchaseId: string;

  @Field(() => String)
  description: string;

  @Field(() => Money)
  amount: Money;
}

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
export class Checkout implements Node {
  id: string;

  @Field(() => ID)
  memberId: string;

  @Field(() => CheckoutKind)
  kind: CheckoutKind;

  @Field(() => CheckoutStatus)
  status: CheckoutStatus;

  @Field(() => String, {
    nullable: true,
    description: "Stripe's code of why it failed, or why the last attempt on the page did: card_declined.",
  })
  reason: string | null;

  @Field(() => String, {
    description: 'Short, for the QR code: it leads on to Stripe while the checkout waits, and says how it ended after.',
  })
  shortUrl: string;

  @Field(() => Money, { description: 'Of a SETUP: 0.' })
  amount: Money;

  @Field(() => DateTime)
  createdAt: string;

  @Field(() => DateTime)
  expiresAt: string;

  @Field(() => Boolean, { description: 'Staff have cancelled it; it is CANCELLED once Stripe has closed the page.' })
  isCancelling: boolean;

  @Field(() => Boolean, { description: "Of Stripe's test mode: no real money moves." })
  isTest: boolean;

  @Field(() => [CheckoutLine])
  lines: CheckoutLine[];
}

export enum CheckoutRefusal {
  NOT_CONNECTED = 'NOT_CONNECTED',
  NO_LONGER_OPEN = 'NO_LONGER_OPEN',
  UNDER_WAY = 'UNDER_WAY',
  ON_INVOICE = 'ON_INVOICE',
  ON_ACCOUNT = 'ON_ACCOUNT',
  AMOUNT_TOO_SMALL = 'AMOUNT_TOO_SMALL',
}
registerEnumType(CheckoutRefusal, {
  name: 'CheckoutRefusal',
  description:
    "NOT_CONNECTED: the gym cannot charge through Stripe yet. NO_LONGER_OPEN: a line is paid or cancelled. UNDER_WAY: a line is in a batch or another checkout. ON_INVOICE: a line is on an invoice of Stripe that is still being collected. ON_ACCOUNT: a line is on the month's account, which direct debit collects. AMOUNT_TOO_SMALL: Stripe takes nothing below 50 cents.",
});

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class CheckoutStarted {
  @Field(() => Checkout)
  checkout: Checkout;

  @Field(() => Member)
  member: Member;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class CheckoutRefused {
  @Field(() => CheckoutRefusal)
  reason: CheckoutRefusal;

  @Field(() => String)
  message: string;
}

export const StartCheckoutResult = createUnionType({
  name: 'StartCheckoutResult',
  types: () => [CheckoutStarted, CheckoutRefused] as const,
});
