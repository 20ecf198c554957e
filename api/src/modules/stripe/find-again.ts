// Stripe forgets the key of a call after a day. Before an older call is repeated, what it may have made is looked for in
// Stripe's own lists, by the id that we put into its metadata.
import type Stripe from 'stripe';
import type { StripeAccount } from '../../adapters/stripe/open-stripe.ts';

const HOUR_MS = 3_600_000;
/** Within this the same key is sure to be the same call. */
const KEPT_HOURS = 23;
/** Clocks differ, and a row stands before its call. */
const EARLIER_MS = 24 * HOUR_MS;

export const isKeyForgotten = (askedAt: string | Date, now: Date): boolean =>
  now.getTime() - new Date(askedAt).getTime() > KEPT_HOURS * HOUR_MS;

export async function findItem(
  stripe: StripeAccount,
  { id, customerId, askedAt }: { id: string; customerId: string; askedAt: string },
): Promise<Stripe.InvoiceItem | null> {
  for await (const item of stripe.invoiceItems.listOf(customerId)) {
    if (item.metadata?.['spotter_item'] === id) return item;
    if (item.date * 1000 < Date.parse(askedAt) - EARLIER_MS) return null;
  }
  return null;
}

export async function findRefund(stripe: StripeAccount, intentId: string, id: string): Promise<Stripe.Refund | null> {
  for await (const refund of stripe.refunds.listOf(intentId))
    if (refund.metadata?.['spotter_refund'] === id) return refund;
  return null;
}

export async function findConsumables(
  stripe: StripeAccount,
  customerId: string,
  key: string,
): Promise<Stripe.Subscription | null> {
  for await (const subscription of stripe.subscriptions.listOf(customerId))
    if (subscription.metadata['spotter_consumables'] === key) return subscription;
  return null;
}
