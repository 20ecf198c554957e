// The consumables subscription of a member at Stripe: once a month it collects the invoice items that were added meanwhile.
import type Stripe from 'stripe';
import { PAGE, type Call } from './call.ts';

export interface NewSubscription {
  customerId: string;
  productId: string;
  currency: string;
  monthlyCents: number;
  /** Without: the customer's default. */
  paymentMethodId?: string;
  metadata: Record<string, string>;
}

export const subscriptionVerbs = ({ sdk, read, write, list }: Call) => ({
  /** What subscriptions are for, by name; once per account. */
  createProduct: (key: string, name: string): Promise<Stripe.Product> =>
    write(key, (options) => sdk.products.create({ name }, options)),

  create: (key: string, subscription: NewSubscription): Promise<Stripe.Subscription> =>
    write(key, (options) =>
      sdk.subscriptions.create(
        {
          customer: subscription.customerId,
          items: [
            {
              price_data: {
                currency: subscription.currency.toLowerCase(),
                product: subscription.productId,
                recurring: { interval: 'month' },
                unit_amount: subscription.monthlyCents,
              },
            },
          ],
          ...(subscription.paymentMethodId && { default_payment_method: subscription.paymentMethodId }),
          metadata: subscription.metadata,
        },
        options,
      ),
    ),

  get: (id: string): Promise<Stripe.Subscription> =>
    read((options) => sdk.subscriptions.retrieve(id, undefined, options)),

  /** Ended ones too. */
  listOf: (customerId: string): AsyncIterable<Stripe.Subscription> =>
    list((options) => sdk.subscriptions.list({ customer: customerId, status: 'all', limit: PAGE }, options)),

  /** Those of all customers that have not ended. */
  listRunning: (most?: number): AsyncIterable<Stripe.Subscription> =>
    list((options) => sdk.subscriptions.list({ limit: PAGE }, options), most),

  /** At once. Invoice items that wait stay with the customer until somebody collects them. */
  cancel: (key: string, id: string): Promise<Stripe.Subscription> =>
    write(key, (options) => sdk.subscriptions.cancel(id, undefined, options)),
});
