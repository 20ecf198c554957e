// Brings a checkout in our books to what Stripe says of its session now. Told twice, late or in another order it comes to the
// same; what Stripe says is read before the transaction, and written in it.
import type { EntityManager } from '@mikro-orm/postgresql';
import type Stripe from 'stripe';
import { settleLines } from '../purchase/settle-lines.ts';
import type { Apply } from './apply.ts';
import { checkoutOutcome } from './checkout-outcome.ts';
import { noteDifference, notePaidTwice } from './differences.ts';
import { endCheckout, freeLines } from './end-checkout.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { idOf } from './stripe-id.ts';
import { gatherCustomer } from './sync-customer.ts';

export interface Payment {
  intent: Stripe.PaymentIntent;
  paidAt: Date | null;
}

/** A payment and when the money came; that is on its charge. */
export async function getPayment({ stripe }: ConnectedAccount, id: string): Promise<Payment> {
  const intent = await stripe.payments.get(id);
  const chargeId = intent.status === 'succeeded' ? idOf(intent.latest_charge) : null;
  const charge = chargeId ? await stripe.payments.getCharge(chargeId) : null;
  return { intent, paidAt: charge ? new Date(charge.created * 1000) : null };
}

export async function gatherCheckout(
  side: GymStripe,
  account: ConnectedAccount,
  sessionId: string,
  known?: Payment,
): Promise<Apply> {
  const session = await account.stripe.checkouts.get(sessionId);
  const intentId = idOf(session.payment_intent);
  const payment = known ?? (intentId ? await getPayment(account, intentId) : null);
  const customer = await gatherSetup(side, account, session);
  return async (em) => {
    const isOurs = await applySession(em, side, account, { session, payment });
    if (isOurs) await customer?.(em);
    return isOurs;
  };
}

/** What was left on a page of mode `setup` is what later invoices are paid with. */
async function gatherSetup(
  side: GymStripe,
  account: ConnectedAccount,
  session: Stripe.Checkout.Session,
): Promise<Apply | null> {
  const [customerId, setupId] = [idOf(session.customer), idOf(session.setup_intent)];
  if (session.mode !== 'setup' || session.status !== 'complete' || !customerId || !setupId) return null;
  const setup = await account.stripe.paymentMethods.getSetup(setupId);
  const defaultPaymentMethodId = idOf(setup.payment_method);
  // Setting it to what it is already changes nothing; the key is the setup's own.
  if (setup.status === 'succeeded' && defaultPaymentMethodId)
    await account.stripe.customers.change(`${setupId}-default`, customerId, { defaultPaymentMethodId });
  return gatherCustomer(side, account, customerId);
}

interface CheckoutRow {
  id: string;
  memberId: string;
  status: string;
  amountCents: number;
  currency: string;
  cancelAskedAt: Date | null;
}

interface Told {
  session: Stripe.Checkout.Session;
  payment: Payment | null;
}

async function applySession(
  em: EntityManager,
  side: GymStripe,
  account: ConnectedAccount,
  told: Told,
): Promise<boolean> {
  const { session, payment } = told;
  const [checkout] = await em.execute<CheckoutRow[]>(
    `select id, member_id as "memberId", status, amount_cents as "amountCents", currency, cancel_asked_at as "cancelAskedAt"
       from checkout where stripe_account_id = ? and (session_id = ? or (session_id is null and id::text = ?)) for update`,
    [account.id, session.id, session.metadata?.['spotter_checkout'] ?? ''],
  );
  if (!checkout) return false;
  const at = side.clock.now();
  await em.execute(
    `update checkout set session_id = ?, session_url = coalesce(?, session_url), payment_intent_id = coalesce(?, payment_intent_id), checked_at = ?
      where id = ?`,
    [session.id, session.url, payment?.intent.id ?? null, at, checkout.id],
  );
  const { status, reason } = checkoutOutcome(session, payment?.intent ?? null);
  const { id } = checkout;
  if (status === 'PAID') await settle(em, side, checkout, told);
  else if (status === 'SAVED') await finish(em, id, 'SAVED', at);
  else if (status === 'FAILED') await endCheckout(em, { id, status, reason, isRefused: true, at });
  else if (status === 'EXPIRED')
    await endCheckout(em, { id, status: checkout.cancelAskedAt ? 'CANCELLED' : 'EXPIRED', reason, at });
  else
    await em.execute(`update checkout set status = ?, reason = ? where id = ? and ended_at is null`, [
      status,
      reason,
      id,
    ]);
  return true;
}

/** Also when it had been given up here: the money is there. */
async function settle(em: EntityManager, side: GymStripe, checkout: CheckoutRow, { session, payment }: Told) {
  const { id, memberId, currency } = checkout;
  const at = side.clock.now();
  const on = { gymId: side.gymId, at };
  const reference = payment?.intent.id ?? session.id;
  const theirsCents = session.amount_total ?? 0;
  if (theirsCents !== checkout.amountCents || session.currency?.toUpperCase() !== currency) {
    await noteDifference(em, on, {
      kind: 'AMOUNT_DIFFERS',
      objectId: reference,
      memberId,
      oursCents: checkout.amountCents,
      theirsCents,
      currency,
    });
    return endCheckout(em, { id, status: 'FAILED', reason: 'amount_differs', at });
  }
  const lines = await em.execute<{ purchaseId: string; amountCents: number }[]>(
    `select purchase_id as "purchaseId", amount_cents as "amountCents" from checkout_line where checkout_id = ?`,
    [id],
  );
  const settled = await settleLines(em, lines, { method: 'STRIPE', reference, at: payment?.paidAt ?? at });
  await notePaidTwice(em, on, settled, {
    objectId: reference,
    memberId,
    currency,
    centsOf: (purchaseId) => lines.find((line) => line.purchaseId === purchaseId)?.amountCents ?? 0,
  });
  await finish(em, id, 'PAID', at);
  await freeLines(em, id);
}

const finish = (em: EntityManager, id: string, status: 'PAID' | 'SAVED', at: Date) =>
  em.execute(
    `update checkout set status = ?, reason = null, ended_at = coalesce(ended_at, ?) where id = ? and status <> ?`,
    [status, at, id, status],
  );
