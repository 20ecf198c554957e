// Subscriptions: made by a checkout or by the API; each month an invoice collects the price and the items that wait.
import { newId } from '../ids.ts';
import { listOf } from '../lists.ts';
import type { Shelf } from '../shelf.ts';
import type { Kinds } from '../wire.ts';
import type { World } from '../world.ts';
import { collect, finalize, makeInvoice } from './invoices.ts';
import { monthsAfter } from './months.ts';

export type Subscription = Kinds['subscription'];
type Item = Subscription['items']['data'][number];

interface NewSubscription {
  customer: string;
  priceId: string;
  method: string | null;
  metadata: Record<string, string>;
}

/** The first invoice is made, final and collected at once. */
export function startSubscription(world: World, shelf: Shelf, wanted: NewSubscription): Subscription {
  const price = shelf.need('price', wanted.priceId, 'items[0][price]');
  const id = newId('sub');
  const subscription = shelf.put<Subscription>({
    ...blank(id, world.now),
    currency: price.currency,
    customer: wanted.customer,
    default_payment_method: wanted.method,
    items: listOf([itemOf(id, price, world.now)], `/v1/subscription_items?subscription=${id}`),
    metadata: wanted.metadata,
  });
  const invoice = makeInvoice(world, shelf, subscription, 'subscription_create');
  collect(world, shelf, finalize(world, shelf, invoice.id).id);
  const made = shelf.put<Subscription>({ ...shelf.need('subscription', id), latest_invoice: invoice.id });
  world.emit(shelf, 'customer.subscription.created', made);
  return made;
}

function itemOf(subscription: string, price: Kinds['price'], now: number): Item {
  return {
    id: newId('si', 14),
    object: 'subscription_item',
    billing_thresholds: null,
    created: now,
    current_period_end: monthsAfter(now, now, 1),
    current_period_start: now,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: {
      id: price.id,
      object: 'plan',
      active: true,
      amount: price.unit_amount,
      amount_decimal: price.unit_amount_decimal,
      billing_scheme: 'per_unit',
      created: price.created,
      currency: price.currency,
      interval: 'month',
      interval_count: 1,
      livemode: false,
      metadata: {},
      meter: null,
      nickname: null,
      product: price.product,
      tiers_mode: null,
      transform_usage: null,
      trial_period_days: null,
      usage_type: 'licensed',
    },
    price,
    quantity: 1,
    subscription,
    tax_rates: [],
  };
}

const blank = (id: string, now: number): Subscription => ({
  id,
  object: 'subscription',
  application: null,
  application_fee_percent: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null },
  billing_cycle_anchor: now,
  billing_cycle_anchor_config: null,
  billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
  billing_schedules: [],
  billing_thresholds: null,
  cancel_at: null,
  cancel_at_period_end: false,
  canceled_at: null,
  cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
  collection_method: 'charge_automatically',
  created: now,
  currency: 'eur',
  customer: '',
  customer_account: null,
  days_until_due: null,
  default_payment_method: null,
  default_source: null,
  default_tax_rates: [],
  description: null,
  discounts: [],
  ended_at: null,
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: { type: 'self' },
  },
  items: listOf<Item>([], ''),
  latest_invoice: null,
  livemode: false,
  managed_payments: null,
  metadata: {},
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pause_collection: null,
  payment_settings: {
    payment_method_options: null,
    payment_method_types: null,
    save_default_payment_method: 'off',
  },
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  pending_update: null,
  schedule: null,
  start_date: now,
  status: 'active',
  test_clock: null,
  transfer_data: null,
  trial_end: null,
  trial_settings: { end_behavior: { billing_cycle_anchor: null, missing_payment_method: 'create_invoice' } },
  trial_start: null,
});

export function endSubscription(
  world: World,
  shelf: Shelf,
  subscription: Subscription,
  reason: 'cancellation_requested' | 'payment_failed',
) {
  const ended = shelf.put<Subscription>({
    ...subscription,
    canceled_at: world.now,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason },
    ended_at: world.now,
    status: 'canceled',
  });
  world.emit(shelf, 'customer.subscription.deleted', ended);
  return ended;
}

/** The next month begins: a draft invoice, an hour in which items may still come, then collected. */
function renew(world: World, shelf: Shelf, id: string): void {
  const before = shelf.need('subscription', id);
  const items = before.items.data.map((item) => ({
    ...item,
    current_period_start: item.current_period_end,
    current_period_end: nextEnd(before, item.current_period_end),
  }));
  const renewed = shelf.put<Subscription>({ ...before, items: { ...before.items, data: items } });
  const invoice = makeInvoice(world, shelf, renewed, 'subscription_cycle');
  const after = shelf.put<Subscription>({ ...renewed, latest_invoice: invoice.id });
  world.emit(shelf, 'customer.subscription.updated', after, { latest_invoice: before.latest_invoice });
}

/** Counted from the first day, so that the 31st stays the 31st after a February. */
function nextEnd({ billing_cycle_anchor: anchor }: Subscription, end: number): number {
  for (let months = 1; ; months += 1) {
    const candidate = monthsAfter(anchor, anchor, months);
    if (candidate > end) return candidate;
  }
}

export function subscriptionsDue(world: World, shelf: Shelf): { at: number; run: () => void }[] {
  return shelf
    .all('subscription')
    .filter(({ status }) => status === 'active' || status === 'past_due')
    .flatMap(({ id, items }) =>
      items.data.slice(0, 1).map((item) => ({
        at: item.current_period_end,
        run: () => renew(world, shelf, id),
      })),
    );
}
