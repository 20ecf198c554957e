// What a change of a member's subscriptions is worked out from: the contracts and lines as they are on one day.
import type { PaymentMethod } from '../payment-details/payment-method.type.ts';
import type { PurchaseStatus } from '../purchase/purchase.type.ts';
import type { BillingTerms } from './billing-period.ts';
import type { VatChange, VatTerms } from './vat-rate.ts';

/** What one contract is on. */
export interface Terms extends BillingTerms, VatTerms {
  typeId: string;
  typeName: string;
  sessionLimit: number | null;
  firstTermEndsOn: string | null;
  /** In order of id. */
  sessionTypeIds: string[];
  calendarIds: string[];
}

export interface Contract extends Terms {
  id: string;
  isCancelled: boolean;
  replacesId: string | null;
}

/** A line that was written for a period, cancelled and refunded ones too: its period is not charged again. */
export interface ChargedLine {
  id: string;
  subscriptionId: string;
  periodStartsOn: string;
  periodEndsOn: string | null;
  vatRateBp: number;
  status: PurchaseStatus;
  paymentMethod: PaymentMethod;
  /** What is left of it after its counter-lines and what was given back of it; 0 when it was cancelled or refunded. */
  leftCents: number;
  leftVatCents: number;
}

export interface Situation {
  today: string;
  /** Periods that start before it are not charged: the gym used something else then. Null: all are. */
  chargesFrom: string | null;
  /** Those that were not taken back; the earliest start first. */
  contracts: Contract[];
  lines: ChargedLine[];
  vatChanges: VatChange[];
}

/** A change, with everything that was left open filled in. */
export type Wish =
  | { kind: 'ADD'; terms: Terms }
  | { kind: 'CHANGE'; contract: Contract; moment: 'NOW' | 'NEXT_PERIOD'; terms: Terms; isInPlace: boolean }
  | { kind: 'CANCEL'; contract: Contract; endsOn: string | null };
