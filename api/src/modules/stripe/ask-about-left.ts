// The gym is back at an account that it had left while payments were under way. Pages that still stand open are closed and
// items that still wait are taken back, since their lines are to be paid otherwise now; what was paid meanwhile is booked.
import { randomUUID } from 'node:crypto';
import { StripeFailure } from '../../adapters/stripe/stripe-failure.ts';
import { passWhenOver } from './cancel-checkout.ts';
import { freeItem } from './free-stuck-items.ts';
import type { StuckItem } from './free-stuck-items.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { gatherCheckout } from './sync-checkout.ts';

const BATCH = 200;

export async function askAboutLeft(side: GymStripe, account: ConnectedAccount): Promise<number> {
  const checkouts = await side.db.rows<{ id: string; sessionId: string | null }>(
    `select id, session_id as "sessionId" from checkout
      where left_at is not null and stripe_account_id = $1 order by id limit ${BATCH}`,
    [account.id],
  );
  const items = await side.db.rows<StuckItem>(
    `select i.id, i.item_id as "itemId", i.invoice_id as "invoiceId", c.customer_id as "customerId", i.asked_at as "askedAt"
       from stripe_invoice_item i
       join stripe_customer c on c.gym_id = i.gym_id and c.member_id = i.member_id and c.stripe_account_id = i.stripe_account_id
      where i.left_at is not null and i.stripe_account_id = $1 and c.customer_id is not null order by i.id limit ${BATCH}`,
    [account.id],
  );
  let asked = 0;
  for (const { id, sessionId } of checkouts)
    if (await isAsked(side, 'checkout', id, () => askAboutPage(side, account, sessionId))) asked += 1;
  for (const item of items)
    if (await isAsked(side, 'stripe_invoice_item', item.id, () => freeItem(side, account, item))) asked += 1;
  return asked;
}

/** A page that we never had the address of was never shown to anybody. */
async function askAboutPage(side: GymStripe, account: ConnectedAccount, sessionId: string | null): Promise<void> {
  if (!sessionId) return;
  await account.stripe.checkouts.expire(randomUUID(), sessionId).catch(passWhenOver);
  await side.db.write(await gatherCheckout(side, account, sessionId));
}

async function isAsked(
  side: GymStripe,
  table: 'checkout' | 'stripe_invoice_item',
  id: string,
  ask: () => Promise<void>,
): Promise<boolean> {
  try {
    await ask();
  } catch (error) {
    // Stripe's trouble with one is no reason to leave the others; it is asked again.
    if (!(error instanceof StripeFailure)) throw error;
    if (error.kind !== 'MISSING') return false;
  }
  await side.db.write((em) => em.execute(`update ${table} set left_at = null where id = ?`, [id]));
  return true;
}
