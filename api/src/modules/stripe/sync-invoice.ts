// Brings the invoice items in our books to what Stripe says of their invoice now.
import type { EntityManager } from '@mikro-orm/postgresql';
import type Stripe from 'stripe';
import { failLines } from '../purchase/fail-lines.ts';
import { releaseLines } from '../purchase/release-lines.ts';
import { settleLines } from '../purchase/settle-lines.ts';
import type { Apply } from './apply.ts';
import { notePaidTwice } from './differences.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { idOf } from './stripe-id.ts';
import { getPayment } from './sync-checkout.ts';
import type { Payment } from './sync-checkout.ts';

interface ItemRow {
  id: string;
  purchaseId: string;
  memberId: string;
  amountCents: number;
  currency: string;
  isEnded: boolean;
}

export async function gatherInvoice(
  side: GymStripe,
  account: ConnectedAccount,
  invoiceId: string,
  known?: Payment,
): Promise<Apply> {
  const invoice = await account.stripe.invoices.get(invoiceId);
  const itemIds: string[] = [];
  for await (const line of account.stripe.invoices.listLines(invoiceId)) {
    const itemId = line.metadata['spotter_item'];
    if (itemId) itemIds.push(itemId);
  }
  const intentId = intentOf(invoice);
  const payment = known ?? (intentId ? await getPayment(account, intentId) : null);
  return (em) => applyInvoice(em, side, account, { invoice, payment, itemIds });
}

/** The payment that paid it, or else the latest try. */
function intentOf({ payments }: Stripe.Invoice): string | null {
  const all = payments?.data ?? [];
  const one = all.find((it) => it.status === 'paid') ?? all.at(-1);
  return idOf(one?.payment.payment_intent);
}

interface Told {
  invoice: Stripe.Invoice;
  payment: Payment | null;
  itemIds: string[];
}

async function applyInvoice(
  em: EntityManager,
  side: GymStripe,
  account: ConnectedAccount,
  told: Told,
): Promise<boolean> {
  const { invoice, payment, itemIds } = told;
  const items = await em.execute<ItemRow[]>(
    `select id, purchase_id as "purchaseId", member_id as "memberId", amount_cents as "amountCents", currency,
            ended_at is not null as "isEnded"
       from stripe_invoice_item where stripe_account_id = ? and (id::text = any(?::text[]) or invoice_id = ?) order by id for update`,
    [account.id, `{${itemIds.join()}}`, invoice.id],
  );
  if (items.length === 0) return false;
  await em.execute(
    `update stripe_invoice_item set invoice_id = ?, payment_intent_id = coalesce(?, payment_intent_id),
        status = case status when 'ASKED' then 'WAITING' else status end where id = any(?::uuid[])`,
    [invoice.id, payment?.intent.id ?? null, `{${items.map((item) => item.id).join()}}`],
  );
  const live = items.filter((item) => !item.isEnded);
  if (invoice.status === 'paid') await settle(em, side, items, told);
  else if (invoice.status === 'void' || invoice.status === 'uncollectible') await release(em, side, live);
  else if (invoice.status === 'open' && invoice.attempted && invoice.attempt_count > 0) await fail(em, live, payment);
  return true;
}

/** Also those that had been given up: an invoice written off can still be paid. */
async function settle(em: EntityManager, side: GymStripe, items: ItemRow[], { invoice, payment }: Told) {
  const [first] = items;
  if (!first) return;
  const at = side.clock.now();
  const paidSeconds = invoice.status_transitions.paid_at;
  const paidAt = payment?.paidAt ?? (paidSeconds ? new Date(paidSeconds * 1000) : at);
  const settled = await settleLines(em, items, { method: 'STRIPE', reference: invoice.id, at: paidAt });
  await notePaidTwice(em, { gymId: side.gymId, at }, settled, {
    objectId: invoice.id,
    memberId: first.memberId,
    currency: first.currency,
    centsOf: (purchaseId) => items.find((item) => item.purchaseId === purchaseId)?.amountCents ?? 0,
  });
  await end(em, items, 'PAID', at);
}

async function release(em: EntityManager, side: GymStripe, items: ItemRow[]) {
  await end(em, items, 'RELEASED', side.clock.now());
  await releaseLines(
    em,
    items.map((item) => item.purchaseId),
  );
}

/** Stripe goes on trying: the items stay on the invoice, and no checkout takes the lines meanwhile. */
async function fail(em: EntityManager, items: ItemRow[], payment: Payment | null) {
  const problem = payment?.intent.last_payment_error;
  const reason = problem?.decline_code ?? problem?.code ?? 'payment_failed';
  await failLines(
    em,
    items.map((item) => item.purchaseId),
    { reason: reason.slice(0, 100) },
  );
}

const end = (em: EntityManager, items: ItemRow[], status: 'PAID' | 'RELEASED', at: Date) =>
  em.execute(
    `update stripe_invoice_item set status = ?, reason = null, ended_at = coalesce(ended_at, ?) where id = any(?::uuid[]) and status <> ?`,
    [status, at, `{${items.map((item) => item.id).join()}}`, status],
  );
