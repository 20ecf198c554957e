// One line that a member owes or paid.
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { connectionOf } from '../../graphql/connection.ts';
import { Money } from '../../graphql/money.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { PaymentMethod } from '../payment-details/payment-method.type.ts';

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

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
export class Purchase implements Node {
  id: string;

  @Field(() => PurchaseKind)
  kind: PurchaseKind;

  @Field(() => String)
  description: string;

  @Field(() => Int)
  quantity: number;

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
