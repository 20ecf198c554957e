// What an event is about, asked of Stripe as it is now: what the event itself says may be long over, or come in another order.
import type Stripe from 'stripe';
import type { Apply } from './apply.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { leaveAccount } from './leave-account.ts';
import { idOf } from './stripe-id.ts';
import { gatherAccount } from './sync-account.ts';
import { gatherCheckout } from './sync-checkout.ts';
import { gatherCustomer, gatherSubscription } from './sync-customer.ts';
import { gatherInvoice } from './sync-invoice.ts';
import { gatherPayment } from './sync-payment.ts';

/** The kinds of events that we ask Stripe to tell. */
export const EVENT_TYPES = [
  'account.application.deauthorized',
  'account.updated',
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.funds_reinstated',
  'charge.refund.updated',
  'charge.refunded',
  'checkout.session.async_payment_failed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.completed',
  'checkout.session.expired',
  'customer.subscription.created',
  'customer.subscription.deleted',
  'customer.subscription.updated',
  'customer.updated',
  'invoice.marked_uncollectible',
  'invoice.paid',
  'invoice.payment_failed',
  'invoice.voided',
  'payment_intent.payment_failed',
  'payment_method.attached',
  'payment_method.detached',
  'refund.failed',
  'refund.updated',
] as const satisfies Stripe.WebhookEndpointCreateParams.EnabledEvent[];

type Told = Record<string, unknown> & { id?: string; object?: string };

const nothing: Apply = async () => false;

export async function gatherEvent(
  side: GymStripe,
  account: ConnectedAccount,
  { type, payload }: { type: string; payload: Stripe.Event | null },
): Promise<Apply> {
  const object = payload?.data.object as unknown as Told | undefined;
  if (!object || !(EVENT_TYPES as readonly string[]).includes(type)) return nothing;
  const id = object.id ?? '';
  if (type === 'account.application.deauthorized') return disconnect(side, account);
  if (type === 'account.updated') return gatherAccount(side, account.accountId);
  if (type.startsWith('checkout.session.')) return gatherCheckout(side, account, id);
  if (type.startsWith('invoice.')) return gatherInvoice(side, account, id);
  if (type.startsWith('customer.subscription.')) return gatherSubscription(side, account, id);
  if (type.startsWith('charge.dispute.')) return gatherDispute(side, account, id);
  if (type === 'payment_intent.payment_failed') return gatherPayment(side, account, id);
  if (type.startsWith('charge.') || type.startsWith('refund.')) {
    const intentId = idOf(object['payment_intent'] as string | null);
    return intentId ? gatherPayment(side, account, intentId) : nothing;
  }
  const customerId = type === 'customer.updated' ? id : customerOf(object, payload);
  return customerId ? gatherCustomer(side, account, customerId) : nothing;
}

/** A payment method that was taken away no longer says whose it was; what it was before does. */
function customerOf(method: Told, payload: Stripe.Event | null): string | null {
  const before = payload?.data.previous_attributes as { customer?: string } | undefined;
  return idOf(method['customer'] as string | null) ?? before?.customer ?? null;
}

async function gatherDispute(side: GymStripe, account: ConnectedAccount, disputeId: string): Promise<Apply> {
  const dispute = await account.stripe.disputes.get(disputeId);
  const intentId = idOf(dispute.payment_intent);
  return intentId ? gatherPayment(side, account, intentId, dispute) : nothing;
}

/** The gym took the platform's access away in its own dashboard. */
const disconnect =
  ({ clock }: GymStripe, { id }: ConnectedAccount): Apply =>
  async (em) => {
    await leaveAccount(em, id, clock.now());
    return true;
  };
