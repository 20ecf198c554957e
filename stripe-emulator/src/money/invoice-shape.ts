// An invoice and its lines, as Stripe writes them.
import { newId } from '../ids.ts';
import { listOf } from '../lists.ts';
import type { Kinds } from '../wire.ts';
import type { Subscription } from './subscriptions.ts';

export type Invoice = Kinds['invoice'];
export type Line = Kinds['line_item'];

export const blankInvoice = (id: string, now: number): Invoice => ({
  id,
  object: 'invoice',
  account_country: 'NL',
  account_name: null,
  account_tax_ids: null,
  amount_due: 0,
  amount_overpaid: 0,
  amount_paid: 0,
  amount_remaining: 0,
  amount_shipping: 0,
  application: null,
  attempt_count: 0,
  attempted: false,
  auto_advance: true,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
  automatically_finalizes_at: null,
  billing_reason: null,
  collection_method: 'charge_automatically',
  created: now,
  currency: 'eur',
  custom_fields: null,
  customer: null,
  customer_account: null,
  customer_address: null,
  customer_email: null,
  customer_name: null,
  customer_phone: null,
  customer_shipping: null,
  customer_tax_exempt: 'none',
  customer_tax_ids: [],
  default_payment_method: null,
  default_source: null,
  default_tax_rates: [],
  description: null,
  discounts: [],
  due_date: null,
  effective_at: null,
  ending_balance: null,
  footer: null,
  from_invoice: null,
  hosted_invoice_url: null,
  invoice_pdf: null,
  issuer: { type: 'self' },
  last_finalization_error: null,
  latest_revision: null,
  lines: listOf<Line>([], ''),
  livemode: false,
  metadata: {},
  next_payment_attempt: null,
  number: null,
  on_behalf_of: null,
  parent: null,
  payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
  period_end: now,
  period_start: now,
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  starting_balance: 0,
  statement_descriptor: null,
  status: 'draft',
  status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
  subtotal: 0,
  subtotal_excluding_tax: 0,
  test_clock: null,
  total: 0,
  total_discount_amounts: [],
  total_excluding_tax: 0,
  total_pretax_credit_amounts: [],
  total_taxes: [],
  webhooks_delivered_at: null,
});

const line = (invoice: string, now: number): Omit<Line, 'amount' | 'currency' | 'parent'> => ({
  id: newId('il'),
  object: 'line_item',
  description: null,
  discount_amounts: [],
  discountable: true,
  discounts: [],
  invoice,
  livemode: false,
  metadata: {},
  period: { end: now, start: now },
  pretax_credit_amounts: [],
  pricing: null,
  quantity: 1,
  quantity_decimal: '1',
  subscription: null,
  subtotal: 0,
  taxes: [],
});

/** Carries the metadata of its item: that is how it is known again. */
export function itemLine(item: Kinds['invoiceitem'], subscription: string): Line {
  return {
    ...line(String(item.invoice), item.date),
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    metadata: item.metadata ?? {},
    parent: {
      invoice_item_details: { invoice_item: item.id, proration: false, proration_details: null, subscription },
      subscription_item_details: null,
      type: 'invoice_item_details',
    },
    period: item.period,
    pricing: item.pricing,
    subscription,
    subtotal: item.amount,
  };
}

export function priceLine(
  invoice: string,
  subscription: Subscription,
  item: Subscription['items']['data'][number],
): Line {
  const amount = (item.price.unit_amount ?? 0) * (item.quantity ?? 1);
  return {
    ...line(invoice, item.current_period_start),
    amount,
    currency: subscription.currency,
    description: '1 × consumables (at € 0.00 / month)'.replace('0.00', (amount / 100).toFixed(2)),
    metadata: subscription.metadata,
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: null,
        subscription: subscription.id,
        subscription_item: item.id,
      },
      type: 'subscription_item_details',
    },
    period: { end: item.current_period_end, start: item.current_period_start },
    pricing: {
      price_details: { price: item.price.id, product: String(item.price.product) },
      type: 'price_details',
      unit_amount_decimal: item.price.unit_amount_decimal,
    },
    subscription: subscription.id,
    subtotal: amount,
  };
}
