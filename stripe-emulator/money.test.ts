// What becomes of money: months that are billed, refunds, disputes, and a balance that explains every cent.
import type Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { monthsAfter } from './src/money/months.ts';
import { addMember, at, coffee, DAY, openScene, type Scene } from './testing.ts';

let scene: Scene;
let sdk: Stripe;
beforeAll(async () => {
  scene = await openScene();
  ({ sdk } = scene);
});
beforeEach(() => void scene.happened());
afterAll(() => scene.close());

const invoicesOf = async (customer: string) => (await sdk.invoices.list({ customer }, scene.on)).data;
const of = (object: string, happened = scene.happened()) => happened.filter((type) => type.startsWith(object));

test.each([
  ['2026-01-31T10:00:00Z', 1, '2026-02-28T10:00:00Z'],
  ['2026-01-31T10:00:00Z', 2, '2026-03-31T10:00:00Z'],
  ['2028-01-31T10:00:00Z', 1, '2028-02-29T10:00:00Z'],
  ['2026-12-15T00:00:00Z', 1, '2027-01-15T00:00:00Z'],
])('%s and %i months is %s', (from, months, to) => {
  const seconds = Date.parse(from) / 1000;
  expect(monthsAfter(seconds, seconds, months)).toBe(Date.parse(to) / 1000);
});

describe('a month', () => {
  test('collects what was bought, item by item, and names each again', async () => {
    const { customer, subscription, add } = await addMember(scene);
    expect(await invoicesOf(customer.id)).toMatchObject([
      { status: 'paid', total: 0, billing_reason: 'subscription_create' },
    ]);
    await add(250, 'Coffee');
    await add(300, 'Bar');
    await add(-100, 'Correction');
    expect((await sdk.invoiceItems.list({ customer: customer.id, pending: true }, scene.on)).data).toHaveLength(3);
    scene.happened();
    scene.advance(31 * DAY);
    const [draft] = await invoicesOf(customer.id);
    expect(draft).toMatchObject({ status: 'draft', total: 450, billing_reason: 'subscription_cycle', amount_due: 450 });
    expect(of('invoice')).toEqual(['invoice.created']);
    scene.advance(3600);
    const invoice = await sdk.invoices.retrieve(
      draft!.id!,
      { expand: ['payments.data.payment.payment_intent'] },
      scene.on,
    );
    expect(invoice).toMatchObject({
      status: 'paid',
      amount_paid: 450,
      amount_remaining: 0,
      attempt_count: 1,
      number: expect.stringMatching(/-0002$/),
    });
    expect(of('invoice')).toEqual([
      'invoice.finalized',
      'invoice_payment.paid',
      'invoice.paid',
      'invoice.payment_succeeded',
    ]);
    const lines = (await sdk.invoices.listLineItems(invoice.id!, {}, scene.on)).data;
    expect(lines.map(({ amount, metadata }) => [amount, metadata['purchase']])).toEqual([
      [250, 'Coffee'],
      [300, 'Bar'],
      [-100, 'Correction'],
      [0, undefined],
    ]);
    expect(lines[0]?.parent?.invoice_item_details).toMatchObject({ subscription: subscription.id });
    const intent = invoice.payments?.data[0]?.payment.payment_intent as Stripe.PaymentIntent;
    expect(intent).toMatchObject({ status: 'succeeded', amount: 450 });
    const byPayment = { payment: { type: 'payment_intent' as const, payment_intent: intent.id } };
    expect((await sdk.invoicePayments.list(byPayment, scene.on)).data).toMatchObject([
      { invoice: invoice.id, status: 'paid', amount_paid: 450 },
    ]);
    expect((await sdk.invoiceItems.list({ customer: customer.id, pending: true }, scene.on)).data).toEqual([]);
  });

  test('follows month after month, on the same day', async () => {
    const { customer } = await addMember(scene);
    scene.advance(100 * DAY);
    expect((await invoicesOf(customer.id)).map(({ status }) => status)).toEqual(['paid', 'paid', 'paid', 'paid']);
    const days = (await invoicesOf(customer.id)).map(({ created }) => new Date(created * 1000).getUTCDate());
    expect(new Set(days).size).toBe(1);
  });

  test('too little waits for the next one, and what is owed to the customer too', async () => {
    const { customer, add } = await addMember(scene);
    await add(30);
    scene.advance(32 * DAY);
    expect((await invoicesOf(customer.id))[0]).toMatchObject({
      status: 'paid',
      total: 30,
      amount_due: 0,
      ending_balance: 30,
    });
    await add(-200);
    scene.advance(31 * DAY);
    expect((await invoicesOf(customer.id))[0]).toMatchObject({
      status: 'paid',
      total: -200,
      starting_balance: 30,
      amount_due: 0,
      ending_balance: -170,
    });
    await add(400);
    scene.advance(31 * DAY);
    expect((await invoicesOf(customer.id))[0]).toMatchObject({
      status: 'paid',
      total: 400,
      amount_due: 230,
      amount_paid: 230,
      ending_balance: 0,
    });
  });

  test('an item is taken back while the invoice is a draft, and not later', async () => {
    const { customer, add } = await addMember(scene);
    const [kept, taken] = [await add(100, 'Kept'), await add(200, 'Taken')];
    expect((await sdk.invoiceItems.retrieve(kept.id, undefined, scene.on)).invoice).toBeNull();
    scene.advance(31 * DAY);
    await sdk.invoiceItems.del(taken.id, undefined, scene.on);
    scene.advance(3600);
    expect((await invoicesOf(customer.id))[0]).toMatchObject({
      status: 'paid',
      total: 100,
      lines: { data: [{ description: 'Kept' }, {}] },
    });
    await expect(sdk.invoiceItems.del(kept.id, undefined, scene.on)).rejects.toMatchObject({
      code: 'invoice_not_editable',
    });
    await expect(sdk.invoiceItems.retrieve(taken.id, undefined, scene.on)).rejects.toMatchObject({ statusCode: 404 });
  });
});

describe('a card that fails', () => {
  const fail = async () => {
    const member = await addMember(scene);
    await member.add(250);
    await scene.control('break_card', {
      account: scene.account,
      payment_method: member.method.id,
      decline_code: 'insufficient_funds',
    });
    scene.advance(31 * DAY + 3600);
    const [invoice] = await invoicesOf(member.customer.id);
    return { ...member, invoice: invoice! };
  };
  const statusOf = async (id: string) => (await sdk.subscriptions.retrieve(id, undefined, scene.on)).status;

  test('leaves the invoice open and the subscription past due; paid by hand it is active again', async () => {
    const { invoice, subscription, method } = await fail();
    expect(invoice).toMatchObject({
      status: 'open',
      amount_remaining: 250,
      attempt_count: 1,
      next_payment_attempt: invoice.status_transitions.finalized_at! + 3 * DAY,
    });
    expect(await statusOf(subscription.id)).toBe('past_due');
    expect(scene.happened()).toContain('invoice.payment_failed');
    await expect(sdk.invoices.pay(invoice.id!, undefined, scene.on)).rejects.toMatchObject({
      type: 'StripeCardError',
      decline_code: 'insufficient_funds',
    });
    await scene.control('break_card', { account: scene.account, payment_method: method.id });
    expect(await sdk.invoices.pay(invoice.id!, undefined, scene.on)).toMatchObject({
      status: 'paid',
      attempt_count: 3,
    });
    expect(await statusOf(subscription.id)).toBe('active');
    await expect(sdk.invoices.pay(invoice.id!, undefined, scene.on)).rejects.toMatchObject({
      code: 'invoice_already_paid',
    });
  });

  test('is tried after 3, 5 and 7 days, and then the subscription ends', async () => {
    const { invoice, subscription } = await fail();
    scene.happened();
    scene.advance(15 * DAY);
    expect(of('invoice.payment_failed')).toHaveLength(3);
    expect(await sdk.invoices.retrieve(invoice.id!, undefined, scene.on)).toMatchObject({
      status: 'open',
      attempt_count: 4,
      next_payment_attempt: null,
    });
    expect(await statusOf(subscription.id)).toBe('canceled');
  });
});

test('a subscription that was ended collects nothing more', async () => {
  const { customer, subscription, add } = await addMember(scene);
  await add(250);
  expect((await sdk.subscriptions.list({ customer: customer.id }, scene.on)).data).toHaveLength(1);
  scene.happened();
  expect((await sdk.subscriptions.cancel(subscription.id, undefined, scene.on)).status).toBe('canceled');
  expect(scene.happened()).toEqual(['customer.subscription.deleted']);
  await expect(sdk.subscriptions.cancel(subscription.id, undefined, scene.on)).rejects.toMatchObject({
    statusCode: 404,
  });
  await expect(add(100)).rejects.toMatchObject({ statusCode: 400 });
  scene.advance(40 * DAY);
  expect(await invoicesOf(customer.id)).toHaveLength(1);
  expect((await sdk.subscriptions.list({ customer: customer.id }, scene.on)).data).toEqual([]);
  expect((await sdk.subscriptions.list({ customer: customer.id, status: 'all' }, scene.on)).data).toHaveLength(1);
});

test('without a payment method there is no subscription, and a deleted customer has none left', async () => {
  const bare = await sdk.customers.create({}, scene.on);
  const product = await sdk.products.create({ name: 'P' }, scene.on);
  const price_data = {
    currency: 'eur',
    product: product.id,
    recurring: { interval: 'month' as const },
    unit_amount: 0,
  };
  await expect(
    sdk.subscriptions.create({ customer: bare.id, items: [{ price_data }] }, scene.on),
  ).rejects.toMatchObject({ code: 'resource_missing' });
  const { customer, subscription } = await addMember(scene);
  await sdk.customers.del(customer.id, undefined, scene.on);
  expect((await sdk.subscriptions.retrieve(subscription.id, undefined, scene.on)).status).toBe('canceled');
  await expect(sdk.customers.update(customer.id, {}, scene.on)).rejects.toMatchObject({ statusCode: 404 });
});

async function pay(amount = 1000): Promise<string> {
  const line_items = [
    { quantity: 1, price_data: { currency: 'eur', unit_amount: amount, product_data: { name: 'Card' } } },
  ];
  const { id } = await sdk.checkout.sessions.create(coffee({ line_items }), scene.on);
  await scene.control('pay_checkout', { account: scene.account, session: id });
  scene.happened();
  return String((await sdk.checkout.sessions.retrieve(id, undefined, scene.on)).payment_intent);
}

const chargeOf = async (intent: string) =>
  (await sdk.charges.list({ payment_intent: intent, expand: ['data.refunds'] }, scene.on)).data[0]!;

describe('a refund', () => {
  test('gives back a part, then the rest, and nothing more', async () => {
    const payment_intent = await pay();
    const first = await sdk.refunds.create(
      { payment_intent, amount: 300, reason: 'requested_by_customer', metadata: { line: '1' } },
      scene.on,
    );
    expect(first).toMatchObject({ amount: 300, status: 'succeeded', payment_intent, metadata: { line: '1' } });
    expect(scene.happened()).toEqual(['refund.created', 'charge.refunded']);
    expect(await chargeOf(payment_intent)).toMatchObject({ amount_refunded: 300, refunded: false });
    await expect(sdk.refunds.create({ payment_intent, amount: 701 }, scene.on)).rejects.toMatchObject({
      param: 'amount',
    });
    expect((await sdk.refunds.create({ payment_intent }, scene.on)).amount).toBe(700);
    expect(await chargeOf(payment_intent)).toMatchObject({ amount_refunded: 1000, refunded: true });
    await expect(sdk.refunds.create({ payment_intent }, scene.on)).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    expect((await sdk.refunds.list({ payment_intent }, scene.on)).data.map(({ amount }) => amount)).toEqual([700, 300]);
    expect((await sdk.refunds.retrieve(first.id, undefined, scene.on)).id).toBe(first.id);
  });

  test('is made on the dashboard, and fails at the bank', async () => {
    const payment_intent = await pay();
    const { id } = await scene.control<{ id: string }>('refund', {
      account: scene.account,
      payment_intent,
      amount: 400,
    });
    await scene.control('fail_refund', { account: scene.account, refund: id });
    expect(await sdk.refunds.retrieve(id, undefined, scene.on)).toMatchObject({ status: 'failed' });
    expect(await chargeOf(payment_intent)).toMatchObject({ amount_refunded: 0, refunded: false });
    expect(scene.happened()).toEqual(['refund.created', 'charge.refunded', 'refund.failed', 'charge.refund.updated']);
  });

  test('is refused for what was not paid', async () => {
    const { id } = await sdk.checkout.sessions.create(coffee(), scene.on);
    await scene.control('pay_checkout', { account: scene.account, session: id, method: 'sepa_debit' });
    const { payment_intent } = await sdk.checkout.sessions.retrieve(id, undefined, scene.on);
    await expect(sdk.refunds.create({ payment_intent: String(payment_intent) }, scene.on)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
    await expect(sdk.refunds.create({ payment_intent: 'pi_none' }, scene.on)).rejects.toMatchObject({
      statusCode: 400,
      param: 'payment_intent',
    });
  });
});

describe('a dispute', () => {
  test.each([
    [true, ['charge.dispute.closed', 'charge.dispute.funds_reinstated'], 'won'],
    [false, ['charge.dispute.closed'], 'lost'],
  ])('takes the money at once; won is %s', async (isWon, events, status) => {
    const payment_intent = await pay();
    const { id } = await scene.control<{ id: string }>('dispute', { account: scene.account, payment_intent });
    expect(scene.happened()).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
    expect(await sdk.disputes.retrieve(id, undefined, scene.on)).toMatchObject({
      status: 'needs_response',
      amount: 1000,
      payment_intent,
    });
    expect(await chargeOf(payment_intent)).toMatchObject({ disputed: true });
    await expect(sdk.refunds.create({ payment_intent }, scene.on)).rejects.toMatchObject({ code: 'charge_disputed' });
    await scene.control('close_dispute', { account: scene.account, dispute: id, isWon });
    expect(scene.happened()).toEqual(events);
    expect((await sdk.disputes.list({ payment_intent }, scene.on)).data).toMatchObject([{ id, status }]);
  });
});

test('the balance is the sum of everything that moved', async () => {
  const other = await openScene();
  const all = async () =>
    other.sdk.balanceTransactions
      .list({ limit: 100, created: { gte: at(0) } }, other.on)
      .autoPagingToArray({ limit: 1000 });
  const checkout = async () => {
    const { id } = await other.sdk.checkout.sessions.create(coffee(), other.on);
    await other.control('pay_checkout', { account: other.account, session: id });
    return String((await other.sdk.checkout.sessions.retrieve(id, undefined, other.on)).payment_intent);
  };
  const intents = [await checkout(), await checkout(), await checkout()];
  await other.sdk.refunds.create({ payment_intent: intents[0]!, amount: 100 }, other.on);
  const { id } = await other.control<{ id: string }>('dispute', { account: other.account, payment_intent: intents[1] });
  await other.control('close_dispute', { account: other.account, dispute: id, isWon: true });
  const moved = await all();
  expect(moved.map(({ type, amount }) => [type, amount])).toEqual([
    ['adjustment', 250],
    ['adjustment', -250],
    ['refund', -100],
    ['charge', 250],
    ['charge', 250],
    ['charge', 250],
  ]);
  for (const { amount, fee, net, fee_details: fees } of moved) {
    expect(net).toBe(amount - fee);
    expect(fees.reduce((sum, it) => sum + it.amount, 0)).toBe(fee);
  }
  await other.close();
});

test('a voided invoice is not collected, and leaves the balance as it was', async () => {
  const { customer, method, subscription, add } = await addMember(scene);
  await add(30);
  scene.advance(32 * DAY);
  await add(250);
  await scene.control('break_card', {
    account: scene.account,
    payment_method: method.id,
    decline_code: 'expired_card',
  });
  scene.advance(31 * DAY);
  const [invoice] = await invoicesOf(customer.id);
  expect(invoice).toMatchObject({ status: 'open', amount_due: 280, starting_balance: 30, ending_balance: 0 });
  expect(await sdk.invoices.voidInvoice(invoice!.id, undefined, scene.on)).toMatchObject({ status: 'void' });
  expect(of('invoice')).toContain('invoice.voided');
  expect(await sdk.customers.retrieve(customer.id, undefined, scene.on)).toMatchObject({ balance: 30 });
  await expect(sdk.invoices.pay(invoice!.id, undefined, scene.on)).rejects.toMatchObject({ statusCode: 400 });
  await expect(sdk.invoices.voidInvoice(invoice!.id, undefined, scene.on)).rejects.toMatchObject({ statusCode: 400 });
  scene.advance(10 * DAY);
  expect((await sdk.invoices.retrieve(invoice!.id, undefined, scene.on)).status).toBe('void');
  await sdk.subscriptions.cancel(subscription.id, undefined, scene.on);
});
