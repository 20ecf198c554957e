// The ledger: money that moved for a purchase. Append-only; what is paid of a line is the sum of its payments.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

@Entity({ tableName: 'payment' })
export class Payment {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'uuid' })
  memberId: string;

  @Property({ type: 'uuid' })
  purchaseId: string;

  /** RETURN: the bank took a direct debit back. DISPUTE: a card payment was taken back. */
  @Property({ type: 'string' })
  kind: 'PAYMENT' | 'REFUND' | 'RETURN' | 'DISPUTE';

  @Property({ type: 'string' })
  method: 'SEPA' | 'STRIPE' | 'DESK' | 'CASH' | 'BANK_TRANSFER';

  /** In is positive, back is negative; of a counter-line the other way round. */
  @Property({ type: 'integer' })
  amountCents: number;

  @Property({ type: 'string' })
  currency: string;

  /** Where it can be looked up; the same event told twice carries the same one. */
  @Property({ type: 'string' })
  reference: string;

  /** Of money that moved outside Spotter. */
  @Property({ type: 'string', nullable: true })
  note: string | null;

  @Property({ type: 'datetime' })
  happenedAt: Date;

  @Property({ type: 'uuid', nullable: true })
  createdBy: string | null;
}
