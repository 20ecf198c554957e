// Lines that no invoice collects any more: their subscription has ended, or Stripe has made its last attempt. First they are
// taken back at Stripe, so that nobody pays them twice; then they are open again, to be paid by QR code.
import { randomUUID } from 'node:crypto';
import { StripeFailure, nullWhenMissing } from '../../adapters/stripe/stripe-failure.ts';
import { payByQr } from '../purchase/pay-by-qr.ts';
import { findItem } from './find-again.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { releaseItems } from './release-items.ts';
import { idOf } from './stripe-id.ts';
import { gatherInvoice } from './sync-invoice.ts';

const BATCH = 200;

export interface StuckItem {
  id: string;
  itemId: string | null;
  invoiceId: string | null;
  customerId: string;
  askedAt: string;
}

export async function freeStuckItems(side: GymStripe, account: ConnectedAccount): Promise<number> {
  const stuck = await side.db.rows<StuckItem>(
    `select i.id, i.item_id as "itemId", i.invoice_id as "invoiceId", c.customer_id as "customerId", i.asked_at as "askedAt"
       from stripe_invoice_item i
       join stripe_customer c on c.gym_id = i.gym_id and c.member_id = i.member_id and c.stripe_account_id = i.stripe_account_id
      where i.ended_at is null and i.stripe_account_id = $1 and c.customer_id is not null
        and (i.given_up_at is not null or c.consumables_status = 'ENDED')
      order by i.asked_at, i.id limit ${BATCH}`,
    [account.id],
  );
  let freed = 0;
  for (const item of stuck) {
    try {
      await freeItem(side, account, item);
      freed += 1;
    } catch (error) {
      // Stripe's trouble with one is no reason to leave the others.
      if (!(error instanceof StripeFailure)) throw error;
    }
  }
  await freeUnasked(side, account);
  return freed;
}

/** Takes it back at Stripe, or books what became of it there. */
export async function freeItem(side: GymStripe, account: ConnectedAccount, item: StuckItem): Promise<void> {
  const { stripe } = account;
  const found = item.itemId
    ? await stripe.invoiceItems.get(item.itemId).catch(nullWhenMissing)
    : await findItem(stripe, item);
  const invoiceId = idOf(found?.invoice) ?? (found ? null : item.invoiceId);
  if (invoiceId && (await isFinal(side, account, invoiceId))) return;
  if (found) await stripe.invoiceItems.remove(randomUUID(), found.id).catch(nullWhenMissing);
  await side.db.write((em) => releaseItems(em, [item.id], side.clock.now()));
}

/** Whether it is more than a draft: then it is voided, unless it was paid at the last moment, and says what becomes of its items. */
async function isFinal(side: GymStripe, account: ConnectedAccount, invoiceId: string): Promise<boolean> {
  const { stripe } = account;
  const invoice = await stripe.invoices.get(invoiceId).catch(nullWhenMissing);
  if (!invoice || invoice.status === 'draft') return false;
  if (invoice.status === 'open' || invoice.status === 'uncollectible')
    await stripe.invoices.void(randomUUID(), invoiceId).catch(passWhenOver);
  await side.db.write(await gatherInvoice(side, account, invoiceId));
  return true;
}

/** Sold for an invoice that will not come, and not put on any yet. */
const freeUnasked = ({ db }: GymStripe, account: ConnectedAccount): Promise<void> =>
  db.write(async (em) => {
    const lines = await em.execute<{ id: string }[]>(
      `select p.id from purchase p
        where p.payment_method = 'STRIPE_INVOICE' and p.status in ('OPEN', 'FAILED', 'RETURNED')
          and not exists (select from stripe_invoice_item i where i.gym_id = p.gym_id and i.purchase_id = p.id and i.ended_at is null)
          and not exists (select from stripe_customer c where c.gym_id = p.gym_id and c.member_id = p.member_id
            and c.is_current and c.stripe_account_id = ?
            and (c.consumables_status in ('STARTING', 'ACTIVE') or (c.consumables_status is null and c.has_payment_method)))
        order by p.id for update`,
      [account.id],
    );
    await payByQr(
      em,
      lines.map((line) => line.id),
    );
  });

/** Paid or voided already: what it is now, Stripe says next. */
function passWhenOver(error: unknown): void {
  if (!(error instanceof StripeFailure) || error.kind !== 'INVALID') throw error;
}
