// Invoice items wait for the next invoice of the consumables subscription; invoices say what became of them.
import type Stripe from 'stripe';
import { createdIn, PAGE, type Call, type CreatedBetween } from './call.ts';

export interface NewInvoiceItem {
  customerId: string;
  subscriptionId: string;
  /** Negative takes back. */
  amountCents: number;
  currency: string;
  description: string;
  /** Comes back on the invoice's line. */
  metadata: Record<string, string>;
}

export interface InvoiceFilter {
  customerId?: string;
  subscriptionId?: string;
  created?: CreatedBetween;
  status?: Stripe.Invoice.Status;
}

const filterOf = ({ customerId, subscriptionId, created, status }: InvoiceFilter): Stripe.InvoiceListParams => ({
  limit: PAGE,
  ...(customerId && { customer: customerId }),
  ...(subscriptionId && { subscription: subscriptionId }),
  ...(created && { created: createdIn(created) }),
  ...(status && { status }),
});

export const invoiceItemVerbs = ({ sdk, read, write, list }: Call) => ({
  add: (key: string, item: NewInvoiceItem): Promise<Stripe.InvoiceItem> =>
    write(key, (options) =>
      sdk.invoiceItems.create(
        {
          customer: item.customerId,
          subscription: item.subscriptionId,
          amount: item.amountCents,
          currency: item.currency.toLowerCase(),
          description: item.description,
          metadata: item.metadata,
        },
        options,
      ),
    ),

  get: (id: string): Promise<Stripe.InvoiceItem> =>
    read((options) => sdk.invoiceItems.retrieve(id, undefined, options)),

  /** INVALID when it stands on an invoice that is final. */
  remove: (key: string, id: string): Promise<Stripe.DeletedInvoiceItem> =>
    write(key, (options) => sdk.invoiceItems.del(id, undefined, options)),

  /** Those that wait for an invoice and those that stand on one. */
  listOf: (customerId: string, most?: number): AsyncIterable<Stripe.InvoiceItem> =>
    list((options) => sdk.invoiceItems.list({ customer: customerId, limit: PAGE }, options), most),

  /** Those that wait for an invoice, of one customer or of all. */
  listPending: (customerId: string | null, most?: number): AsyncIterable<Stripe.InvoiceItem> =>
    list(
      (options) =>
        sdk.invoiceItems.list({ ...(customerId && { customer: customerId }), pending: true, limit: PAGE }, options),
      most,
    ),
});

export const invoiceVerbs = ({ sdk, read, write, list }: Call) => ({
  /** Its first ten lines; all of them: `listLines`. `payments` says how it was paid. */
  get: (id: string): Promise<Stripe.Invoice> =>
    read((options) => sdk.invoices.retrieve(id, { expand: ['payments'] }, options)),

  /** Nobody can pay it any more. INVALID when it is paid, or not final yet. */
  void: (key: string, id: string): Promise<Stripe.Invoice> =>
    write(key, (options) => sdk.invoices.voidInvoice(id, undefined, options)),

  list: (filter: InvoiceFilter, most?: number): AsyncIterable<Stripe.Invoice> =>
    list((options) => sdk.invoices.list(filterOf(filter), options), most),

  /** Each with the metadata of its invoice item. */
  listLines: (id: string, most?: number): AsyncIterable<Stripe.InvoiceLineItem> =>
    list((options) => sdk.invoices.listLineItems(id, { limit: PAGE }, options), most),

  /** Which invoice a payment was for: refunds and disputes name the payment only. */
  findByPayment: async (paymentIntentId: string): Promise<string | null> => {
    const payment = { type: 'payment_intent' as const, payment_intent: paymentIntentId };
    const { data } = await read((options) => sdk.invoicePayments.list({ payment, limit: 1 }, options));
    const invoice = data[0]?.invoice;
    return invoice === undefined ? null : typeof invoice === 'string' ? invoice : invoice.id;
  },
});
