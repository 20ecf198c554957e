// Members as Stripe knows them, and what they pay with.
import type Stripe from 'stripe';
import { PAGE, type Call } from './call.ts';

export interface CustomerDetails {
  name?: string;
  email?: string;
  locale?: string;
  metadata?: Record<string, string>;
}

const paramsOf = ({ name, email, locale, metadata }: CustomerDetails) => ({
  ...(name !== undefined && { name }),
  ...(email !== undefined && { email }),
  ...(locale !== undefined && { preferred_locales: [locale] }),
  ...(metadata && { metadata }),
});

export const customerVerbs = ({ sdk, read, write }: Call) => ({
  create: (key: string, details: CustomerDetails): Promise<Stripe.Customer> =>
    write(key, (options) => sdk.customers.create(paramsOf(details), options)),

  get: (id: string): Promise<Stripe.Customer | Stripe.DeletedCustomer> =>
    read((options) => sdk.customers.retrieve(id, undefined, options)),

  change: (key: string, id: string, details: CustomerDetails & { defaultPaymentMethodId?: string }) =>
    write(key, (options) =>
      sdk.customers.update(
        id,
        {
          ...paramsOf(details),
          ...(details.defaultPaymentMethodId && {
            invoice_settings: { default_payment_method: details.defaultPaymentMethodId },
          }),
        },
        options,
      ),
    ),
});

export const paymentMethodVerbs = ({ sdk, read, list }: Call) => ({
  listOf: (customerId: string, most?: number): AsyncIterable<Stripe.PaymentMethod> =>
    list((options) => sdk.paymentMethods.list({ customer: customerId, limit: PAGE }, options), most),

  /** What a checkout in mode `setup` made. */
  getSetup: (setupIntentId: string): Promise<Stripe.SetupIntent> =>
    read((options) => sdk.setupIntents.retrieve(setupIntentId, undefined, options)),
});

export const portalVerbs = ({ sdk, write }: Call) => ({
  /** A page of Stripe where the customer changes what they pay with. */
  open: (key: string, customerId: string, returnUrl: string): Promise<Stripe.BillingPortal.Session> =>
    write(key, (options) =>
      sdk.billingPortal.sessions.create({ customer: customerId, return_url: returnUrl }, options),
    ),
});
