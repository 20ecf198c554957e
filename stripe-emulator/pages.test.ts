// The pages that people see: onboarding, checkout, portal, invoice. What they look like is held by the browser tests.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember, coffee, DAY, openScene, post, type Scene } from './testing.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

const textOf = async (url: string) => (await fetch(url)).text();
const addresses = { refresh_url: 'http://gym.example/again', return_url: 'http://gym.example/back' };

test('onboarding is done with one button, while its link is good', async () => {
  const { id } = await scene.sdk.accounts.create({
    type: 'standard',
    country: 'NL',
    business_profile: { name: 'Iron Hall' },
  });
  expect(await scene.sdk.accounts.retrieve(id)).toMatchObject({ charges_enabled: false, details_submitted: false });
  const link = () => scene.sdk.accountLinks.create({ account: id, type: 'account_onboarding', ...addresses });
  const old = await link();
  scene.advance(301);
  expect((await post(old.url, {})).headers.get('location')).toBe('http://gym.example/again');
  const { url } = await link();
  expect(await textOf(url)).toContain('Iron Hall');
  expect((await fetch(old.url)).status).toBe(404);
  expect((await post(url, {})).headers.get('location')).toBe('http://gym.example/back');
  expect(await scene.sdk.accounts.retrieve(id)).toMatchObject({
    charges_enabled: true,
    details_submitted: true,
    requirements: { currently_due: [] },
  });
});

test('every page says that it is a stand-in, runs no script and lets none in', async () => {
  const name = `<script>alert(1)</script>"'`;
  const customer = await scene.sdk.customers.create({ name, email: 'x@example.com' }, scene.on);
  const line_items = [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 500, product_data: { name } } }];
  const session = await scene.sdk.checkout.sessions.create(coffee({ customer: customer.id, line_items }), scene.on);
  const portal = await scene.sdk.billingPortal.sessions.create(
    { customer: customer.id, return_url: 'http://gym.example/' },
    scene.on,
  );
  for (const url of [session.url!, portal.url, scene.emulator.url, `${scene.emulator.url}/nothing/here`]) {
    const response = await fetch(url);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await response.text();
    expect(text).toContain('No money moves');
    expect(text).not.toContain('<script');
  }
  const refused = await post(session.url!, { kind: 'card', card: '1', name });
  expect(await refused.text()).not.toContain('<script');
});

test('the portal adds, prefers and removes cards, and ends the subscription', async () => {
  const { customer, subscription, method } = await addMember(scene);
  const { url } = await scene.sdk.billingPortal.sessions.create(
    { customer: customer.id, return_url: 'http://gym.example/' },
    scene.on,
  );
  const preferred = async () =>
    (await scene.sdk.customers.retrieve(customer.id, undefined, scene.on)) as {
      invoice_settings?: { default_payment_method: unknown };
    };
  expect((await post(url, { action: 'add', card: '4000000000000002' })).status).toBe(400);
  expect((await post(url, { action: 'add', card: '5555 5555 5555 4444' })).status).toBe(303);
  const { data } = await scene.sdk.paymentMethods.list({ customer: customer.id }, scene.on);
  expect(data.map(({ card }) => card?.last4)).toEqual(['4444', '4242']);
  expect((await preferred()).invoice_settings?.default_payment_method).toBe(data[0]!.id);
  expect((await scene.sdk.subscriptions.retrieve(subscription.id, undefined, scene.on)).default_payment_method).toBe(
    data[0]!.id,
  );
  await post(url, { action: `use ${method.id}` });
  expect((await preferred()).invoice_settings?.default_payment_method).toBe(method.id);
  await post(url, { action: `remove ${method.id}` });
  expect((await preferred()).invoice_settings?.default_payment_method).toBeNull();
  const { method: foreign } = await addMember(scene);
  await post(url, { action: `remove ${foreign.id}` });
  expect((await scene.sdk.paymentMethods.retrieve(foreign.id, undefined, scene.on)).customer).not.toBeNull();
  await post(url, { action: `end ${subscription.id}` });
  expect((await scene.sdk.subscriptions.retrieve(subscription.id, undefined, scene.on)).status).toBe('canceled');
});

test('an invoice that failed is paid on its page', async () => {
  const { customer, method, add } = await addMember(scene);
  await add(250);
  await scene.control('break_card', {
    account: scene.account,
    payment_method: method.id,
    decline_code: 'expired_card',
  });
  scene.advance(32 * DAY);
  const [invoice] = (await scene.sdk.invoices.list({ customer: customer.id }, scene.on)).data;
  expect(await textOf(invoice!.hosted_invoice_url!)).toContain('€2.50');
  expect((await post(invoice!.hosted_invoice_url!, { card: '4000000000000002' })).status).toBe(402);
  expect((await post(invoice!.hosted_invoice_url!, { card: '4242424242424242' })).status).toBe(303);
  expect(await scene.sdk.invoices.retrieve(invoice!.id!, undefined, scene.on)).toMatchObject({ status: 'paid' });
});

test.each([
  ['/c/pay/%E0%A4%A', 'GET', undefined, 400],
  ['//', 'GET', undefined, 400],
  ['/v1/customers/%E0%A4%A', 'GET', undefined, 404],
  ['/v1/customers', 'POST', 'x'.repeat(1_100_000), 400],
])('what cannot be read is refused: %s', async (path, method, body, status) => {
  const headers = { authorization: `Bearer ${scene.emulator.secretKey}` };
  const response = await fetch(scene.emulator.url + path, { method, headers, ...(body && { body }) });
  expect(response.status).toBe(status);
  expect(await response.text()).not.toMatch(/ at .*:\d+/);
});
