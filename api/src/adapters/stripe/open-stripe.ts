// The SDK's client, opened once, and the verbs we use of it by noun. Everything of a gym happens on the gym's own account,
// which therefore comes first: `stripe.on(accountId).checkouts.startPayment(key, …)`.
import Stripe from 'stripe';
import type { StripeConfig } from '../../config.ts';
import { callsTo, type Call } from './call.ts';
import { checkoutVerbs } from './checkouts.ts';
import { customerVerbs, paymentMethodVerbs, portalVerbs } from './customers.ts';
import { invoiceItemVerbs, invoiceVerbs } from './invoices.ts';
import { disputeVerbs, paymentVerbs, refundVerbs } from './payments.ts';
import { platformVerbs } from './platform.ts';
import { subscriptionVerbs } from './subscriptions.ts';
import { webhookVerbs } from './webhooks.ts';

export type StripePlatform = ReturnType<typeof platformVerbs>;
export type StripeAccount = ReturnType<typeof accountVerbs>;

export interface StripeGateway {
  mode: StripeConfig['mode'];
  /** Whether it is our own emulator that answers. */
  isStandIn: boolean;
  platform: StripePlatform;
  on(accountId: string): StripeAccount;
}

const accountVerbs = (call: Call) => ({
  customers: customerVerbs(call),
  paymentMethods: paymentMethodVerbs(call),
  portal: portalVerbs(call),
  checkouts: checkoutVerbs(call),
  subscriptions: subscriptionVerbs(call),
  invoiceItems: invoiceItemVerbs(call),
  invoices: invoiceVerbs(call),
  payments: paymentVerbs(call),
  refunds: refundVerbs(call),
  disputes: disputeVerbs(call),
  webhooks: webhookVerbs(call),
});

export function openStripe(config: StripeConfig, { timeoutMs = 20_000, retries = 2 } = {}): StripeGateway {
  const sdk = new Stripe(config.secretKey, {
    apiVersion: '2026-10-28.endive',
    telemetry: false,
    timeout: timeoutMs,
    maxNetworkRetries: retries,
    ...(config.apiBase && addressOf(new URL(config.apiBase))),
  });
  return {
    mode: config.mode,
    isStandIn: config.apiBase !== null,
    platform: platformVerbs(callsTo(sdk, null)),
    on: (accountId) => {
      if (!accountId) throw new TypeError('An account must be named.');
      return accountVerbs(callsTo(sdk, accountId));
    },
  };
}

function addressOf({ protocol, hostname, port }: URL): Stripe.StripeConfig {
  const isPlain = protocol === 'http:';
  return { protocol: isPlain ? 'http' : 'https', host: hostname, port: port || (isPlain ? 80 : 443) };
}
