// The adapter against the emulator: what is sent on whose account, what makes it safe to repeat, what its failures are called.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStripeForTests, type StripeForTests } from '../../testing/stripe-emulator.ts';
import { openStripe, type StripeAccount } from './open-stripe.ts';
import { readSignedEvent } from './webhooks.ts';

const now = new Date('2026-03-04T12:00:00Z');
let emulator: StripeForTests;
let account: string;
let on: StripeAccount;
beforeAll(async () => {
  emulator = await openStripeForTests(now);
  account = await emulator.connect();
  on = emulator.stripe.on(account);
});
afterAll(() => emulator.close());

async function collected<T>(list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of list) items.push(item);
  return items;
}

const checkout = (customerId?: string) => ({
  ...(customerId && { customerId }),
  currency: 'EUR',
  lines: [{ name: 'Coffee', amountCents: 250, quantity: 2 }],
  successUrl: 'http://localhost/ok',
  cancelUrl: 'http://localhost/no',
  expiresAt: new Date(now.getTime() + 3_600_000),
  metadata: { purchase: 'p1' },
});

test('a write that is sent twice takes effect once, also when the first answer was lost', async () => {
  await emulator.control('fail_next', { how: 'close-after', path: '/v1/customers', times: 3 });
  await expect(on.customers.create('c1', { name: 'Zoë' })).rejects.toMatchObject({
    kind: 'UNREACHABLE',
    isRetryable: true,
  });
  const customer = await on.customers.create('c1', { name: 'Zoë' });
  expect((await on.customers.create('c1', { name: 'Zoë' })).id).toBe(customer.id);
  await expect(on.customers.create('c1', { name: 'Another' })).rejects.toMatchObject({
    kind: 'KEY_REUSED',
    isRetryable: false,
  });
  const { accounts } = await emulator.control<{ accounts: { objects: { object: string }[] }[] }>('state');
  const objects = accounts.flatMap((it) => it.objects);
  expect(objects.filter(({ object }) => object === 'customer')).toHaveLength(1);
});

test('another account sees nothing of it', async () => {
  const customer = await on.customers.create('c2', { name: 'Zoë' });
  const other = emulator.stripe.on(await emulator.connect());
  await expect(other.customers.get(customer.id)).rejects.toMatchObject({ kind: 'MISSING' });
  expect(() => emulator.stripe.on('')).toThrow('named');
});

test('a list longer than what is asked for is an error and not a shorter list', async () => {
  const other = emulator.stripe.on(await emulator.connect());
  for (const nr of [1, 2, 3]) await other.checkouts.startPayment(`list-${nr}`, checkout());
  const created = { from: now };
  expect(await collected(other.checkouts.list(created, 3))).toHaveLength(3);
  await expect(collected(other.checkouts.list(created, 2))).rejects.toMatchObject({ kind: 'INVALID' });
});

test('a checkout is paid, and the event that says so is Stripe’s', async () => {
  const { secret = '' } = await on.webhooks.addEndpoint('hook', 'http://127.0.0.1:9/', ['checkout.session.completed']);
  await emulator.control('hold');
  const session = await on.checkouts.startPayment('cs', checkout());
  expect(session).toMatchObject({ amount_total: 500, currency: 'eur', status: 'open', metadata: { purchase: 'p1' } });
  await emulator.control('pay_checkout', { account, session: session.id });
  const { data } = await emulator.control<{ data: { id: string }[] }>('deliveries');
  const { body, signature } = await emulator.control<{ body: string; signature: string }>('delivery', {
    delivery: data[0]!.id,
  });
  const message = { body: Buffer.from(body), signature, secrets: ['whsec_older', secret], receivedAt: now };
  expect(readSignedEvent(message)).toMatchObject({
    type: 'checkout.session.completed',
    data: { object: { id: session.id } },
  });
  expect(readSignedEvent({ ...message, body: Buffer.from(body.replace('500', '501')) })).toBeNull();
  expect(readSignedEvent({ ...message, secrets: ['whsec_other'] })).toBeNull();
  expect(readSignedEvent({ ...message, signature: undefined })).toBeNull();
  expect(readSignedEvent({ ...message, signature: 'nonsense' })).toBeNull();
  expect(readSignedEvent({ ...message, receivedAt: new Date(now.getTime() + 301_000) })).toBeNull();
  expect(await on.checkouts.get(session.id)).toMatchObject({ status: 'complete', payment_status: 'paid' });
});

test.each([
  [{ how: 'status', status: 429 }, 'RATE_LIMITED', true],
  [{ how: 'status', status: 402 }, 'DECLINED', false],
  [{ how: 'status', status: 503 }, 'UNREACHABLE', true],
  [{ how: 'status', status: 409 }, 'BUSY', true],
  [{ how: 'close-before' }, 'UNREACHABLE', true],
])('%o is %s', async (fault, kind, isRetryable) => {
  await emulator.control('fail_next', { ...fault, path: '/v1/customers', times: 5 });
  await expect(on.customers.create(`f-${JSON.stringify(fault)}`, {})).rejects.toMatchObject({ kind, isRetryable });
  await emulator.control('stop_failing');
});

test('what Stripe will not do, and a key that is none', async () => {
  await expect(
    on.checkouts.startPayment('small', { ...checkout(), lines: [{ name: 'Gum', amountCents: 20, quantity: 1 }] }),
  ).rejects.toMatchObject({ kind: 'INVALID', code: 'amount_too_small' });
  const stranger = openStripe({ secretKey: 'sk_test_wrong', apiBase: emulator.url, mode: 'TEST' });
  await expect(stranger.on(account).customers.create('x', {})).rejects.toMatchObject({ kind: 'FORBIDDEN' });
  await expect(emulator.stripe.on('acct_none').customers.create('x', {})).rejects.toMatchObject({ kind: 'FORBIDDEN' });
});
