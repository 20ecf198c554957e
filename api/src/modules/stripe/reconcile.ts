// Compares our books with Stripe's own lists: what a lost message left behind is brought up to date the same way as by the
// message, and what does not agree all the same is written down for Admins.
import type Stripe from 'stripe';
import { StripeFailure, nullWhenMissing } from '../../adapters/stripe/stripe-failure.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import type { Apply } from './apply.ts';
import { told } from './connect-account.ts';
import { noteDifference } from './differences.ts';
import { getStripeSettings } from './get-stripe-settings.ts';
import { connectedAccount, stripeOf } from './gym-stripe.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { releaseItems } from './release-items.ts';
import { idOf } from './stripe-id.ts';
import type { StripeSettingsPayload } from './stripe-settings.type.ts';
import { gatherCheckout } from './sync-checkout.ts';
import { consumablesStatus, gatherSubscription } from './sync-customer.ts';
import { gatherInvoice } from './sync-invoice.ts';
import { gatherPayment } from './sync-payment.ts';

const DAY_MS = 86_400_000;
/** A delayed method takes up to two weeks; a dispute is decided within months, and told again when it is. */
export const RECONCILED_DAYS = 21;

export interface ReconcileFigures {
  compared: number;
  repaired: number;
}

export async function reconcileStripe(context: Context): Promise<StripeSettingsPayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_PAYMENTS);
  const side = stripeOf(context);
  const account = side && (await connectedAccount(side));
  if (side && account) await told(() => reconcile(side, account));
  return { settings: await getStripeSettings(context) };
}

export async function reconcile(side: GymStripe, account: ConnectedAccount): Promise<ReconcileFigures> {
  const from = new Date(side.clock.now().getTime() - RECONCILED_DAYS * DAY_MS);
  const figures = { compared: 0, repaired: 0 };
  await compareCheckouts(side, account, from, figures);
  await compareSubscriptions(side, account, figures);
  await compareInvoices(side, account, from, figures);
  await compareItems(side, account, figures);
  await compareRefunds(side, account, from, figures);
  await compareDisputes(side, account, from, figures);
  const paid = await comparePayments(side, account, from, figures);
  await compareOurs(side, account, from, paid);
  await side.db.write((em) =>
    em.execute(`update stripe_account set reconciled_at = ? where id = ?`, [side.clock.now(), account.id]),
  );
  return figures;
}

/** Those that ended at Stripe and not here, or otherwise. */
async function compareCheckouts(side: GymStripe, account: ConnectedAccount, from: Date, figures: ReconcileFigures) {
  const ours = await statuses(
    side,
    `select session_id as key, status from checkout where stripe_account_id = $1 and created_at >= $2`,
    [account.id, from],
  );
  for await (const session of account.stripe.checkouts.list({ from })) {
    if (session.metadata?.['spotter_gym'] !== side.gymId) continue;
    figures.compared += 1;
    const status = ours.get(session.id);
    const isPaid = session.status === 'complete' && session.payment_status !== 'unpaid';
    const agrees =
      (status === 'PAID' && isPaid) ||
      (status === 'SAVED' && session.mode === 'setup') ||
      ((status === 'EXPIRED' || status === 'CANCELLED' || status === 'FAILED') && session.status === 'expired') ||
      (status === 'WAITING' && session.status === 'open');
    if (agrees) continue;
    await repair(side, figures, await gatherCheckout(side, account, session.id));
  }
}

/** Invoices with items of ours that ended otherwise, or are not known to have; and those that are older than the list. */
async function compareInvoices(side: GymStripe, account: ConnectedAccount, from: Date, figures: ReconcileFigures) {
  const ours = await statuses(
    side,
    `select invoice_id as key, case when bool_or(ended_at is null) then 'WAITING' when bool_or(status = 'PAID') then 'PAID' else 'RELEASED' end as status
       from stripe_invoice_item where stripe_account_id = $1 and invoice_id is not null and (ended_at is null or ended_at >= $2) group by 1`,
    [account.id, from],
  );
  for await (const invoice of account.stripe.invoices.list({ created: { from } })) {
    const status = ours.get(invoice.id);
    ours.delete(invoice.id);
    if (!status && !mayHoldOurs(invoice)) continue;
    figures.compared += 1;
    const agrees =
      invoice.status === 'draft' ||
      (status === 'PAID' && invoice.status === 'paid') ||
      (status === 'RELEASED' && (invoice.status === 'void' || invoice.status === 'uncollectible'));
    if (!agrees) await repair(side, figures, await gatherInvoice(side, account, invoice.id));
  }
  for (const [invoiceId, status] of ours) {
    if (status !== 'WAITING') continue;
    figures.compared += 1;
    await unlessRefused(async () => repair(side, figures, await gatherInvoice(side, account, invoiceId)));
  }
}

/** A list shows the first lines of each. */
const mayHoldOurs = ({ lines }: Stripe.Invoice): boolean =>
  lines.has_more || lines.data.some((line) => line.metadata['spotter_item']);

/** Items that wait here and not there: taken away by hand, or on an invoice that nobody told us of. */
async function compareItems(side: GymStripe, account: ConnectedAccount, figures: ReconcileFigures) {
  const ours = await statuses(
    side,
    `select item_id as key, id as status from stripe_invoice_item
      where stripe_account_id = $1 and status = 'WAITING' and invoice_id is null and item_id is not null`,
    [account.id],
  );
  if (ours.size === 0) return;
  figures.compared += ours.size;
  for await (const item of account.stripe.invoiceItems.listPending(null)) ours.delete(item.id);
  for (const [itemId, id] of ours)
    await unlessRefused(async () => repair(side, figures, await gatherItem(side, account, itemId, id)));
}

async function gatherItem(side: GymStripe, account: ConnectedAccount, itemId: string, id: string): Promise<Apply> {
  const item = await account.stripe.invoiceItems.get(itemId).catch(nullWhenMissing);
  const invoiceId = idOf(item?.invoice);
  if (invoiceId) return gatherInvoice(side, account, invoiceId);
  return async (em) => {
    if (!item) await releaseItems(em, [id], side.clock.now());
    return item === null;
  };
}

/** Subscriptions that ended, or came to be unpaid, without a word. */
async function compareSubscriptions(side: GymStripe, account: ConnectedAccount, figures: ReconcileFigures) {
  const ours = await statuses(
    side,
    `select consumables_subscription_id as key, consumables_status as status from stripe_customer
      where stripe_account_id = $1 and is_current and consumables_subscription_id is not null and consumables_status <> 'ENDED'`,
    [account.id],
  );
  if (ours.size === 0) return;
  figures.compared += ours.size;
  for await (const subscription of account.stripe.subscriptions.listRunning())
    if (ours.get(subscription.id) === consumablesStatus(subscription.status)) ours.delete(subscription.id);
  for (const id of ours.keys())
    await unlessRefused(async () => repair(side, figures, await gatherSubscription(side, account, id)));
}

/** What Stripe will not show of one thing keeps nobody from comparing the others. */
async function unlessRefused(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StripeFailure) || error.isRetryable) throw error;
  }
}

async function compareRefunds(side: GymStripe, account: ConnectedAccount, from: Date, figures: ReconcileFigures) {
  const ours = await statuses(
    side,
    `select distinct reference as key, kind as status from payment where kind = 'REFUND' and happened_at >= $1`,
    [new Date(from.getTime() - DAY_MS)],
  );
  for await (const refund of account.stripe.refunds.list({ from })) {
    figures.compared += 1;
    const intentId = idOf(refund.payment_intent);
    if (!intentId || (refund.status === 'succeeded' && ours.has(refund.id))) continue;
    await repair(side, figures, await gatherPayment(side, account, intentId));
  }
}

async function compareDisputes(side: GymStripe, account: ConnectedAccount, from: Date, figures: ReconcileFigures) {
  for await (const dispute of account.stripe.disputes.list({ from })) {
    figures.compared += 1;
    const intentId = idOf(dispute.payment_intent);
    if (intentId) await repair(side, figures, await gatherPayment(side, account, intentId, dispute));
  }
}

/** Payments that came through, by id. One that says it is ours and that no line knows is a difference. */
async function comparePayments(
  side: GymStripe,
  account: ConnectedAccount,
  from: Date,
  figures: ReconcileFigures,
): Promise<Set<string>> {
  const paid = new Set<string>();
  const known = await statuses(
    side,
    `select payment_intent_id as key, status from checkout where stripe_account_id = $1 and payment_intent_id is not null`,
    [account.id],
  );
  for await (const intent of account.stripe.payments.list({ from })) {
    if (intent.status !== 'succeeded') continue;
    paid.add(intent.id);
    if (intent.metadata['spotter_gym'] !== side.gymId || !intent.metadata['spotter_checkout']) continue;
    figures.compared += 1;
    if (known.get(intent.id) === 'PAID') continue;
    const isOurs = await repair(side, figures, await gatherPayment(side, account, intent.id));
    if (!isOurs) await unknown(side, intent);
  }
  return paid;
}

const unknown = (side: GymStripe, { id, amount, currency }: { id: string; amount: number; currency: string }) =>
  side.db.write((em) =>
    noteDifference(
      em,
      { gymId: side.gymId, at: side.clock.now() },
      { kind: 'UNKNOWN_PAYMENT', objectId: id, theirsCents: amount, currency },
    ),
  );

/** What is paid here must be paid there. The edge of the list is left out: a payment is made some time after its page. */
async function compareOurs(side: GymStripe, account: ConnectedAccount, from: Date, paid: Set<string>) {
  const ours = await side.db.rows<{ intent: string; memberId: string; amountCents: number; currency: string }>(
    `select payment_intent_id as intent, member_id as "memberId", amount_cents as "amountCents", currency from checkout
      where stripe_account_id = $1 and status = 'PAID' and payment_intent_id is not null and created_at >= $2`,
    [account.id, from],
  );
  for (const { intent, memberId, amountCents, currency } of ours) {
    if (paid.has(intent)) continue;
    const found = await account.stripe.payments.get(intent).catch(nullWhenMissing);
    if (found?.status === 'succeeded') continue;
    const kind = found ? 'NOT_PAID_AT_STRIPE' : 'MISSING_AT_STRIPE';
    await side.db.write((em) =>
      noteDifference(
        em,
        { gymId: side.gymId, at: side.clock.now() },
        { kind, objectId: intent, memberId, oursCents: amountCents, theirsCents: 0, currency },
      ),
    );
  }
}

async function repair(side: GymStripe, figures: ReconcileFigures, apply: Apply): Promise<boolean> {
  const { isOurs, changes } = await side.db.write(async (em) => ({
    isOurs: await apply(em),
    // Whatever changed left its row in the audit trail: what was only looked at again is no repair.
    changes: (
      await em.execute<{ n: number }[]>(
        `select n_tup_ins::int as n from pg_stat_xact_user_tables where relname = 'audit_log'`,
      )
    )[0]?.n,
  }));
  if (changes) figures.repaired += 1;
  return isOurs;
}

async function statuses({ db }: GymStripe, text: string, values: unknown[]): Promise<Map<string, string>> {
  const rows = await db.rows<{ key: string; status: string }>(text, values);
  return new Map(rows.map(({ key, status }) => [key, status]));
}
