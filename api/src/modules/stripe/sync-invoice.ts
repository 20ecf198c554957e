// Brings the invoice items in our books to what Stripe says of their invoice now.
import type { EntityManager } from '@mikro-orm/postgresql';
import type Stripe from 'stripe';
import { failLines } from '../purchase/fail-lines.ts';
import { payByQr } from '../purchase/pay-by-qr.ts';
import { settleLines } from '../purchase/settle-lines.ts';
import type { Apply } from './apply.ts';
import { compareInvoice } from './compare-invoice.ts';
import { noteDifference, notePaidTwice } from './differences.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { releaseItems } from './release-items.ts';
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
  /** Its line is known to have been refused. */
  isFailed: boolean;
}

/** An invoice as Stripe tells it, with the lines that carry an item of ours. */
export interface ToldInvoice {
  invoice: Stripe.Invoice;
  payment: Payment | null;
  lines: Map<string, Stripe.InvoiceLineItem>;
  linesCents: number;
  /** What the customer owes now beside invoices; negative is a credit. Only asked when the invoice left something. */
  balanceCents: number;
}

export async function gatherInvoice(
  side: GymStripe,
  account: ConnectedAccount,
  invoiceId: string,
  known?: Payment,
): Promise<Apply> {
  const invoice = await account.stripe.invoices.get(invoiceId);
  const lines: ToldInvoice['lines'] = new Map();
  let linesCents = 0;
  for await (const line of account.stripe.invoices.listLines(invoiceId)) {
    linesCents += line.amount;
    const itemId = line.metadata['spotter_item'];
    if (itemId) lines.set(itemId, line);
  }
  const intentId = intentOf(invoice);
  const payment = known ?? (intentId ? await getPayment(account, intentId) : null);
  const balanceCents = invoice.ending_balance ? await balanceOf(account, idOf(invoice.customer)) : 0;
  return (em) => applyInvoice(em, side, account, { invoice, payment, lines, linesCents, balanceCents });
}

/** The payment that paid it, or else the latest try. */
function intentOf({ payments }: Stripe.Invoice): string | null {
  const all = payments?.data ?? [];
  const one = all.find((it) => it.status === 'paid') ?? all.at(-1);
  return idOf(one?.payment.payment_intent);
}

async function balanceOf({ stripe }: ConnectedAccount, customerId: string | null): Promise<number> {
  const customer = customerId ? await stripe.customers.get(customerId) : null;
  return customer && !customer.deleted ? customer.balance : 0;
}

async function applyInvoice(
  em: EntityManager,
  side: GymStripe,
  account: ConnectedAccount,
  told: ToldInvoice,
): Promise<boolean> {
  const { invoice, payment, lines } = told;
  const at = side.clock.now();
  // What was taken off it at Stripe is not on it, whatever we thought.
  await em.execute(
    `update stripe_invoice_item set invoice_id = null
      where stripe_account_id = ? and invoice_id = ? and ended_at is null and id::text <> all(?::text[])`,
    [account.id, invoice.id, `{${[...lines.keys()].join()}}`],
  );
  const items = await em.execute<ItemRow[]>(
    `select i.id, i.purchase_id as "purchaseId", i.member_id as "memberId", i.amount_cents as "amountCents", i.currency,
            i.ended_at is not null as "isEnded", p.status = 'FAILED' as "isFailed"
       from stripe_invoice_item i join purchase p on p.gym_id = i.gym_id and p.id = i.purchase_id
      where i.stripe_account_id = ? and i.id::text = any(?::text[]) order by i.id for update of i`,
    [account.id, `{${[...lines.keys()].join()}}`],
  );
  if (items.length === 0) return false;
  const isGivenUp = isLastTry(told);
  await em.execute(
    `update stripe_invoice_item set invoice_id = ?, payment_intent_id = coalesce(?, payment_intent_id),
        status = case status when 'ASKED' then 'WAITING' else status end,
        given_up_at = case when ? then coalesce(given_up_at, ?) end where id = any(?::uuid[])`,
    [invoice.id, payment?.intent.id ?? null, isGivenUp, at, `{${items.map((item) => item.id).join()}}`],
  );
  const live = items.filter((item) => !item.isEnded);
  if (invoice.status === 'paid') await settle(em, side, items, told);
  // Written off, it may no longer say why: what is known of that stays.
  else if (isRefused(told)) await fail(em, isWrittenOff(told) ? live.filter((item) => !item.isFailed) : live, payment);
  if (isWrittenOff(told)) await releaseItems(em, idsOf(live), at);
  return true;
}

const idsOf = (items: ItemRow[]): string[] => items.map((item) => item.id);

const isWrittenOff = ({ invoice }: ToldInvoice): boolean =>
  invoice.status === 'void' || invoice.status === 'uncollectible';

/** Also before it was written off. A try that the bank has not answered yet is none that failed. */
const isRefused = (told: ToldInvoice): boolean =>
  (told.invoice.status === 'open' || isWrittenOff(told)) &&
  told.invoice.attempted &&
  told.invoice.attempt_count > 0 &&
  told.payment?.intent.status !== 'processing';

/** Stripe will not try again by itself; somebody who has to confirm the payment may still do that. */
const isLastTry = (told: ToldInvoice): boolean =>
  told.invoice.status === 'open' &&
  isRefused(told) &&
  told.invoice.next_payment_attempt === null &&
  told.payment?.intent.status !== 'requires_action';

/** Also those that had been given up: an invoice written off can still be paid. */
async function settle(em: EntityManager, side: GymStripe, all: ItemRow[], told: ToldInvoice) {
  const { invoice, payment } = told;
  const at = side.clock.now();
  const items = await leaveDiffering(em, side, all, told);
  const paidSeconds = invoice.status_transitions.paid_at;
  const paidAt = payment?.paidAt ?? (paidSeconds ? new Date(paidSeconds * 1000) : at);
  const settled = await settleLines(em, items, { method: 'STRIPE', reference: invoice.id, at: paidAt });
  const [first] = all;
  if (!first) return;
  const on = { gymId: side.gymId, at };
  await notePaidTwice(em, on, settled, {
    objectId: invoice.id,
    memberId: first.memberId,
    currency: first.currency,
    centsOf: (purchaseId) => items.find((item) => item.purchaseId === purchaseId)?.amountCents ?? 0,
  });
  await em.execute(
    `update stripe_invoice_item set status = 'PAID', reason = null, ended_at = coalesce(ended_at, ?)
      where id = any(?::uuid[]) and status <> 'PAID'`,
    [at, `{${idsOf(items).join()}}`],
  );
  await compareInvoice(em, on, told, first);
}

/** An item that was changed at Stripe is not paid by what came for it: the difference is for somebody to look at. */
async function leaveDiffering(
  em: EntityManager,
  side: GymStripe,
  items: ItemRow[],
  { invoice, lines }: ToldInvoice,
): Promise<ItemRow[]> {
  const at = side.clock.now();
  const reason = 'amount_differs';
  const agreeing: ItemRow[] = [];
  for (const item of items) {
    const line = lines.get(item.id);
    if (line?.amount === item.amountCents && line.currency.toUpperCase() === item.currency) {
      agreeing.push(item);
      continue;
    }
    const { memberId, purchaseId, amountCents: oursCents, currency } = item;
    const difference = {
      objectId: invoice.id,
      memberId,
      purchaseId,
      oursCents,
      theirsCents: line?.amount ?? 0,
      currency,
    };
    await noteDifference(em, { gymId: side.gymId, at }, { kind: 'AMOUNT_DIFFERS', ...difference });
    if (item.isEnded) continue;
    await em.execute(
      `update stripe_invoice_item set status = 'RELEASED', reason = ?, ended_at = ? where id = ? and ended_at is null`,
      [reason, at, item.id],
    );
    await failLines(em, [purchaseId], { reason });
    await payByQr(em, [purchaseId]);
  }
  return agreeing;
}

/** While Stripe goes on trying, the items stay on the invoice, and no checkout takes the lines. */
async function fail(em: EntityManager, items: ItemRow[], payment: Payment | null) {
  const problem = payment?.intent.last_payment_error;
  const reason = problem?.decline_code ?? problem?.code ?? 'payment_failed';
  await failLines(
    em,
    items.map((item) => item.purchaseId),
    { reason: reason.slice(0, 100) },
  );
}
