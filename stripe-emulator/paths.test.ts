// Every path that is answered is asked once by the SDK, so that none is there that its caller would not reach.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from './src/routes.ts';
import { addMember, coffee, openScene, type Scene } from './testing.ts';

let scene: Scene;
const asked = new Set<string>();
beforeAll(async () => {
  for (const route of routes) {
    const run = route.run.bind(route);
    route.run = (call) => {
      asked.add(`${route.method} ${route.path}`);
      return run(call);
    };
  }
  scene = await openScene();
});
afterAll(() => scene.close());

test('every path is reached by the SDK', async () => {
  const { sdk, on, account, control, advance } = scene;
  await sdk.accounts.retrieve(account);
  const back = { refresh_url: 'http://gym.example/', return_url: 'http://gym.example/' };
  await sdk.accountLinks.create({ account, type: 'account_onboarding', ...back });
  const endpoint = await sdk.webhookEndpoints.create({ url: 'http://127.0.0.1:9/', enabled_events: ['*'] }, on);
  await sdk.webhookEndpoints.list({}, on);
  await sdk.webhookEndpoints.del(endpoint.id, undefined, on);

  const { customer, method, subscription, add } = await addMember(scene);
  await sdk.customers.list({}, on);
  await sdk.customers.retrieve(customer.id, undefined, on);
  await sdk.customers.update(customer.id, { phone: '1' }, on);
  await sdk.billingPortal.sessions.create({ customer: customer.id }, on);
  await sdk.paymentMethods.list({ customer: customer.id }, on);
  await sdk.paymentMethods.retrieve(method.id, undefined, on);
  await sdk.subscriptions.list({}, on);
  const { items } = await sdk.subscriptions.retrieve(subscription.id, undefined, on);
  await sdk.products.retrieve(String(items.data[0]?.price.product), undefined, on);

  const [kept, taken] = [await add(250), await add(300)];
  await sdk.invoiceItems.list({}, on);
  await sdk.invoiceItems.retrieve(kept.id, undefined, on);
  await sdk.invoiceItems.del(taken.id, undefined, on);
  await control('break_card', { account, payment_method: method.id, decline_code: 'expired_card' });
  advance(31 * 86_400 + 3600);
  await control('break_card', { account, payment_method: method.id });
  const [invoice] = (await sdk.invoices.list({}, on)).data;
  await sdk.invoices.pay(invoice!.id, undefined, on);
  await sdk.invoices.retrieve(invoice!.id, undefined, on);
  await sdk.invoices.listLineItems(invoice!.id, {}, on);
  await sdk.invoicePayments.list({ invoice: invoice!.id }, on);
  await add(200);
  await control('break_card', { account, payment_method: method.id, decline_code: 'expired_card' });
  advance(31 * 86_400 + 3600);
  await control('break_card', { account, payment_method: method.id });
  const [unpaid] = (await sdk.invoices.list({}, on)).data;
  await sdk.invoices.voidInvoice(unpaid!.id, undefined, on);

  const session = await sdk.checkout.sessions.create(coffee(), on);
  await sdk.checkout.sessions.listLineItems(session.id, {}, on);
  await control('pay_checkout', { account, session: session.id });
  const { payment_intent: intent } = await sdk.checkout.sessions.retrieve(session.id, undefined, on);
  await sdk.checkout.sessions.list({}, on);
  const open = await sdk.checkout.sessions.create(coffee(), on);
  await sdk.checkout.sessions.expire(open.id, undefined, on);
  const setup = { mode: 'setup' as const, currency: 'eur', customer: customer.id, success_url: 'http://gym.example/' };
  const left = await sdk.checkout.sessions.create(setup, on);
  await control('pay_checkout', { account, session: left.id });
  const { setup_intent: made } = await sdk.checkout.sessions.retrieve(left.id, undefined, on);
  await sdk.setupIntents.retrieve(String(made), undefined, on);

  const payment = await sdk.paymentIntents.retrieve(String(intent), undefined, on);
  await sdk.paymentIntents.list({}, on);
  await sdk.charges.list({}, on);
  const charge = await sdk.charges.retrieve(String(payment.latest_charge), undefined, on);
  const balance = await sdk.balanceTransactions.retrieve(String(charge.balance_transaction), undefined, on);
  expect(balance).toMatchObject({ amount: 250, source: charge.id });
  await sdk.balanceTransactions.list({}, on);
  const refund = await sdk.refunds.create({ payment_intent: payment.id, amount: 100 }, on);
  await sdk.refunds.retrieve(refund.id, undefined, on);
  await sdk.refunds.list({}, on);
  const { id: dispute } = await control<{ id: string }>('dispute', { account, payment_intent: intent });
  await sdk.disputes.retrieve(dispute, undefined, on);
  await sdk.disputes.list({}, on);

  const [event] = (await sdk.events.list({ limit: 1 }, on)).data;
  await sdk.events.retrieve(event!.id, undefined, on);
  await sdk.paymentMethods.detach(method.id, undefined, on);
  await sdk.subscriptions.cancel(subscription.id, undefined, on);
  await sdk.customers.del(customer.id, undefined, on);
  expect(routes.map(({ method: verb, path }) => `${verb} ${path}`).filter((path) => !asked.has(path))).toEqual([]);
});
