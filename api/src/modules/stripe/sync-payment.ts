// Brings our books to what Stripe says of one payment: what it paid, what of it was given back, what the bank took back. The
// payment comes first, also when Stripe tells of its refund before.
import type { EntityManager } from '@mikro-orm/postgresql';
import type Stripe from 'stripe';
import { refundLines } from '../purchase/refund-lines.ts';
import { noteDifference } from './differences.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { gatherCheckout, getPayment } from './sync-checkout.ts';
import type { Apply } from './apply.ts';
import { applyDispute } from './sync-dispute.ts';
import { gatherInvoice } from './sync-invoice.ts';
import { applyRefundRow } from './sync-refund-row.ts';

export interface PaidLine {
  purchaseId: string;
  memberId: string;
  amountCents: number;
  correctsId: string | null;
}

export async function gatherPayment(
  side: GymStripe,
  account: ConnectedAccount,
  intentId: string,
  dispute: Stripe.Dispute | null = null,
): Promise<Apply> {
  const { stripe } = account;
  const payment = await getPayment(account, intentId);
  const refunds: Stripe.Refund[] = [];
  for await (const refund of stripe.refunds.listOf(intentId)) refunds.push(refund);
  const source = await gatherSource(side, account, payment);
  return async (em) => {
    const isOurs = (await source?.(em)) ?? false;
    if (!isOurs) return false;
    const lines = await linesPaidBy(em, intentId);
    const told = { intent: payment.intent, lines };
    // Oldest first, as they happened.
    for (const refund of refunds.toReversed()) await applyRefund(em, side, { ...told, refund, refunds });
    if (dispute) await applyDispute(em, side, { ...told, dispute });
    return true;
  };
}

/** What it paid: a page, or an invoice. */
async function gatherSource(
  side: GymStripe,
  account: ConnectedAccount,
  payment: { intent: Stripe.PaymentIntent; paidAt: Date | null },
): Promise<Apply | null> {
  const { id, metadata } = payment.intent;
  const [known] = await side.db.rows<{ session_id: string | null }>(
    `select session_id from checkout where stripe_account_id = $1 and (payment_intent_id = $2 or id::text = $3)`,
    [account.id, id, metadata['spotter_checkout'] ?? ''],
  );
  const sessionId = known?.session_id ?? (await account.stripe.checkouts.findByPayment(id))?.id;
  if (sessionId) return gatherCheckout(side, account, sessionId, payment);
  const invoiceId = await account.stripe.invoices.findByPayment(id);
  return invoiceId ? gatherInvoice(side, account, invoiceId, payment) : null;
}

const linesPaidBy = (em: EntityManager, intentId: string): Promise<PaidLine[]> =>
  em.execute<PaidLine[]>(
    `select x.purchase_id as "purchaseId", x.member_id as "memberId", x.amount_cents as "amountCents", p.corrects_purchase_id as "correctsId"
       from (select l.purchase_id, c.member_id, l.amount_cents
               from checkout c join checkout_line l on l.gym_id = c.gym_id and l.checkout_id = c.id where c.payment_intent_id = ?
             union all
             select purchase_id, member_id, amount_cents from stripe_invoice_item where payment_intent_id = ?) x
       join purchase p on p.id = x.purchase_id`,
    [intentId, intentId],
  );

interface ToldRefund {
  intent: Stripe.PaymentIntent;
  lines: PaidLine[];
  refund: Stripe.Refund;
  refunds: Stripe.Refund[];
}

async function applyRefund(em: EntityManager, side: GymStripe, told: ToldRefund): Promise<void> {
  const { intent, refund, lines } = told;
  const on = { gymId: side.gymId, at: side.clock.now() };
  const memberId = lines[0]?.memberId ?? null;
  const difference = { objectId: refund.id, memberId, theirsCents: refund.amount, currency: intent.currency };
  await applyRefundRow(em, refund, on.at);
  if (refund.status === 'failed' || refund.status === 'canceled') {
    const [booked] = await em.execute<object[]>(
      `select 1 from payment where kind = 'REFUND' and reference = ? limit 1`,
      [refund.id],
    );
    if (booked) await noteDifference(em, on, { ...difference, kind: 'REFUND_FAILED' });
    return;
  }
  if (refund.status !== 'succeeded') return;
  const parts = await partsOf(em, told);
  if (!parts) return noteDifference(em, on, { ...difference, kind: 'REFUND_UNASSIGNED' });
  const { left } = await refundLines(em, parts, {
    method: 'STRIPE',
    reference: refund.id,
    at: new Date(refund.created * 1000),
  });
  for (const { purchaseId, reason } of left) {
    if (reason !== 'ALREADY_DONE')
      await noteDifference(em, on, { ...difference, purchaseId, kind: 'REFUND_UNASSIGNED' });
  }
}

/**
 * Which lines the money went back for: the one that the refund names, all of a payment given back in full, or the only one.
 * All that is left of a line goes back with what its counter-lines took off.
 */
async function partsOf(
  em: EntityManager,
  { intent, lines, refund, refunds }: ToldRefund,
): Promise<{ purchaseId: string; amountCents?: number }[] | null> {
  const named = lines.find((line) => line.purchaseId === refund.metadata?.['spotter_purchase']);
  const whole = lines.filter(({ correctsId }) => !lines.some((line) => line.purchaseId === correctsId));
  const only = named ?? (whole.length === 1 ? whole[0] : undefined);
  if (only) {
    const family = await paidOf(em, only.purchaseId);
    const leftCents = family.reduce((sum, { balanceCents }) => sum + balanceCents, 0);
    return refund.amount === leftCents ? family : [{ purchaseId: only.purchaseId, amountCents: refund.amount }];
  }
  const isWhole = refund.amount === intent.amount_received;
  const isTheOnly = refunds.filter((it) => it.status === 'succeeded').length === 1;
  return isWhole && isTheOnly ? lines.map(({ purchaseId }) => ({ purchaseId })) : null;
}

/** A line and its counter-lines, as far as they are paid. */
const paidOf = (em: EntityManager, purchaseId: string): Promise<{ purchaseId: string; balanceCents: number }[]> =>
  em.execute(
    `select p.id as "purchaseId", sum(y.amount_cents)::int as "balanceCents"
       from purchase p join payment y on y.gym_id = p.gym_id and y.purchase_id = p.id
      where p.status = 'PAID' and (p.id = ? or p.corrects_purchase_id = ?) group by p.gym_id, p.id order by p.id`,
    [purchaseId, purchaseId],
  );
