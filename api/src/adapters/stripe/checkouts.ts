// Stripe Checkout: pages of Stripe on which a member pays, or leaves a payment method for later.
import type Stripe from 'stripe';
import { createdIn, PAGE, secondsOf, type Call, type CreatedBetween } from './call.ts';

export interface CheckoutAddresses {
  successUrl: string;
  cancelUrl: string;
  /** 30 minutes to 24 hours from now. */
  expiresAt: Date;
  locale?: string;
  /** Also on what the checkout makes: payment, setup. */
  metadata: Record<string, string>;
}

export interface PaymentCheckout extends CheckoutAddresses {
  customerId?: string;
  customerEmail?: string;
  currency: string;
  lines: { name: string; amountCents: number; quantity: number }[];
  /** Keeps what was paid with for later charges. */
  savesPaymentMethod?: boolean;
}

export interface SetupCheckout extends CheckoutAddresses {
  customerId: string;
  currency: string;
}

type Params = Stripe.Checkout.SessionCreateParams;

const shared = ({ successUrl, cancelUrl, expiresAt, locale, metadata }: CheckoutAddresses): Params => ({
  success_url: successUrl,
  cancel_url: cancelUrl,
  expires_at: secondsOf(expiresAt),
  metadata,
  ...(locale && { locale: locale as Stripe.Checkout.SessionCreateParams.Locale }),
});

const paymentParams = (checkout: PaymentCheckout): Params => ({
  ...shared(checkout),
  mode: 'payment',
  ...(checkout.customerId && { customer: checkout.customerId }),
  ...(checkout.customerEmail && { customer_email: checkout.customerEmail }),
  line_items: checkout.lines.map(({ name, amountCents, quantity }) => ({
    quantity,
    price_data: { currency: checkout.currency.toLowerCase(), unit_amount: amountCents, product_data: { name } },
  })),
  payment_intent_data: {
    metadata: checkout.metadata,
    ...(checkout.savesPaymentMethod && { setup_future_usage: 'off_session' as const }),
  },
});

const setupParams = (checkout: SetupCheckout): Params => ({
  ...shared(checkout),
  mode: 'setup',
  customer: checkout.customerId,
  currency: checkout.currency.toLowerCase(),
  setup_intent_data: { metadata: checkout.metadata },
});

export const checkoutVerbs = ({ sdk, read, write, list }: Call) => {
  const create = (key: string, params: Params): Promise<Stripe.Checkout.Session> =>
    write(key, (options) => sdk.checkout.sessions.create(params, options));
  return {
    startPayment: (key: string, checkout: PaymentCheckout) => create(key, paymentParams(checkout)),
    startSetup: (key: string, checkout: SetupCheckout) => create(key, setupParams(checkout)),

    get: (id: string): Promise<Stripe.Checkout.Session> =>
      read((options) => sdk.checkout.sessions.retrieve(id, undefined, options)),

    /** INVALID when it is complete or expired already: get it and see. */
    expire: (key: string, id: string): Promise<Stripe.Checkout.Session> =>
      write(key, (options) => sdk.checkout.sessions.expire(id, undefined, options)),

    list: (created: CreatedBetween, most?: number): AsyncIterable<Stripe.Checkout.Session> =>
      list((options) => sdk.checkout.sessions.list({ created: createdIn(created), limit: PAGE }, options), most),

    /** Which checkout a payment came from. */
    findByPayment: async (paymentIntentId: string): Promise<Stripe.Checkout.Session | null> => {
      const { data } = await read((options) =>
        sdk.checkout.sessions.list({ payment_intent: paymentIntentId, limit: 1 }, options),
      );
      return data[0] ?? null;
    },
  };
};
