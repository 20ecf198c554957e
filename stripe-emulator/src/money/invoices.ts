// Invoices of subscriptions: draft, final, collected — or tried again after 3, 5 and 7 days, and then the subscription ends.
import { invalid } from '../api-error.ts';
import { newId, randomText } from '../ids.ts';
import type { Shelf } from '../shelf.ts';
import type { Kinds } from '../wire.ts';
import type { World } from '../world.ts';
import { blankInvoice, itemLine, priceLine, type Invoice, type Line } from './invoice-shape.ts';
import { balanceAfter, summed } from './invoice-sums.ts';
import { attempt, makeIntent, type Outcome } from './payments.ts';
import { endSubscription, type Subscription } from './subscriptions.ts';

const HOUR = 3600;
const RETRY_DAYS = [3, 5, 7];

export function makeInvoice(
  world: World,
  shelf: Shelf,
  subscription: Subscription,
  reason: 'subscription_create' | 'subscription_cycle',
): Invoice {
  const id = newId('in');
  const lines: Line[] = [
    ...takePending(shelf, subscription, id),
    ...subscription.items.data.map((item) => priceLine(id, subscription, item)),
  ];
  for (const line of lines) shelf.put(line);
  const customer = shelf.need('customer', String(subscription.customer));
  const isFirst = reason === 'subscription_create';
  const draft: Invoice = {
    ...blankInvoice(id, world.now),
    automatically_finalizes_at: isFirst ? null : world.now + HOUR,
    billing_reason: reason,
    currency: subscription.currency,
    customer: customer.id,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    default_payment_method: null,
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    period_end: subscription.items.data[0]?.current_period_start ?? world.now,
    period_start: isFirst
      ? world.now
      : (shelf.find('invoice', String(subscription.latest_invoice))?.period_end ?? world.now),
  };
  const invoice = shelf.put(summed(shelf, draft));
  world.emit(shelf, 'invoice.created', invoice);
  return invoice;
}

function takePending(shelf: Shelf, subscription: Subscription, invoice: string): Line[] {
  return shelf
    .all('invoiceitem')
    .filter(
      (item) => item.invoice === null && item.customer === subscription.customer && !shelf.hidden(item.id).isDeleted,
    )
    .filter(({ parent }) => {
      const wanted = parent?.subscription_details?.subscription;
      return wanted === undefined || wanted === subscription.id;
    })
    .map((item) => itemLine(shelf.put({ ...item, invoice }), subscription.id));
}

export function finalize(world: World, shelf: Shelf, id: string): Invoice {
  const draft = summed(shelf, shelf.need('invoice', id));
  const customer = shelf.need('customer', String(draft.customer));
  const sequence = customer.next_invoice_sequence ?? 1;
  const balance = balanceAfter(draft);
  shelf.put({ ...customer, balance, next_invoice_sequence: sequence + 1 });
  const final = shelf.put<Invoice>({
    ...draft,
    automatically_finalizes_at: null,
    effective_at: world.now,
    ending_balance: balance,
    hosted_invoice_url: `${world.publicUrl}/i/${id}`,
    number: `${customer.invoice_prefix ?? 'SPOTTER'}-${String(sequence).padStart(4, '0')}`,
    status: 'open',
    status_transitions: { ...draft.status_transitions, finalized_at: world.now },
  });
  world.emit(shelf, 'invoice.finalized', final);
  return final;
}

/** Tries to collect it; true when it is paid now or will be known in some days. */
export function collect(world: World, shelf: Shelf, id: string, methodId?: string): Outcome {
  const invoice = shelf.need('invoice', id);
  if (invoice.amount_due === 0) {
    markPaid(world, shelf, invoice, null);
    return 'succeeded';
  }
  const method = shelf.find('payment_method', methodId ?? methodFor(shelf, invoice));
  const payment = paymentOf(world, shelf, invoice);
  const intent = shelf.need('payment_intent', String(payment.payment.payment_intent));
  const outcome: Outcome = method ? attempt(world, shelf, intent, method) : 'refused';
  const tried = shelf.put<Invoice>({
    ...invoice,
    attempt_count: invoice.attempt_count + 1,
    attempted: true,
    next_payment_attempt: null,
  });
  if (outcome === 'succeeded') markPaid(world, shelf, tried, payment);
  if (outcome === 'refused') markRefused(world, shelf, tried);
  return outcome;
}

function methodFor(shelf: Shelf, invoice: Invoice): string | null {
  const subscription = shelf.find('subscription', subscriptionOf(invoice));
  const customer = shelf.find('customer', String(invoice.customer));
  return subscription?.default_payment_method ?? customer?.invoice_settings.default_payment_method ?? null;
}

export const subscriptionOf = ({ parent }: Invoice): string | null =>
  (parent?.subscription_details?.subscription as string | undefined) ?? null;

/** The payment of an invoice; a second try is a second attempt of the same intent. */
function paymentOf(world: World, shelf: Shelf, invoice: Invoice): Kinds['invoice_payment'] {
  const known = shelf.all('invoice_payment').find((it) => it.invoice === invoice.id);
  if (known) return known;
  const intent = makeIntent(world, shelf, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: invoice.customer,
    description: 'Subscription update',
    metadata: {},
    savesPaymentMethod: true,
  });
  return shelf.put<Kinds['invoice_payment']>({
    id: newId('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: world.now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  });
}

function markPaid(world: World, shelf: Shelf, invoice: Invoice, payment: Kinds['invoice_payment'] | null): void {
  const transitions = { canceled_at: null, paid_at: world.now };
  if (payment) {
    const paid = shelf.put<Kinds['invoice_payment']>({
      ...payment,
      amount_paid: invoice.amount_due,
      status: 'paid',
      status_transitions: transitions,
    });
    world.emit(shelf, 'invoice_payment.paid', paid);
  }
  const paid = shelf.put<Invoice>({
    ...invoice,
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    attempted: true,
    next_payment_attempt: null,
    receipt_number: payment ? `${randomText(4).toUpperCase()}-${randomText(4).toUpperCase()}` : null,
    status: 'paid',
    status_transitions: { ...invoice.status_transitions, paid_at: world.now },
  });
  world.emit(shelf, 'invoice.paid', paid);
  world.emit(shelf, 'invoice.payment_succeeded', paid);
  setStatus(world, shelf, invoice, 'active');
}

function markRefused(world: World, shelf: Shelf, invoice: Invoice): void {
  const days = RETRY_DAYS[invoice.attempt_count - 1];
  const unpaid = shelf.put<Invoice>({
    ...invoice,
    next_payment_attempt: days === undefined ? null : world.now + days * 86_400,
  });
  world.emit(shelf, 'invoice.payment_failed', unpaid);
  const subscription = shelf.find('subscription', subscriptionOf(invoice));
  if (!subscription || subscription.status === 'canceled') return;
  if (days === undefined) endSubscription(world, shelf, subscription, 'payment_failed');
  else setStatus(world, shelf, invoice, invoice.billing_reason === 'subscription_create' ? 'incomplete' : 'past_due');
}

function setStatus(world: World, shelf: Shelf, invoice: Invoice, status: 'active' | 'past_due' | 'incomplete'): void {
  const before = shelf.find('subscription', subscriptionOf(invoice));
  if (!before || before.status === status || before.status === 'canceled') return;
  const after = shelf.put<Subscription>({ ...before, status });
  // While it is being made, nobody was told of it yet.
  if (invoice.billing_reason === 'subscription_create' && before.latest_invoice === null) return;
  world.emit(shelf, 'customer.subscription.updated', after, { status: before.status });
}

/** Its items come to nothing; what the customer's balance did for it is undone. */
export function voidInvoice(world: World, shelf: Shelf, invoice: Invoice): Invoice {
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible')
    throw invalid(`You can only pass in open or uncollectible invoices. This invoice is ${invoice.status}.`);
  const intent = intentOf(shelf, invoice.id);
  if (intent?.status === 'processing') throw invalid('This invoice has a payment that is being processed.');
  if (intent) shelf.put({ ...intent, canceled_at: world.now, cancellation_reason: 'void_invoice', status: 'canceled' });
  const customer = shelf.need('customer', String(invoice.customer));
  const moved = invoice.starting_balance - (invoice.ending_balance ?? 0);
  shelf.put({ ...customer, balance: (customer.balance ?? 0) + moved });
  const voided = shelf.put<Invoice>({
    ...invoice,
    next_payment_attempt: null,
    status: 'void',
    status_transitions: { ...invoice.status_transitions, voided_at: world.now },
  });
  world.emit(shelf, 'invoice.voided', voided);
  return voided;
}

export function intentOf(shelf: Shelf, invoiceId: string): Kinds['payment_intent'] | null {
  const payment = shelf.all('invoice_payment').find(({ invoice }) => invoice === invoiceId);
  return shelf.find('payment_intent', payment?.payment.payment_intent as string | undefined) ?? null;
}

/** A debit of an invoice that the bank has decided. */
export function settleInvoiceDebit(world: World, shelf: Shelf, intentId: string, isPaid: boolean): void {
  const payment = shelf.all('invoice_payment').find((it) => it.payment.payment_intent === intentId);
  const invoice = shelf.find('invoice', payment?.invoice);
  if (!payment || !invoice || invoice.status !== 'open') return;
  if (isPaid) markPaid(world, shelf, invoice, payment);
  else markRefused(world, shelf, invoice);
}

export function invoicesDue(world: World, shelf: Shelf): { at: number; run: () => void }[] {
  return shelf.all('invoice').flatMap((invoice) => {
    const { id, status, automatically_finalizes_at: finalizesAt, next_payment_attempt: triesAt } = invoice;
    if (status === 'draft' && finalizesAt !== null)
      return [{ at: finalizesAt, run: () => void collect(world, shelf, finalize(world, shelf, id).id) }];
    if (status === 'open' && triesAt !== null) return [{ at: triesAt, run: () => void collect(world, shelf, id) }];
    return [];
  });
}
