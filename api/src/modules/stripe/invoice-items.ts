// Puts open lines on the next invoice of members with a consumables subscription: before, call, after, each line under the id
// of its own row.
import { StripeFailure } from '../../adapters/stripe/stripe-failure.ts';
import { failLines } from '../purchase/fail-lines.ts';
import { holdLines } from '../purchase/hold-lines.ts';
import { payByQr } from '../purchase/pay-by-qr.ts';
import { findItem, isKeyForgotten } from './find-again.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { idOf } from './stripe-id.ts';
import { gatherInvoice } from './sync-invoice.ts';

const BATCH = 200;
/** A sale can be undone for a moment; what is at Stripe takes a counter-line. */
export const UNDO_MINUTES = 2;

export interface ItemFigures {
  asked: number;
  added: number;
}

export async function addInvoiceItems(side: GymStripe, account: ConnectedAccount): Promise<ItemFigures> {
  const figures = { asked: 0, added: 0 };
  figures.asked = await askForItems(side, account);
  for (const item of await askedItems(side, account)) {
    if (await addItem(side, account, item)) figures.added += 1;
  }
  return figures;
}

/** Holds the lines and writes down what will be asked of Stripe. */
function askForItems({ gymId, db, clock }: GymStripe, account: ConnectedAccount): Promise<number> {
  const now = clock.now();
  return db.write(async (em) => {
    const due = await em.execute<{ id: string }[]>(
      `select p.id from purchase p join stripe_customer c on c.gym_id = p.gym_id and c.member_id = p.member_id
        where p.status = 'OPEN' and p.payment_method = 'STRIPE_INVOICE' and p.purchased_at <= ? and p.total_cents <> 0
          and c.is_current and c.stripe_account_id = ? and c.consumables_status = 'ACTIVE'
          and not exists (select from stripe_invoice_item i where i.gym_id = p.gym_id and i.purchase_id = p.id)
        order by p.purchased_at, p.id limit ${BATCH}`,
      [new Date(now.getTime() - UNDO_MINUTES * 60_000), account.id],
    );
    const { moved } = await holdLines(
      em,
      due.map((line) => line.id),
    );
    await em.execute(
      `insert into stripe_invoice_item (gym_id, purchase_id, member_id, stripe_account_id, amount_cents, currency, status, asked_at)
       select ?::uuid, p.id, p.member_id, ?::uuid, p.total_cents, p.currency, 'ASKED', ?::timestamptz from purchase p where p.id = any(?::uuid[])`,
      [gymId, account.id, now, `{${moved.join()}}`],
    );
    return moved.length;
  });
}

interface AskedItem {
  id: string;
  purchaseId: string;
  amountCents: number;
  currency: string;
  description: string;
  customerId: string;
  subscriptionId: string;
  askedAt: string;
}

/** Those of a subscription that has ended are none to add: see free-stuck-items.ts. */
const askedItems = ({ db }: GymStripe, account: ConnectedAccount): Promise<AskedItem[]> =>
  db.rows<AskedItem>(
    `select i.id, i.purchase_id as "purchaseId", i.amount_cents as "amountCents", i.currency,
            case when p.quantity > 1 then p.quantity || ' × ' else '' end || p.description as description,
            c.customer_id as "customerId", c.consumables_subscription_id as "subscriptionId", i.asked_at as "askedAt"
       from stripe_invoice_item i join purchase p on p.gym_id = i.gym_id and p.id = i.purchase_id
       join stripe_customer c on c.gym_id = i.gym_id and c.member_id = i.member_id and c.stripe_account_id = i.stripe_account_id
      where i.status = 'ASKED' and i.stripe_account_id = $1 and c.consumables_subscription_id is not null and c.consumables_status <> 'ENDED'
      order by i.asked_at, i.id limit ${BATCH}`,
    [account.id],
  );

async function addItem(side: GymStripe, account: ConnectedAccount, item: AskedItem): Promise<boolean> {
  const { gymId, db, clock } = side;
  const { id, purchaseId, askedAt, ...asked } = item;
  const metadata = { spotter_gym: gymId, spotter_item: id, spotter_purchase: purchaseId };
  try {
    const earlier = isKeyForgotten(askedAt, clock.now()) ? await findItem(account.stripe, item) : null;
    const made = earlier ?? (await account.stripe.invoiceItems.add(id, { ...asked, metadata }));
    await db.write((em) =>
      em.execute(`update stripe_invoice_item set status = 'WAITING', item_id = ? where id = ? and status = 'ASKED'`, [
        made.id,
        id,
      ]),
    );
    // Added long ago, it may have been collected meanwhile.
    const invoiceId = idOf(made.invoice);
    if (invoiceId) await db.write(await gatherInvoice(side, account, invoiceId));
    return true;
  } catch (error) {
    if (!(error instanceof StripeFailure)) throw error;
    if (!error.isRetryable) await refuse(error.code ?? error.kind);
    return false;
  }

  /** It never reached an invoice: the line is to be paid by QR code, and says why it is not on one. */
  function refuse(reason: string) {
    return db.write(async (em) => {
      await em.execute(
        `update stripe_invoice_item set status = 'REFUSED', reason = ?, ended_at = ? where id = ? and status = 'ASKED'`,
        [reason.slice(0, 100), clock.now(), id],
      );
      await failLines(em, [purchaseId], { reason: reason.slice(0, 100) });
      await payByQr(em, [purchaseId]);
    });
  }
}
