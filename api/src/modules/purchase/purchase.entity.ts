// The row behind a purchase, for the verbs that write one; what the graph shows of it is purchase.type.ts.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { PaymentMethod } from '../payment-details/payment-method.type.ts';
import type { PurchaseKind, PurchaseStatus } from './purchase.type.ts';

@Entity({ tableName: 'purchase' })
export class PurchaseLine {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'uuid' })
  memberId: string;

  @Property({ type: 'string' })
  kind: PurchaseKind;

  @Property({ type: 'string' })
  description: string;

  @Property({ type: 'integer' })
  quantity: number;

  /** VAT included; negative on a counter-line. */
  @Property({ type: 'integer' })
  unitPriceCents: number;

  @Property({ type: 'integer' })
  totalCents: number;

  /** Hundredths of a percent: 900 is 9 %. */
  @Property({ type: 'integer' })
  vatRateBp: number;

  /** The VAT within the total. */
  @Property({ type: 'integer' })
  vatCents: number;

  @Property({ type: 'string' })
  currency: string;

  @Property({ type: 'datetime' })
  purchasedAt: Date;

  @Property({ type: 'string' })
  status: PurchaseStatus;

  @Property({ type: 'string', nullable: true })
  statusReason: string | null;

  @Property({ type: 'string' })
  paymentMethod: PaymentMethod;

  @Property({ type: 'datetime', nullable: true })
  paidAt: Date | null;

  @Property({ type: 'uuid', nullable: true })
  shopItemId: string | null;

  @Property({ type: 'uuid', nullable: true })
  subscriptionId: string | null;

  @Property({ type: 'uuid', nullable: true })
  sessionId: string | null;

  /** Days as yyyy-mm-dd. */
  @Property({ type: 'date', nullable: true })
  periodStartsOn: string | null;

  @Property({ type: 'date', nullable: true })
  periodEndsOn: string | null;

  @Property({ type: 'string', nullable: true })
  idempotencyKey: string | null;

  @Property({ type: 'uuid', nullable: true })
  correctsPurchaseId: string | null;

  /** Of a counter-line: why, in words. */
  @Property({ type: 'string', nullable: true })
  correctionReason: string | null;

  @Property({ type: 'uuid', nullable: true })
  createdBy: string | null;
}
