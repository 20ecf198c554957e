// Where our books and Stripe's do not agree and nothing repairs it by itself: written down once, for Admins to look at.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { LinesMoved } from '../purchase/move-lines.ts';

export type DifferenceKind =
  /** A line that was paid otherwise meanwhile, or cancelled. */
  | 'PAID_TWICE'
  | 'AMOUNT_DIFFERS'
  /** Too little to collect, or a credit: Stripe keeps it for the customer's next invoice. */
  | 'CARRIED_OVER'
  /** Stripe has a payment of ours that no line knows. */
  | 'UNKNOWN_PAYMENT'
  /** A part of a payment for several lines was given back, and nothing says for which. */
  | 'REFUND_UNASSIGNED'
  /** We booked a refund that the bank then refused. */
  | 'REFUND_FAILED'
  /** The bank took money back for a line that is not paid: it was refunded before. */
  | 'DISPUTE_UNBOOKED'
  | 'MISSING_AT_STRIPE'
  | 'NOT_PAID_AT_STRIPE';

export interface Difference {
  kind: DifferenceKind;
  objectId: string;
  memberId?: string | null;
  purchaseId?: string | null;
  oursCents?: number | null;
  theirsCents?: number | null;
  currency: string;
}

/** The same difference found again is the same row; one that was resolved stays so. */
export async function noteDifference(
  em: EntityManager,
  { gymId, at }: { gymId: string; at: Date },
  difference: Difference,
): Promise<void> {
  const { kind, objectId, memberId, purchaseId, oursCents, theirsCents, currency } = difference;
  await em.execute(
    `insert into stripe_difference (gym_id, kind, object_id, member_id, purchase_id, ours_cents, theirs_cents, currency, found_at, seen_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (gym_id, kind, object_id, coalesce(purchase_id, gym_id)) do update set seen_at = excluded.seen_at`,
    [
      gymId,
      kind,
      objectId,
      memberId ?? null,
      purchaseId ?? null,
      oursCents ?? null,
      theirsCents ?? null,
      currency.toUpperCase(),
      at,
      at,
    ],
  );
}

/** Lines that a payment found paid already or cancelled: money came for nothing. */
export async function notePaidTwice(
  em: EntityManager,
  on: { gymId: string; at: Date },
  { left }: LinesMoved,
  payment: { objectId: string; memberId: string; currency: string; centsOf: (purchaseId: string) => number },
): Promise<void> {
  for (const { purchaseId, reason } of left) {
    if (reason === 'ALREADY_DONE') continue;
    const { objectId, memberId, currency, centsOf } = payment;
    const theirsCents = centsOf(purchaseId);
    await noteDifference(em, on, {
      kind: 'PAID_TWICE',
      objectId,
      memberId,
      purchaseId,
      oursCents: 0,
      theirsCents,
      currency,
    });
  }
}
