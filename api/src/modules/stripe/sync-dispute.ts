// A card holder told the bank that a payment was not theirs: the bank takes it back until that is decided.
import type { EntityManager } from '@mikro-orm/postgresql';
import type Stripe from 'stripe';
import { payByQr } from '../purchase/pay-by-qr.ts';
import { returnLines } from '../purchase/return-lines.ts';
import { settleLines } from '../purchase/settle-lines.ts';
import { noteDifference, notePaidTwice } from './differences.ts';
import type { GymStripe } from './gym-stripe.ts';
import type { PaidLine } from './sync-payment.ts';

interface ToldDispute {
  intent: Stripe.PaymentIntent;
  lines: PaidLine[];
  dispute: Stripe.Dispute;
}

export async function applyDispute(em: EntityManager, side: GymStripe, told: ToldDispute): Promise<void> {
  const { intent, lines, dispute } = told;
  // An inquiry takes no money.
  if (dispute.status.startsWith('warning_')) return;
  const on = { gymId: side.gymId, at: side.clock.now() };
  const { currency } = intent;
  const memberId = lines[0]?.memberId ?? '';
  const reference = dispute.id;
  if (dispute.status === 'won') {
    const taken = await em.execute<{ purchaseId: string; amountCents: number }[]>(
      `select purchase_id as "purchaseId", -amount_cents as "amountCents" from payment where kind = 'DISPUTE' and reference = ?`,
      [reference],
    );
    const given = await settleLines(em, taken, { method: 'STRIPE', reference, at: on.at });
    const centsOf = (id: string) => taken.find((line) => line.purchaseId === id)?.amountCents ?? 0;
    return notePaidTwice(em, on, given, { objectId: reference, memberId, currency, centsOf });
  }
  if (dispute.amount !== intent.amount_received && dispute.amount !== (await balanceOf(em, lines))) {
    const cents = { oursCents: intent.amount_received, theirsCents: dispute.amount };
    return noteDifference(em, on, { kind: 'AMOUNT_DIFFERS', objectId: reference, memberId, ...cents, currency });
  }
  const ids = lines.map((line) => line.purchaseId);
  const { left } = await returnLines(em, ids, {
    method: 'STRIPE',
    reason: `dispute_${dispute.reason}`.slice(0, 100),
    reference,
    at: new Date(dispute.created * 1000),
  });
  // Who disputed an invoice is not charged by another one.
  await payByQr(em, ids);
  const theirsCents = dispute.amount;
  for (const { purchaseId, reason } of left) {
    // The bank takes what was given back already, or was never booked.
    if (reason !== 'ALREADY_DONE')
      await noteDifference(em, on, {
        kind: 'DISPUTE_UNBOOKED',
        objectId: reference,
        memberId,
        purchaseId,
        theirsCents,
        currency,
      });
  }
}

/** What is left with the gym of a payment: a part of it may have been given back. */
async function balanceOf(em: EntityManager, lines: readonly PaidLine[]): Promise<number> {
  const [row] = await em.execute<{ cents: number }[]>(
    `select coalesce(sum(amount_cents), 0)::int as cents from payment where purchase_id = any(?::uuid[])`,
    [`{${lines.map((line) => line.purchaseId).join()}}`],
  );
  return row?.cents ?? 0;
}
