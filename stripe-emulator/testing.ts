// What every test begins with: an emulator whose time stands still, the real SDK, and an account that may collect.
import Stripe from 'stripe';
import { advance } from './src/due.ts';
import { openEmulator, type Emulator, type EmulatorOptions } from './src/open-emulator.ts';

export const NOW = new Date('2026-03-04T12:00:00Z');
export const at = (seconds: number): number => NOW.getTime() / 1000 + seconds;
export const DAY = 86_400;

export interface Scene {
  emulator: Emulator;
  sdk: Stripe;
  /** The account in the options of each call. */
  on: { stripeAccount: string };
  account: string;
  control<T = Record<string, unknown>>(name: string, wanted?: Record<string, unknown>): Promise<T>;
  advance(seconds: number): void;
  /** The types of the account's events, oldest first, since it was last asked. */
  happened(): string[];
  close(): Promise<void>;
}

export function sdkOf({ url, secretKey }: Emulator, key = secretKey): Stripe {
  const { hostname: host, port } = new URL(url);
  return new Stripe(key, { host, port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 });
}

export async function openScene(options: EmulatorOptions = {}): Promise<Scene> {
  const emulator = await openEmulator({ now: NOW, ...options });
  const sdk = sdkOf(emulator);
  const { id: account } = await sdk.accounts.create({ type: 'standard', business_profile: { name: 'Gym' } });
  const control = async <T>(name: string, wanted: Record<string, unknown> = {}) => {
    const response = await fetch(`${emulator.url}/_emulator/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.secretKey}` },
      body: JSON.stringify(wanted),
    });
    const answer = (await response.json()) as T & { error?: string };
    if (!response.ok) throw new Error(answer.error);
    return answer;
  };
  await control('finish_onboarding', { account });
  let seen = 0;
  return {
    emulator,
    sdk,
    account,
    on: { stripeAccount: account },
    control,
    advance: (seconds) => advance(emulator.world, seconds),
    happened: () => {
      const events = emulator.world.shelf(account).all('event');
      const types = events.slice(seen).map(({ type }) => type);
      seen = events.length;
      return types;
    },
    close: () => emulator.close(),
  };
}

/** A checkout for one coffee of € 2.50 unless said otherwise. */
export const coffee = (more: Stripe.Checkout.SessionCreateParams = {}): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  success_url: 'http://gym.example/paid?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://gym.example/cancelled',
  line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 250, product_data: { name: 'Coffee' } } }],
  ...more,
});

export const post = (url: string, fields: Record<string, string>): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

/** A customer with a card and the subscription that collects what they buy. */
export async function addMember({ sdk, on, control, account }: Scene, card = '4242424242424242') {
  const customer = await sdk.customers.create({ name: 'Zoë van der Berg', email: 'zoe@example.com' }, on);
  const method = await control<Stripe.PaymentMethod>('give_card', { account, customer: customer.id, card });
  const product = await sdk.products.create({ name: 'Consumables' }, on);
  const price = { currency: 'eur', product: product.id, recurring: { interval: 'month' as const }, unit_amount: 0 };
  const subscription = await sdk.subscriptions.create({ customer: customer.id, items: [{ price_data: price }] }, on);
  const add = (amount: number, description = 'Protein bar') =>
    sdk.invoiceItems.create(
      {
        customer: customer.id,
        subscription: subscription.id,
        amount,
        currency: 'eur',
        description,
        metadata: { purchase: description },
      },
      on,
    );
  return { customer, method, subscription, add };
}
