// One line that a member owes or paid.
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { connectionOf } from '../../graphql/connection.ts';
import { Money } from '../../graphql/money.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { PaymentMethod } from '../payment-details/payment-method.type.ts';
import { Employee } from '../staff/employee.entity.ts';

export enum PurchaseKind {
  SHOP = 'SHOP',
  SINGLE_SESSION = 'SINGLE_SESSION',
  SUBSCRIPTION = 'SUBSCRIPTION',
}
registerEnumType(PurchaseKind, { name: 'PurchaseKind' });

export enum PurchaseStatus {
  OPEN = 'OPEN',
  PENDING = 'PENDING',
  PAID = 'PAID',
  FAILED = 'FAILED',
  RETURNED = 'RETURNED',
  CANCELLED = 'CANCELLED',
  REFUNDED = 'REFUNDED',
}
registerEnumType(PurchaseStatus, {
  name: 'PurchaseStatus',
  description:
    'PENDING: a payment is on its way, in a batch or at Stripe. FAILED: it was tried and refused. RETURNED: it was paid and the bank took it back. Both are open again.',
});

export enum PaymentKind {
  PAYMENT = 'PAYMENT',
  REFUND = 'REFUND',
  RETURN = 'RETURN',
  DISPUTE = 'DISPUTE',
}
registerEnumType(PaymentKind, {
  name: 'PaymentKind',
  description: 'RETURN: the bank took a direct debit back. DISPUTE: a card payment was taken back.',
});

export enum PaidBy {
  SEPA = 'SEPA',
  STRIPE = 'STRIPE',
  DESK = 'DESK',
  CASH = 'CASH',
  BANK_TRANSFER = 'BANK_TRANSFER',
}
registerEnumType(PaidBy, {
  name: 'PaidBy',
  description:
    'The way that money moved. DESK: lines that came to nothing together. CASH and BANK_TRANSFER: outside Spotter, as an admin says.',
});

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true, description: 'Money that moved for a purchase.' })
export class PurchasePayment {
  @Field(() => ID)
  id: string;

  @Field(() => PaymentKind)
  kind: PaymentKind;

  @Field(() => PaidBy)
  method: PaidBy;

  @Field(() => Money, { description: 'In is positive, back is negative; of a counter-line the other way round.' })
  amount: Money;

  @Field(() => DateTime)
  happenedAt: string;

  @Audience('STAFF')
  @Field(() => String, { nullable: true, description: 'What the admin wrote who settled it by hand.' })
  note: string | null;

  @Audience('STAFF')
  @Field(() => String, { description: 'Where it can be looked up: at the bank, at Stripe.' })
  reference: string;
}

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true, description: 'The subscription that a line charges.' })
export class PurchasedSubscription {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'Of its type.' })
  name: string;

  @Field(() => Boolean, { description: 'Charged every month or year; else bought once.' })
  isRecurring: boolean;
}

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true, description: 'A counter-line, as the line that it corrects shows it.' })
export class PurchaseCorrection {
  @Field(() => ID, { description: 'It is a purchase of its own.' })
  id: string;

  @Field(() => Money, { description: 'Negative.' })
  total: Money;

  @Field(() => String, { nullable: true })
  reason: string | null;

  @Field(() => PurchaseStatus)
  status: PurchaseStatus;

  @Field(() => DateTime)
  purchasedAt: string;
}

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
export class Purchase implements Node {
  id: string;

  memberId: string;

  @Field(() => PurchaseKind)
  kind: PurchaseKind;

  @Field(() => String)
  description: string;

  @Field(() => Int)
  quantity: number;

  @Field(() => Money, { description: 'VAT included; negative on a counter-line.' })
  unitPrice: Money;

  @Field(() => Money, { description: 'Quantity times unit price, VAT included.' })
  total: Money;

  @Field(() => Money, { description: 'The VAT within the total.' })
  vat: Money;

  @Field(() => Float, { description: 'In percent, e.g. 9.' })
  vatRatePercent: number;

  @Field(() => DateTime)
  purchasedAt: string;

  @Field(() => PurchaseStatus)
  status: PurchaseStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Why it failed or came back: a code of the bank (AM04, MD01) or of Stripe (card_declined).',
  })
  statusReason: string | null;

  @Field(() => PaymentMethod, { description: 'How it is to be paid, or was.' })
  paymentMethod: PaymentMethod;

  @Field(() => LocalDate, { nullable: true, description: 'Of a subscription line: the first day that it pays for.' })
  periodStartsOn: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day that it pays for; null when there is none.' })
  periodEndsOn: string | null;

  @Field(() => DateTime, { nullable: true })
  paidAt: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a counter-line: the line that it takes back, whole or in part.' })
  correctsId: string | null;

  @Field(() => String, { nullable: true, description: 'Of a counter-line: why, in words.' })
  correctionReason: string | null;

  @Field(() => Money, { description: 'What counter-lines have left of it.' })
  left: Money;

  @Audience('STAFF')
  @Field(() => Money, { description: 'What is left with the gym of what was paid, less what counter-lines take back.' })
  refundable: Money;

  @Audience('STAFF')
  @Field(() => Money, {
    description:
      'What can be settled by hand: what is to be paid, less the open counter-lines that go with it; negative of a credit that is to be paid out. 0 when nothing can.',
  })
  settleable: Money;

  /** That an admin said so: money that Stripe knows nothing of. */
  isPaidByHand: boolean;

  @Field(() => [PurchaseCorrection], { description: 'The counter-lines that take it back, in order.' })
  corrections: PurchaseCorrection[];

  @Field(() => [PurchasePayment], { description: 'What was paid for it and what came back, in order.' })
  payments: PurchasePayment[];

  @Field(() => PurchasedSubscription, { nullable: true })
  subscription: PurchasedSubscription | null;

  @Audience('STAFF')
  @Field(() => Employee, { nullable: true, description: 'Who sold it; null when a job or the member did.' })
  createdBy: Employee | null;
}

export const PurchaseConnection = connectionOf('Purchase', () => Purchase);
export type PurchaseConnection = InstanceType<typeof PurchaseConnection>;

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true, description: 'What the outstanding amount adds up.' })
export class OutstandingBasis {
  @Field(() => LocalDate)
  monthStartsOn: string;

  @Field(() => Int)
  lineCount: number;
}

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true, description: 'What is unpaid of the purchases of one month.' })
export class OutstandingMonth {
  @Field(() => LocalDate)
  monthStartsOn: string;

  @Field(() => Money)
  amount: Money;

  @Field(() => Int)
  lineCount: number;
}
