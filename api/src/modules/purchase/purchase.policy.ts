// What a viewer may do with a purchase. Pure: the same answer lights up a button and guards the verb behind it.
import { registerEnumType } from 'type-graphql';
import type { Viewer } from '../../graphql/viewer.ts';
import { MemberPermission, memberPermissions } from '../member/member.policy.ts';
import { PaymentMethod } from '../payment-details/payment-method.type.ts';
import { PurchaseKind, PurchaseStatus } from './purchase.type.ts';
import type { Purchase } from './purchase.type.ts';

export enum PurchasePermission {
  UNDO = 'UNDO',
  CORRECT = 'CORRECT',
  REFUND = 'REFUND',
  SETTLE = 'SETTLE',
}
registerEnumType(PurchasePermission, {
  name: 'PurchasePermission',
  description:
    'UNDO: cancel it as if it had not been. CORRECT: take it back by a counter-line. REFUND: give the money back where it came from. SETTLE: record that money for it moved outside Spotter.',
});

/** What the answer depends on. */
export interface PurchaseState {
  kind: PurchaseKind;
  status: PurchaseStatus;
  paymentMethod: PaymentMethod;
  correctsId: string | null;
  /** Of a counter-line that somebody made by hand; what a change of a subscription credits has none. */
  correctionReason: string | null;
  totalCents: number;
  /** What counter-lines have left of it. */
  leftCents: number;
  /** What is left with the gym of what was paid for it. */
  refundableCents: number;
  /** What can be settled by hand; negative of a credit. */
  settleableCents: number;
  isPaidByHand: boolean;
}

export function purchasePermissions(viewer: Viewer, purchase: PurchaseState): PurchasePermission[] {
  if (!isTheirs(viewer, purchase.kind)) return [];
  return [
    ...(isUndoable(purchase) ? [PurchasePermission.UNDO] : []),
    ...(isCorrectable(purchase) ? [PurchasePermission.CORRECT] : []),
    ...(viewer.role === 'ADMIN' && isRefundable(purchase) ? [PurchasePermission.REFUND] : []),
    ...(viewer.role === 'ADMIN' && purchase.settleableCents !== 0 ? [PurchasePermission.SETTLE] : []),
  ];
}

/** Of a purchase that was read for it. */
export const permissionsOf = (viewer: Viewer, purchase: Purchase): PurchasePermission[] =>
  purchasePermissions(viewer, {
    ...purchase,
    totalCents: purchase.total.amountCents,
    leftCents: purchase.left.amountCents,
    refundableCents: purchase.refundable.amountCents,
    settleableCents: purchase.settleable.amountCents,
  });

/** What subscriptions cost is the admins' business. */
export function isTheirs(viewer: Viewer, kind: PurchaseKind): boolean {
  const permission =
    kind === PurchaseKind.SUBSCRIPTION ? MemberPermission.CHANGE_SUBSCRIPTION : MemberPermission.PURCHASE;
  return memberPermissions(viewer).includes(permission);
}

/** As long as nobody has been told: neither the bank, nor Stripe. What a change of a subscription wrote is undone with it. */
const isUndoable = ({ kind, status, correctionReason, totalCents, leftCents }: PurchaseState): boolean =>
  status === PurchaseStatus.OPEN &&
  totalCents === leftCents &&
  (kind !== PurchaseKind.SUBSCRIPTION || correctionReason !== null);

/** The page behind a QR code goes on asking for all of it. */
export const isPaidByQr = ({ status, paymentMethod }: Pick<PurchaseState, 'status' | 'paymentMethod'>): boolean =>
  status === PurchaseStatus.PENDING && paymentMethod === PaymentMethod.STRIPE_CHECKOUT;

/** What Stripe has been paid goes back by a refund. */
const isCorrectable = ({ status, paymentMethod, correctsId, leftCents, isPaidByHand }: PurchaseState): boolean =>
  correctsId === null &&
  leftCents > 0 &&
  status !== PurchaseStatus.CANCELLED &&
  status !== PurchaseStatus.REFUNDED &&
  !isPaidByQr({ status, paymentMethod }) &&
  (status !== PurchaseStatus.PAID || paymentMethod === PaymentMethod.ACCOUNT || isPaidByHand);

const isRefundable = ({ paymentMethod, refundableCents, isPaidByHand }: PurchaseState): boolean =>
  refundableCents > 0 && paymentMethod !== PaymentMethod.ACCOUNT && !isPaidByHand;
