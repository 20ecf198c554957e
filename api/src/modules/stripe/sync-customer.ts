// What Stripe knows of a member: what they can be charged with, and their consumables subscription.
import type Stripe from 'stripe';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { idOf } from './stripe-id.ts';
import type { Apply } from './apply.ts';

export async function gatherCustomer(
  side: GymStripe,
  { id: accountId, stripe }: ConnectedAccount,
  customerId: string,
): Promise<Apply> {
  // From before Stripe is asked: of two answers on their way, the one asked for last is written.
  const askedAt = side.clock.now();
  const customer = await stripe.customers.get(customerId);
  const methods: Stripe.PaymentMethod[] = [];
  if (!customer.deleted) for await (const method of stripe.paymentMethods.listOf(customerId)) methods.push(method);
  const preferred = customer.deleted ? null : idOf(customer.invoice_settings.default_payment_method);
  const method = methods.find((it) => it.id === preferred) ?? methods[0];
  return async (em) => {
    const rows = await em.execute<object[]>(
      `update stripe_customer set has_payment_method = ?, payment_method_label = ?, checked_at = ?
        where stripe_account_id = ? and customer_id = ? and (checked_at is null or checked_at <= ?) returning 1`,
      [method !== undefined, method ? labelOf(method) : null, askedAt, accountId, customerId, askedAt],
    );
    return rows.length > 0;
  };
}

/** As people recognise it: visa •••• 4242. */
export function labelOf({ type, card, sepa_debit: debit }: Stripe.PaymentMethod): string {
  if (card) return `${card.brand} •••• ${card.last4}`;
  return debit?.last4 ? `SEPA •••• ${debit.last4}` : type;
}

export async function gatherSubscription(
  side: GymStripe,
  { id: accountId, stripe }: ConnectedAccount,
  subscriptionId: string,
): Promise<Apply> {
  const subscription = await stripe.subscriptions.get(subscriptionId);
  const key = subscription.metadata['spotter_consumables'];
  if (!key) return async () => false;
  const status = consumablesStatus(subscription.status);
  return async (em) => {
    const rows = await em.execute<object[]>(
      // One that has ended does not speak for the one that came after it.
      `update stripe_customer set consumables_subscription_id = ?, consumables_status = ?
        where stripe_account_id = ? and customer_id = ? and (consumables_subscription_id = ? or consumables_key::text = ?)
        returning 1`,
      [subscription.id, status, accountId, idOf(subscription.customer), subscription.id, key],
    );
    return rows.length > 0;
  };
}

export function consumablesStatus(status: Stripe.Subscription['status']): 'STARTING' | 'ACTIVE' | 'PAST_DUE' | 'ENDED' {
  if (status === 'active' || status === 'trialing') return 'ACTIVE';
  if (status === 'past_due' || status === 'unpaid') return 'PAST_DUE';
  return status === 'incomplete' ? 'STARTING' : 'ENDED';
}
