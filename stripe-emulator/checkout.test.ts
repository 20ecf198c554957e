// Checkouts: paid, declined, left, expired; with a card, iDEAL and a debit that takes its time.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, coffee, openScene, post, type Scene } from './testing.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
beforeEach(() => void scene.happened());
afterAll(() => scene.close());

const start = (more = {}) => scene.sdk.checkout.sessions.create(coffee(more), scene.on);
const again = (id: string) => scene.sdk.checkout.sessions.retrieve(id, undefined, scene.on);

test('starts open, unpaid, with what was asked for', async () => {
  const session = await start({
    metadata: { purchase: 'p' },
    client_reference_id: 'r',
    expires_at: at(3600),
    locale: 'nl',
  });
  expect(session).toMatchObject({
    object: 'checkout.session',
    status: 'open',
    payment_status: 'unpaid',
    payment_intent: null,
    amount_total: 250,
    currency: 'eur',
    metadata: { purchase: 'p' },
    client_reference_id: 'r',
    expires_at: at(3600),
    locale: 'nl',
    livemode: false,
  });
  expect(session.id).toMatch(/^cs_test_/);
  expect(session.url).toContain(session.id);
  expect(scene.happened()).toEqual([]);
});

test('a card pays at once', async () => {
  const session = await start({ payment_intent_data: { metadata: { purchase: 'p' } } });
  const answer = await post(session.url!, {
    kind: 'card',
    card: '4242 4242 4242 4242',
    name: 'Zoë',
    email: 'zoe@example.com',
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `http://gym.example/paid?session=${session.id}`,
  ]);
  const paid = await again(session.id);
  expect(paid).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    url: null,
    customer_details: { email: 'zoe@example.com' },
  });
  const intent = await scene.sdk.paymentIntents.retrieve(
    String(paid.payment_intent),
    { expand: ['latest_charge'] },
    scene.on,
  );
  expect(intent).toMatchObject({
    status: 'succeeded',
    amount_received: 250,
    metadata: { purchase: 'p' },
    latest_charge: { status: 'succeeded', paid: true, payment_method_details: { card: { last4: '4242' } } },
  });
  expect(scene.happened()).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
  ]);
  expect(
    (await scene.sdk.checkout.sessions.list({ payment_intent: intent.id }, scene.on)).data.map(({ id }) => id),
  ).toEqual([session.id]);
});

test('pressing Pay twice pays once', async () => {
  const session = await start();
  const answers = await Promise.all(
    [1, 2, 3].map(() => post(session.url!, { kind: 'card', card: '4242424242424242' })),
  );
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 303]);
  expect(scene.happened().filter((type) => type === 'charge.succeeded')).toHaveLength(1);
});

test.each([
  ['4000000000000002', 'Your card was declined.', 'card_declined', 'generic_decline'],
  ['4000000000009995', 'Your card has insufficient funds.', 'card_declined', 'insufficient_funds'],
  ['4000000000000069', 'Your card has expired.', 'expired_card', 'expired_card'],
])('card %s is refused, and another one pays', async (card, message, code, declineCode) => {
  const session = await start();
  const refused = await post(session.url!, { kind: 'card', card });
  expect([refused.status, await refused.text()]).toEqual([402, expect.stringContaining(message)]);
  expect(await again(session.id)).toMatchObject({ status: 'open', payment_status: 'unpaid' });
  expect(scene.happened()).toEqual(['payment_intent.created', 'charge.failed', 'payment_intent.payment_failed']);
  expect((await post(session.url!, { kind: 'card', card: '5555555555554444' })).status).toBe(303);
  const paid = await again(session.id);
  const charges = await scene.sdk.charges.list({ payment_intent: String(paid.payment_intent) }, scene.on);
  expect(charges.data).toMatchObject([
    { status: 'succeeded' },
    { status: 'failed', failure_code: code, outcome: { reason: declineCode } },
  ]);
  expect(scene.happened()).not.toContain('payment_intent.created');
});

test('a card that asks its holder', async () => {
  const session = await start();
  const card = '4000002500003155';
  expect(await (await post(session.url!, { kind: 'card', card })).text()).toContain('is it you?');
  expect((await post(session.url!, { kind: 'unconfirmed', card })).status).toBe(402);
  expect((await again(session.id)).status).toBe('open');
  expect((await post(session.url!, { kind: 'confirmed', card })).status).toBe(303);
  expect((await again(session.id)).payment_status).toBe('paid');
});

test('iDEAL pays at once', async () => {
  const session = await start();
  await post(session.url!, { kind: 'ideal' });
  expect(await again(session.id)).toMatchObject({ status: 'complete', payment_status: 'paid' });
});

describe('a debit', () => {
  test.each([
    ['debit', 'succeeded', 'paid', 'charge.succeeded'],
    ['debit-refused', 'failed', 'unpaid', 'charge.failed'],
  ])('%s is complete at once, and %s later', async (kind, outcome, status, charge) => {
    const session = await start();
    expect((await post(session.url!, { kind })).status).toBe(303);
    expect(await again(session.id)).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
    expect(scene.happened()).toEqual([
      'payment_intent.created',
      'charge.pending',
      'payment_intent.processing',
      'checkout.session.completed',
    ]);
    scene.advance(29);
    expect(scene.happened()).toEqual([]);
    scene.advance(1);
    expect((await again(session.id)).payment_status).toBe(status);
    const happened = scene.happened();
    expect(happened).toContain(charge);
    expect(happened.at(-1)).toBe(`checkout.session.async_payment_${outcome}`);
  });

  test('is decided once', async () => {
    const session = await start();
    await scene.control('pay_checkout', { account: scene.account, session: session.id, method: 'sepa_debit' });
    const { payment_intent: intent } = await again(session.id);
    const settle = (isPaid: boolean) =>
      scene.control('settle_debit', { account: scene.account, payment_intent: intent, isPaid });
    expect([await settle(false), await settle(true)]).toEqual([{ isSettled: true }, { isSettled: false }]);
    expect((await again(session.id)).payment_status).toBe('unpaid');
  });
});

describe('the end of a checkout', () => {
  test('expires by itself, and cannot be paid then', async () => {
    const created = Math.floor(scene.emulator.world.now);
    const session = await start({ expires_at: created + 1800 });
    scene.happened();
    scene.advance(1799);
    expect((await again(session.id)).status).toBe('open');
    scene.advance(1);
    expect(await again(session.id)).toMatchObject({ status: 'expired', url: null });
    expect(scene.happened()).toContain('checkout.session.expired');
    const late = await post(session.url!, { kind: 'card', card: '4242424242424242' });
    expect(await late.text()).toContain('has run out');
    expect((await again(session.id)).payment_status).toBe('unpaid');
  });

  test('is ended by the API while it is open only', async () => {
    const session = await start();
    expect((await scene.sdk.checkout.sessions.expire(session.id, undefined, scene.on)).status).toBe('expired');
    await expect(scene.sdk.checkout.sessions.expire(session.id, undefined, scene.on)).rejects.toMatchObject({
      statusCode: 400,
    });
    const paid = await start();
    await scene.control('pay_checkout', { account: scene.account, session: paid.id });
    await expect(scene.sdk.checkout.sessions.expire(paid.id, undefined, scene.on)).rejects.toMatchObject({
      statusCode: 400,
    });
  });

  test.each([[1700], [86_500]])('%i seconds is no time to expire after', async (seconds) => {
    await expect(start({ expires_at: scene.emulator.world.now + seconds })).rejects.toMatchObject({
      param: 'expires_at',
    });
  });
});

test('less than 50 cents is refused', async () => {
  const line_items = [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 49, product_data: { name: 'Gum' } } }];
  await expect(start({ line_items })).rejects.toMatchObject({ code: 'amount_too_small' });
});

test('a setup keeps a payment method and charges nothing', async () => {
  const customer = await scene.sdk.customers.create({ name: 'S' }, scene.on);
  const session = await scene.sdk.checkout.sessions.create(
    {
      mode: 'setup',
      currency: 'eur',
      customer: customer.id,
      success_url: 'http://gym.example/ok',
      setup_intent_data: { metadata: { member: 'm' } },
    },
    scene.on,
  );
  expect(session).toMatchObject({ amount_total: null, payment_status: 'no_payment_required' });
  await post(session.url!, { kind: 'card', card: '4242424242424242' });
  const { setup_intent: setup } = await again(session.id);
  const made = await scene.sdk.setupIntents.retrieve(String(setup), undefined, scene.on);
  expect(made).toMatchObject({ status: 'succeeded', customer: customer.id, metadata: { member: 'm' } });
  const methods = await scene.sdk.paymentMethods.list({ customer: customer.id }, scene.on);
  expect(methods.data.map(({ id }) => id)).toEqual([made.payment_method]);
  await scene.sdk.paymentMethods.detach(methods.data[0]!.id, undefined, scene.on);
  expect((await scene.sdk.paymentMethods.list({ customer: customer.id }, scene.on)).data).toEqual([]);
  expect(scene.happened()).toEqual([
    'customer.created',
    'payment_method.attached',
    'setup_intent.created',
    'setup_intent.succeeded',
    'checkout.session.completed',
    'payment_method.detached',
  ]);
});

test('a subscription is begun on the page', async () => {
  const customer = await scene.sdk.customers.create({ name: 'S' }, scene.on);
  const price_data = {
    currency: 'eur',
    unit_amount: 0,
    recurring: { interval: 'month' as const },
    product_data: { name: 'Consumables' },
  };
  const session = await start({
    mode: 'subscription',
    customer: customer.id,
    line_items: [{ quantity: 1, price_data }],
    subscription_data: { metadata: { member: 'm' } },
  });
  await post(session.url!, { kind: 'card', card: '4242424242424242' });
  const done = await again(session.id);
  const subscription = await scene.sdk.subscriptions.retrieve(String(done.subscription), undefined, scene.on);
  expect(subscription).toMatchObject({
    status: 'active',
    customer: customer.id,
    metadata: { member: 'm' },
    latest_invoice: done.invoice,
  });
  expect(scene.happened()).toEqual(
    expect.arrayContaining([
      'customer.subscription.created',
      'invoice.created',
      'invoice.finalized',
      'invoice.paid',
      'checkout.session.completed',
    ]),
  );
});
