import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addSubscription, insert } from '../../testing/fixtures.ts';
import { newId, refusalOf } from '../../testing/gym-scene.ts';
import { openStripeScene } from '../../testing/stripe-scene.ts';
import type { StripeScene } from '../../testing/stripe-scene.ts';
import { chargeSubscriptions } from '../charge/charge-subscriptions.ts';
import { ensureCustomer } from './ensure-customer.ts';
import { gatherEvent } from './gather-event.ts';
import { addInvoiceItems } from './invoice-items.ts';
import { reconcile } from './reconcile.ts';
import { doWhatIsDue, stripeJobs } from './stripe-jobs.ts';

let scene: StripeScene;
let memberId: string;
beforeAll(async () => {
  scene = await openStripeScene();
});
beforeEach(async () => {
  memberId = await scene.addMember();
});
afterAll(() => scene.close());

/** A gateway of which one account throws what is no trouble of Stripe. */
const brokenFor = (accountId: string): StripeScene['server']['gateway'] => ({
  ...scene.server.gateway,
  on: (id) => {
    if (id === accountId) throw new TypeError('broken');
    return scene.server.gateway.on(id);
  },
});
const rowOf = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row> => {
  const { rows } = await scene.api.owner.query<Row>(text, values);
  return rows[0] as Row;
};
const mutate = async <Data>(name: string, input: object, selection: string) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const inputs: Record<string, string> = {
    saveStripeWebhookSecret: 'SaveWebhookSecretInput!',
    startConsumablesSubscription: 'StripeMemberInput!',
    stopConsumablesSubscription: 'StripeMemberInput!',
    openStripePortal: 'StripeMemberInput!',
    resolveStripeDifference: 'StripeDifferenceIdInput!',
  };
  const { api, admin } = scene;
  const source = `mutation ($input: ${inputs[name] ?? type}) { ${name}(input: $input) ${selection} }`;
  const data = await api.get<Record<string, Data>>(admin, source, { input });
  return data[name] as Data;
};
const startCheckout = (purchaseIds: string[]) =>
  mutate<{ checkout: { id: string; status: string } }>(
    'startCheckout',
    { id: newId(), memberId, purchaseIds },
    '{ ... on CheckoutStarted { checkout { id status } } }',
  );
const checkoutRow = (id: string) =>
  rowOf<{ session_id: string; payment_intent_id: string; status: string }>('select * from checkout where id = $1', [
    id,
  ]);

/** A line that was paid by card, and its payment at Stripe. */
async function paidLine(count = 1): Promise<{ lineIds: string[]; intent: string; checkoutId: string }> {
  const lineIds: string[] = [];
  for (let made = 0; made < count; made += 1) lineIds.push(await scene.addLine(memberId));
  const { checkout } = await startCheckout(lineIds);
  const { session_id: session } = await checkoutRow(checkout.id);
  await scene.emulator.control('pay_checkout', { account: scene.accountId, session });
  await scene.settled();
  const { payment_intent_id: intent } = await checkoutRow(checkout.id);
  return { lineIds, intent, checkoutId: checkout.id };
}

interface Delivery {
  id: string;
  type: string;
  status: string;
  event: string;
}
const waiting = async () => {
  const { data } = await scene.emulator.control<{ data: Delivery[] }>('deliveries');
  return data.filter((it) => it.status === 'waiting');
};
const eventCount = async () => (await rowOf<{ n: number }>('select count(*)::int as n from stripe_event')).n;
const differences = async () => {
  const { rows } = await scene.api.owner.query<{ kind: string; object_id: string }>(
    'select kind, object_id from stripe_difference where member_id = $1 order by kind',
    [memberId],
  );
  return rows.map((row) => row.kind);
};

describe('what claims to be from Stripe', () => {
  const post = (body: string, signature: string | undefined, gymId = scene.gymId) =>
    fetch(`${scene.url}/webhooks/stripe/${gymId}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...(signature && { 'stripe-signature': signature }) },
    });

  test('is refused unsigned, changed, old, for another gym or account, and leaves nothing', async () => {
    await scene.emulator.control('hold');
    const { checkout } = await startCheckout([await scene.addLine(memberId)]);
    const { session_id: session } = await checkoutRow(checkout.id);
    await scene.emulator.control('pay_checkout', { account: scene.accountId, session });
    const [delivery] = await waiting();
    const signed = () =>
      scene.emulator.control<{ body: string; signature: string }>('delivery', { delivery: delivery?.id });
    const before = await eventCount();
    const { body, signature } = await signed();
    const otherGym = scene.outsiders.otherGym.gymId;
    const refused = [
      await post(body, undefined),
      await post(body, 't=1,v1=00'),
      await post(body.replace('{', '{ '), signature),
      await post(body, signature, otherGym),
      await post(body, signature, newId()),
      await post(body, signature, 'x'),
    ];
    expect(refused.map((it) => it.status)).toEqual([400, 400, 400, 400, 400, 400]);
    expect(
      new Set(await Promise.all(refused.map(async (it) => ((await it.json()) as { error: string }).error))),
    ).toEqual(new Set(['NOT_FROM_STRIPE']));
    scene.api.clock.advance(301_000);
    expect((await post(body, signature)).status).toBe(400);
    await scene.emulator.control('advance', { seconds: 301 });
    expect(await eventCount()).toBe(before);
    expect((await checkoutRow(checkout.id)).status).toBe('WAITING');
    const fresh = await signed();
    expect((await post(fresh.body, fresh.signature)).status).toBe(200);
    await scene.emulator.control('release');
    await scene.settled();
    expect((await checkoutRow(checkout.id)).status).toBe('PAID');
  });

  test('comes in any order, twice, and takes effect once', async () => {
    for (const order of ['backwards', 'shuffled', 'tripled'] as const) {
      memberId = await scene.addMember();
      await scene.emulator.control('hold');
      const lineId = await scene.addLine(memberId);
      const { checkout } = await startCheckout([lineId]);
      const { session_id: session } = await checkoutRow(checkout.id);
      await scene.emulator.control('pay_checkout', { account: scene.accountId, session, card: '4000000000009995' });
      await scene.emulator.control('pay_checkout', { account: scene.accountId, session });
      const { id: intent } = (await scene.account.stripe.checkouts.get(session)).payment_intent as unknown as {
        id: string;
      };
      const payment = intent ?? ((await scene.account.stripe.checkouts.get(session)).payment_intent as string);
      await scene.account.stripe.refunds.create(newId(), { paymentIntentId: payment });
      const all = await waiting();
      const told =
        order === 'backwards' ? all.toReversed() : order === 'shuffled' ? all.toSorted(() => Math.random() - 0.5) : all;
      for (const { id } of told)
        await scene.emulator.control('deliver', { delivery: id, times: order === 'tripled' ? 3 : 1 });
      await scene.emulator.control('release');
      await scene.settled();
      expect(await scene.line(lineId)).toMatchObject({ status: 'REFUNDED', ledger: ['PAYMENT 350', 'REFUND -350'] });
      expect((await checkoutRow(checkout.id)).status).toBe('PAID');
      expect(await differences()).toEqual([]);
    }
  });

  test('is tried again when Stripe cannot be asked, and kept when it is none of ours', async () => {
    await scene.emulator.control('hold');
    const lineId = await scene.addLine(memberId);
    const { checkout } = await startCheckout([lineId]);
    const { session_id: session } = await checkoutRow(checkout.id);
    await scene.emulator.control('pay_checkout', { account: scene.accountId, session });
    await scene.emulator.control('fail_next', {
      how: 'status',
      status: 500,
      path: `/v1/checkout/sessions/${session}`,
      times: 20,
    });
    await scene.emulator.control('release');
    await scene.settled();
    expect((await checkoutRow(checkout.id)).status).toBe('WAITING');
    await scene.emulator.control('stop_failing');
    await scene.advance(61);
    await doWhatIsDue(scene.side, scene.account);
    expect((await checkoutRow(checkout.id)).status).toBe('PAID');
    expect((await scene.line(lineId)).ledger).toEqual(['PAYMENT 350']);
    const page = {
      successUrl: scene.url,
      cancelUrl: scene.url,
      expiresAt: new Date(scene.api.clock.now().getTime() + 3_600_000),
    };
    const lines = [{ name: 'Elsewhere', amountCents: 900, quantity: 1 }];
    const foreign = { ...page, currency: 'EUR', metadata: { shop: 'other' }, lines };
    const other = await scene.account.stripe.checkouts.startPayment(newId(), foreign);
    await scene.emulator.control('pay_checkout', { account: scene.accountId, session: other.id });
    await scene.settled();
    const outcomes = await rowOf<{ all: string[] }>(
      'select array_agg(distinct outcome) as all from stripe_event where object_id = $1',
      [other.id],
    );
    expect(outcomes.all).toEqual(['IGNORED']);
  });
});

describe('money that goes back', () => {
  const refund = (purchaseId: string, id: string = newId()) =>
    mutate<{ status?: string; reason?: string }>(
      'refundPurchase',
      { id, purchaseId },
      '{ ... on PurchaseRefunded { status } ... on StripeRefused { reason } }',
    );

  const refundableOf = async (id: string) => {
    const { purchase } = await scene.api.get<{
      purchase: { permissions: string[]; refundable: { amountCents: number } };
    }>(scene.admin, `query ($id: ID!) { purchase(id: $id) { permissions refundable { amountCents } } }`, { id });
    return purchase;
  };

  test('an admin refunds one of two lines; ten at once give back once', async () => {
    const { lineIds, intent } = await paidLine(2);
    const [first = '', second = ''] = lineIds;
    const answers = await Promise.all(Array.from({ length: 10 }, () => refund(first)));
    expect(new Set(answers.map((it) => it.status ?? it.reason))).not.toContain('REFUSED_BY_STRIPE');
    await doWhatIsDue(scene.side, scene.account);
    await scene.settled();
    expect(await scene.line(first)).toMatchObject({ status: 'REFUNDED', ledger: ['PAYMENT 350', 'REFUND -350'] });
    expect((await scene.line(second)).status).toBe('PAID');
    const refunds: number[] = [];
    for await (const it of scene.account.stripe.refunds.listOf(intent)) refunds.push(it.amount);
    expect(refunds).toEqual([350]);
    expect(await refund(first)).toEqual({ status: 'DONE' });
    expect(await refund(await scene.addLine(memberId))).toEqual({ reason: 'NOT_PAID_BY_STRIPE' });
  });

  test('a refund gives back what counter-lines have left, and closes them with their line', async () => {
    const lineId = await scene.addLine(memberId);
    const credit = { total_cents: -100, unit_price_cents: -100, vat_cents: -8, corrects_purchase_id: lineId };
    const creditId = await scene.addLine(memberId, credit);
    const { checkout } = await startCheckout([lineId]);
    const { session_id: session } = await checkoutRow(checkout.id);
    await scene.emulator.control('pay_checkout', { account: scene.accountId, session });
    await scene.settled();
    expect(await refundableOf(lineId)).toEqual({ permissions: ['REFUND'], refundable: { amountCents: 250 } });
    expect(await refund(lineId)).toEqual({ status: 'DONE' });
    await scene.settled();
    expect(await scene.line(lineId)).toMatchObject({ status: 'REFUNDED', ledger: ['PAYMENT 350', 'REFUND -350'] });
    expect(await scene.line(creditId)).toMatchObject({ status: 'REFUNDED', ledger: ['PAYMENT -100', 'REFUND 100'] });
    expect(await refundableOf(lineId)).toEqual({ permissions: [], refundable: { amountCents: 0 } });
    expect(await differences()).toEqual([]);
  });

  test('a credit that is still to be given is not given twice; taken back, the rest is refunded too', async () => {
    const { lineIds, intent } = await paidLine();
    const [lineId = ''] = lineIds;
    const credit = { total_cents: -100, unit_price_cents: -100, vat_cents: -8, corrects_purchase_id: lineId };
    const creditId = await scene.addLine(memberId, credit);
    expect((await refundableOf(lineId)).refundable.amountCents).toBe(250);
    expect(await refund(lineId)).toEqual({ status: 'DONE' });
    expect(await refundableOf(lineId)).toEqual({ permissions: [], refundable: { amountCents: 0 } });
    expect(await refund(lineId)).toEqual({ status: 'DONE' });
    await scene.settled();
    expect(await scene.line(lineId)).toMatchObject({ status: 'PAID', ledger: ['PAYMENT 350', 'REFUND -250'] });
    await scene.api.owner.query(`update purchase set status = 'CANCELLED' where id = $1`, [creditId]);
    const again = await Promise.all([refund(lineId), refund(lineId), refund(lineId)]);
    expect(again.map((it) => it.reason)).toEqual([undefined, undefined, undefined]);
    await doWhatIsDue(scene.side, scene.account);
    await scene.settled();
    expect(await scene.line(lineId)).toMatchObject({ status: 'REFUNDED' });
    const refunds: number[] = [];
    for await (const it of scene.account.stripe.refunds.listOf(intent)) refunds.push(it.amount);
    expect(refunds.toSorted((a, b) => a - b)).toEqual([100, 250]);
  });

  test.each(['close-before', 'close-after'])('a refund that stops halfway is taken up again: %s', async (how) => {
    const { lineIds, intent } = await paidLine();
    await scene.emulator.control('fail_next', { how, path: '/v1/refunds', times: 2 });
    // Stripe may have told before we have read what we wrote.
    expect(['ASKED', 'DONE']).toContain((await refund(lineIds[0] ?? '')).status);
    await scene.emulator.control('stop_failing');
    await doWhatIsDue(scene.side, scene.account);
    await scene.settled();
    expect((await scene.line(lineIds[0] ?? '')).status).toBe('REFUNDED');
    let count = 0;
    for await (const _ of scene.account.stripe.refunds.listOf(intent)) count += 1;
    expect(count).toBe(1);
  });

  test('a refund asked for a day ago is found again, not given twice', async () => {
    const { lineIds, intent } = await paidLine();
    await scene.emulator.control('hold');
    await scene.emulator.control('fail_next', { how: 'close-after', path: '/v1/refunds', times: 4 });
    await refund(lineIds[0] ?? '');
    await scene.emulator.control('stop_failing');
    await scene.advance(25 * 3600);
    await doWhatIsDue(scene.side, scene.account);
    await scene.emulator.control('release');
    await scene.settled();
    const refunds: number[] = [];
    for await (const it of scene.account.stripe.refunds.listOf(intent)) refunds.push(it.amount);
    expect(refunds).toEqual([350]);
    expect((await scene.line(lineIds[0] ?? '')).status).toBe('REFUNDED');
  });

  test('a part given back in Stripe’s dashboard is booked when there is one line, and listed when there are more', async () => {
    const one = await paidLine();
    await scene.account.stripe.refunds.create(newId(), { paymentIntentId: one.intent, amountCents: 100 });
    await scene.settled();
    expect(await scene.line(one.lineIds[0] ?? '')).toMatchObject({
      status: 'PAID',
      ledger: ['PAYMENT 350', 'REFUND -100'],
    });
    const two = await paidLine(2);
    await scene.account.stripe.refunds.create(newId(), { paymentIntentId: two.intent, amountCents: 100 });
    await scene.settled();
    expect(await differences()).toEqual(['REFUND_UNASSIGNED']);
  });

  test('a dispute takes the payment back; one that is won brings it again', async () => {
    const { lineIds, intent } = await paidLine();
    const { id } = await scene.emulator.control<{ id: string }>('dispute', {
      account: scene.accountId,
      payment_intent: intent,
    });
    await scene.settled();
    const [lineId = ''] = lineIds;
    expect(await scene.line(lineId)).toMatchObject({ status: 'RETURNED', ledger: ['PAYMENT 350', 'DISPUTE -350'] });
    await scene.emulator.control('close_dispute', { account: scene.accountId, dispute: id, isWon: true });
    await scene.settled();
    expect(await scene.line(lineId)).toMatchObject({
      status: 'PAID',
      ledger: ['PAYMENT 350', 'DISPUTE -350', 'PAYMENT 350'],
    });
  });

  test('a dispute of what a refund has left takes that back', async () => {
    const { lineIds, intent } = await paidLine();
    await scene.account.stripe.refunds.create(newId(), { paymentIntentId: intent, amountCents: 100 });
    await scene.emulator.control('dispute', { account: scene.accountId, payment_intent: intent, amount: 250 });
    await scene.settled();
    expect(await scene.line(lineIds[0] ?? '')).toMatchObject({
      status: 'RETURNED',
      ledger: ['PAYMENT 350', 'REFUND -100', 'DISPUTE -250'],
    });
    expect(await differences()).toEqual([]);
  });

  test('a dispute after everything was given back is a difference', async () => {
    const { lineIds, intent } = await paidLine();
    expect((await refund(lineIds[0] ?? '')).status).toBe('DONE');
    await scene.emulator.control('dispute', { account: scene.accountId, payment_intent: intent, amount: 350 });
    await scene.settled();
    expect(await differences()).toEqual(['DISPUTE_UNBOOKED']);
    expect((await scene.line(lineIds[0] ?? '')).status).toBe('REFUNDED');
  });

  test('money for a line that was paid otherwise is a difference', async () => {
    const lineId = await scene.addLine(memberId);
    const { checkout } = await startCheckout([lineId]);
    await scene.api.owner.query(
      `update purchase set status = 'PAID', held_from = null, paid_at = now() where id = $1`,
      [lineId],
    );
    const { session_id: session } = await checkoutRow(checkout.id);
    await scene.emulator.control('pay_checkout', { account: scene.accountId, session });
    await scene.settled();
    expect(await differences()).toEqual(['PAID_TWICE']);
    const { settings } = await mutate<{ settings: { differences: { kind: string }[] } }>(
      'resolveStripeDifference',
      { id: (await rowOf<{ id: string }>('select id from stripe_difference where member_id = $1', [memberId])).id },
      '{ settings { differences { kind memberId } } }',
    );
    expect(settings.differences).not.toContainEqual({ kind: 'PAID_TWICE', memberId });
  });
});

describe('the monthly invoice', () => {
  const consumables = (verb = 'startConsumablesSubscription') =>
    mutate<{ member?: object; reason?: string }>(
      verb,
      { memberId },
      '{ ... on ConsumablesChanged { member { id } } ... on StripeRefused { reason } }',
    );
  const customerRow = () =>
    rowOf<{
      customer_id: string;
      has_payment_method: boolean;
      payment_method_label: string;
      consumables_status: string;
    }>('select * from stripe_customer where member_id = $1', [memberId]);
  /** Leaves a payment method on a page of Stripe. */
  async function setUp(card = '4242424242424242', method = 'card'): Promise<void> {
    const { checkout } = await mutate<{ checkout: { id: string } }>(
      'startPaymentSetup',
      { id: newId(), memberId },
      '{ ... on CheckoutStarted { checkout { id } } }',
    );
    const { session_id: session } = await checkoutRow(checkout.id);
    await scene.emulator.control('pay_checkout', { account: scene.accountId, session, card, method });
    await scene.settled();
    expect((await checkoutRow(checkout.id)).status).toBe('SAVED');
  }
  const onInvoice = async () => {
    const lineId = await scene.addLine(memberId, { payment_method: 'STRIPE_INVOICE' });
    await scene.advance(130);
    await addInvoiceItems(scene.side, scene.account);
    return lineId;
  };
  const monthsLater = () => scene.advance(32 * 86_400);

  test('needs a payment method; then purchases wait for it and it pays them', async () => {
    expect(await consumables()).toEqual({ reason: 'NO_PAYMENT_METHOD' });
    await setUp();
    expect(await customerRow()).toMatchObject({ has_payment_method: true, payment_method_label: 'visa •••• 4242' });
    expect(await consumables()).toEqual({ member: { id: memberId } });
    expect((await customerRow()).consumables_status).toBe('ACTIVE');
    const [lineId, young] = [await onInvoice(), await scene.addLine(memberId, { payment_method: 'STRIPE_INVOICE' })];
    await addInvoiceItems(scene.side, scene.account);
    expect((await scene.line(young)).status).toBe('OPEN');
    expect((await scene.line(lineId)).status).toBe('PENDING');
    expect(await consumables('stopConsumablesSubscription')).toEqual({ reason: 'LINES_WAITING' });
    await monthsLater();
    await scene.advance(7200);
    expect(await scene.line(lineId)).toMatchObject({ status: 'PAID', ledger: ['PAYMENT 350'] });
    expect(await consumables('stopConsumablesSubscription')).toEqual({ reason: 'LINES_WAITING' });
    await scene.api.owner.query(`update purchase set status = 'CANCELLED' where id = $1`, [young]);
    expect(await consumables('stopConsumablesSubscription')).toEqual({ member: { id: memberId } });
    expect((await customerRow()).consumables_status).toBe('ENDED');
  });

  test.each(['close-before', 'close-after'])('an item that stops halfway is asked for again, once: %s', async (how) => {
    await setUp();
    await consumables();
    await scene.emulator.control('fail_next', { how, path: '/v1/invoiceitems', times: 2 });
    const lineId = await onInvoice();
    await scene.emulator.control('stop_failing');
    await addInvoiceItems(scene.side, scene.account);
    const { customer_id: customer } = await customerRow();
    let count = 0;
    for await (const _ of scene.account.stripe.invoiceItems.listPending(customer)) count += 1;
    expect(count).toBe(1);
    expect((await scene.line(lineId)).status).toBe('PENDING');
  });

  test('a failed invoice says why and pays later; no checkout takes its lines meanwhile', async () => {
    await setUp('4000000000000341');
    await consumables();
    const lineId = await onInvoice();
    await monthsLater();
    await scene.advance(7200);
    expect((await scene.line(lineId)).status).toBe('FAILED');
    expect((await scene.line(lineId)).status_reason).toMatch(/\w+/);
    const refused = await mutate<{ reason: string }>(
      'startCheckout',
      { id: newId(), memberId, purchaseIds: [lineId] },
      '{ ... on CheckoutRefused { reason } }',
    );
    expect(refused.reason).toBe('ON_INVOICE');
    await scene.emulator.control('give_card', {
      account: scene.accountId,
      customer: (await customerRow()).customer_id,
    });
    await scene.advance(8 * 86_400);
    expect(await scene.line(lineId)).toMatchObject({ status: 'PAID', ledger: ['PAYMENT 350'] });
  });

  const invoiceOf = async () => {
    const { customer_id: customer } = await customerRow();
    for await (const invoice of scene.account.stripe.invoices.list({ customerId: customer })) return invoice;
    throw new Error('There is no invoice.');
  };
  const methodOf = async (id: string) =>
    (await rowOf<{ payment_method: string }>('select payment_method from purchase where id = $1', [id])).payment_method;
  const itemsAtStripe = async () => {
    const items: { id: string; invoice: unknown }[] = [];
    const { customer_id: customer } = await customerRow();
    for await (const { id, invoice } of scene.account.stripe.invoiceItems.listOf(customer)) items.push({ id, invoice });
    return items;
  };
  const subscriptionId = async () =>
    (
      await rowOf<{ id: string }>(
        'select consumables_subscription_id as id from stripe_customer where member_id = $1',
        [memberId],
      )
    ).id;

  test.each([false, true])(
    'an item asked for a day ago is found again, not added twice; collected: %s',
    async (isPaid) => {
      await setUp();
      await consumables();
      await scene.emulator.control('fail_next', { how: 'close-after', path: '/v1/invoiceitems', times: 4 });
      const lineId = await onInvoice();
      await scene.emulator.control('stop_failing');
      expect(await itemsAtStripe()).toHaveLength(1);
      if (isPaid) await scene.emulator.control('hold');
      await scene.advance(isPaid ? 32 * 86_400 : 25 * 3600);
      await addInvoiceItems(scene.side, scene.account);
      expect(await itemsAtStripe()).toHaveLength(1);
      expect((await scene.line(lineId)).status).toBe(isPaid ? 'PAID' : 'PENDING');
      await scene.emulator.control('release');
      await scene.settled();
    },
  );

  test('a consumables subscription asked for a day ago is found again', async () => {
    await setUp();
    await scene.emulator.control('fail_next', { how: 'close-after', path: '/v1/subscriptions', times: 4 });
    await consumables();
    await scene.emulator.control('stop_failing');
    expect((await customerRow()).consumables_status).toBe('STARTING');
    await scene.emulator.control('hold');
    await scene.advance(25 * 3600);
    await doWhatIsDue(scene.side, scene.account);
    expect((await customerRow()).consumables_status).toBe('ACTIVE');
    const { customer_id: customer } = await customerRow();
    let count = 0;
    for await (const _ of scene.account.stripe.subscriptions.listOf(customer)) count += 1;
    expect(count).toBe(1);
    await scene.emulator.control('release');
    await scene.settled();
  });

  test('a payment method that was left is used: the first charge starts the invoice', async () => {
    await setUp();
    await addSubscription(scene.api.owner, scene.gymId, memberId, {
      starts_on: '2026-03-01',
      price_cents: 4500,
      created_at: scene.api.clock.now(),
    });
    await chargeSubscriptions(scene.api.database).run(scene.api.clock.now());
    const { id: lineId } = await rowOf<{ id: string }>(
      `select id from purchase where member_id = $1 and payment_method = 'STRIPE_INVOICE' order by period_starts_on limit 1`,
      [memberId],
    );
    await scene.advance(130);
    await doWhatIsDue(scene.side, scene.account);
    expect((await customerRow()).consumables_status).toBe('ACTIVE');
    await doWhatIsDue(scene.side, scene.account);
    expect((await scene.line(lineId)).status).toBe('PENDING');
    await monthsLater();
    await scene.advance(7200);
    expect((await scene.line(lineId)).status).toBe('PAID');
    const { subscriptions } = scene.account.stripe;
    await subscriptions.cancel(newId(), await subscriptionId());
    await scene.settled();
    await doWhatIsDue(scene.side, scene.account);
    // Who ended it is not started again without being asked.
    expect((await customerRow()).consumables_status).toBe('ENDED');
    await scene.api.owner.query(`update subscription set voided_at = now() where member_id = $1`, [memberId]);
  });

  test('stopping waits for what was sold a moment ago', async () => {
    await setUp();
    await consumables();
    await scene.addLine(memberId, { payment_method: 'STRIPE_INVOICE' });
    expect(await consumables('stopConsumablesSubscription')).toEqual({ reason: 'LINES_WAITING' });
  });

  test.each([true, false])(
    'a subscription that ends at Stripe gives its lines back, to be paid by QR code; told: %s',
    async (isTold) => {
      await setUp();
      await consumables();
      const [waitsId, youngId] = [
        await onInvoice(),
        await scene.addLine(memberId, { payment_method: 'STRIPE_INVOICE' }),
      ];
      await scene.emulator.control('hold');
      await scene.account.stripe.subscriptions.cancel(newId(), await subscriptionId());
      if (!isTold) for (const { id } of await waiting()) await scene.emulator.control('drop', { delivery: id });
      await scene.emulator.control('release');
      await scene.settled();
      if (!isTold) await reconcile(scene.side, scene.account);
      expect((await customerRow()).consumables_status).toBe('ENDED');
      expect(await consumables()).toEqual({ reason: 'LINES_WAITING' });
      const { rows } = await scene.api.owner.query('select gyms_with_stripe_work(now()) as id');
      expect(rows).toContainEqual({ id: scene.gymId });
      await scene.advance(130);
      await doWhatIsDue(scene.side, scene.account);
      for (const id of [waitsId, youngId]) {
        expect((await scene.line(id)).status).toBe('OPEN');
        expect(await methodOf(id)).toBe('STRIPE_CHECKOUT');
      }
      expect(await itemsAtStripe()).toEqual([]);
      const { checkout } = await startCheckout([waitsId, youngId]);
      const { session_id: session } = await checkoutRow(checkout.id);
      await scene.emulator.control('pay_checkout', { account: scene.accountId, session });
      await scene.settled();
      expect((await scene.line(waitsId)).ledger).toEqual(['PAYMENT 350']);
      // Begun again, it collects nothing of that.
      expect(await consumables()).toEqual({ member: { id: memberId } });
      await doWhatIsDue(scene.side, scene.account);
      expect(await itemsAtStripe()).toEqual([]);
    },
  );

  test('an item whose answer was lost before its subscription ended is taken back too', async () => {
    await setUp();
    await consumables();
    await scene.emulator.control('fail_next', { how: 'close-after', path: '/v1/invoiceitems', times: 4 });
    const lineId = await onInvoice();
    await scene.emulator.control('stop_failing');
    await scene.account.stripe.subscriptions.cancel(newId(), await subscriptionId());
    await scene.settled();
    await doWhatIsDue(scene.side, scene.account);
    expect(await itemsAtStripe()).toEqual([]);
    expect(await scene.line(lineId)).toMatchObject({ status: 'OPEN', ledger: [] });
  });

  test('an invoice that Stripe has given up is voided, and its lines are paid by QR code', async () => {
    await setUp('4000000000000341');
    await consumables();
    const lineId = await onInvoice();
    await monthsLater();
    await scene.advance(3 * 86_400);
    await doWhatIsDue(scene.side, scene.account);
    expect((await invoiceOf()).status).toBe('open');
    await scene.advance(16 * 86_400);
    await doWhatIsDue(scene.side, scene.account);
    await scene.settled();
    expect((await invoiceOf()).status).toBe('void');
    expect((await scene.line(lineId)).status).toBe('FAILED');
    expect(await methodOf(lineId)).toBe('STRIPE_CHECKOUT');
    expect((await startCheckout([lineId])).checkout.status).toBe('WAITING');
  });

  test.each(['its subscription has ended', 'its invoice was voided at Stripe'])(
    'a payment that was refused is told as that, also when nothing was heard of it before %s',
    async (what) => {
      await setUp('4000000000000341');
      await consumables();
      const lineId = await onInvoice();
      await scene.emulator.control('hold');
      await monthsLater();
      await scene.advance(7200);
      for (const { id } of await waiting()) await scene.emulator.control('drop', { delivery: id });
      const { stripe } = scene.account;
      if (what.startsWith('its invoice')) await stripe.invoices.void(newId(), (await invoiceOf()).id);
      else await stripe.subscriptions.cancel(newId(), await subscriptionId());
      await scene.emulator.control('release');
      await scene.settled();
      await doWhatIsDue(scene.side, scene.account);
      expect((await invoiceOf()).status).toBe('void');
      const { status, status_reason: reason } = await scene.line(lineId);
      expect({ status, reason }).toEqual({ status: 'FAILED', reason: 'generic_decline' });
      expect(await methodOf(lineId)).toBe('STRIPE_CHECKOUT');
    },
  );

  test('a debit that the bank has not decided yet is no payment that failed', async () => {
    await setUp('4242424242424242', 'sepa_debit');
    await consumables();
    const lineId = await onInvoice();
    await scene.advance(31 * 86_400 + 2 * 3600);
    await reconcile(scene.side, scene.account);
    expect((await invoiceOf()).attempted).toBe(true);
    expect((await scene.line(lineId)).status).toBe('PENDING');
    await doWhatIsDue(scene.side, scene.account);
    await scene.advance(3 * 86_400);
    expect(await scene.line(lineId)).toMatchObject({ status: 'PAID', ledger: ['PAYMENT 350'] });
  });

  test('what was refused by Stripe, or disputed, is not put on an invoice again but paid by QR code', async () => {
    await setUp();
    await consumables();
    await scene.emulator.control('fail_next', { how: 'status', status: 400, path: '/v1/invoiceitems', times: 1 });
    const refusedId = await onInvoice();
    expect((await scene.line(refusedId)).status).toBe('FAILED');
    expect(await methodOf(refusedId)).toBe('STRIPE_CHECKOUT');
    const disputedId = await onInvoice();
    await monthsLater();
    await scene.advance(7200);
    expect((await scene.line(disputedId)).status).toBe('PAID');
    const { intent } = await rowOf<{ intent: string }>(
      'select payment_intent_id as intent from stripe_invoice_item where purchase_id = $1',
      [disputedId],
    );
    await scene.emulator.control('dispute', { account: scene.accountId, payment_intent: intent });
    await scene.settled();
    expect((await scene.line(disputedId)).status).toBe('RETURNED');
    expect(await methodOf(disputedId)).toBe('STRIPE_CHECKOUT');
  });

  test('an account that is left leaves nothing waiting; back again, Stripe is asked what became of it', async () => {
    await setUp();
    await consumables();
    const onItsInvoice = await onInvoice();
    const pages = [await scene.addLine(memberId), await scene.addLine(memberId)];
    const sessions: string[] = [];
    for (const lineId of pages) {
      const { checkout } = await startCheckout([lineId]);
      sessions.push((await checkoutRow(checkout.id)).session_id);
    }
    const [paidPage = '', openPage = ''] = sessions;
    const [paidLater = '', neverPaid = ''] = pages;
    await scene.emulator.control('hold');
    const told = {
      type: 'account.application.deauthorized',
      payload: { data: { object: { id: 'ca_1', object: 'application' } } } as never,
    };
    await scene.side.db.write(await gatherEvent(scene.side, scene.account, told));
    for (const lineId of [onItsInvoice, ...pages])
      expect(await scene.line(lineId)).toEqual({
        status: 'FAILED',
        status_reason: 'account_disconnected',
        ledger: [],
      });
    // Nobody tells us any more, and the page goes on.
    await scene.emulator.control('pay_checkout', { account: scene.accountId, session: paidPage });

    await scene.api.get(scene.admin, 'mutation { startStripeOnboarding { url } }');
    const { rows } = await scene.api.owner.query<{ due: string }>('select gyms_with_stripe_work($1) as due', [
      scene.api.clock.now(),
    ]);
    expect(rows).toContainEqual({ due: scene.gymId });
    await doWhatIsDue(scene.side, scene.account);
    await scene.emulator.control('release');
    await scene.settled();
    expect(await scene.line(paidLater)).toMatchObject({ status: 'PAID', ledger: ['PAYMENT 350'] });
    expect((await scene.account.stripe.checkouts.get(openPage)).status).toBe('expired');
    const { customer_id: customer } = await customerRow();
    for await (const item of scene.account.stripe.invoiceItems.listPending(customer))
      expect(item.metadata?.['spotter_purchase']).not.toBe(onItsInvoice);
    expect(await startCheckout([neverPaid, onItsInvoice])).toMatchObject({ checkout: { status: 'WAITING' } });
    expect(await doWhatIsDue(scene.side, scene.account)).toMatchObject({ left: 0 });
  });

  test('what is too little to collect is listed until a later invoice has taken it', async () => {
    await setUp();
    await consumables();
    const small = await scene.addLine(memberId, {
      payment_method: 'STRIPE_INVOICE',
      total_cents: 30,
      unit_price_cents: 30,
      vat_cents: 2,
    });
    await scene.advance(130);
    await addInvoiceItems(scene.side, scene.account);
    await monthsLater();
    await scene.advance(7200);
    expect((await scene.line(small)).status).toBe('PAID');
    const open = () =>
      rowOf<{ all: string | null }>(
        `select string_agg(concat_ws(' ', kind, ours_cents, theirs_cents), ', ') as all from stripe_difference where member_id = $1 and resolved_at is null`,
        [memberId],
      );
    expect((await open()).all).toBe('CARRIED_OVER 30 0');
    await onInvoice();
    await monthsLater();
    await scene.advance(7200);
    expect((await invoiceOf()).amount_paid).toBe(380);
    expect((await open()).all).toBeNull();
    await reconcile(scene.side, scene.account);
    expect((await open()).all).toBeNull();
  });

  test('an item that was changed at Stripe is a difference, and is not booked as paid', async () => {
    await setUp();
    await consumables();
    const [agreesId, differsId, goneId] = [await onInvoice(), await onInvoice(), await onInvoice()];
    await scene.api.owner.query('update stripe_invoice_item set amount_cents = 300 where purchase_id = $1', [
      differsId,
    ]);
    const { item_id: gone } = await rowOf<{ item_id: string }>(
      'select item_id from stripe_invoice_item where purchase_id = $1',
      [goneId],
    );
    await scene.advance(31 * 86_400);
    await scene.account.stripe.invoiceItems.remove(newId(), gone);
    await scene.advance(7200);
    expect((await scene.line(agreesId)).status).toBe('PAID');
    expect(await scene.line(differsId)).toMatchObject({
      status: 'FAILED',
      status_reason: 'amount_differs',
      ledger: [],
    });
    expect(await differences()).toEqual(['AMOUNT_DIFFERS']);
    expect((await scene.line(goneId)).status).toBe('PENDING');
    await reconcile(scene.side, scene.account);
    expect((await scene.line(goneId)).status).toBe('OPEN');
  });
});

describe('comparing with Stripe', () => {
  test('brings up to date what lost messages left, and is quiet the second time', async () => {
    await scene.emulator.control('hold');
    const lineIds = [await scene.addLine(memberId), await scene.addLine(memberId)];
    const [first, second] = [await startCheckout([lineIds[0] ?? '']), await startCheckout([lineIds[1] ?? ''])];
    const { session_id: session } = await checkoutRow(first.checkout.id);
    await scene.emulator.control('pay_checkout', { account: scene.accountId, session });
    for (const { id } of await waiting()) await scene.emulator.control('drop', { delivery: id });
    await scene.emulator.control('release');
    scene.api.clock.advance(3_700_000);
    await scene.emulator.control('hold');
    await scene.emulator.control('advance', { seconds: 3700 });
    for (const { id } of await waiting()) await scene.emulator.control('drop', { delivery: id });
    await scene.emulator.control('release');
    const figures = await reconcile(scene.side, scene.account);
    expect(figures.repaired).toBeGreaterThanOrEqual(2);
    expect(await reconcile(scene.side, scene.account)).toMatchObject({ repaired: 0 });
    expect((await checkoutRow(first.checkout.id)).status).toBe('PAID');
    expect((await checkoutRow(second.checkout.id)).status).toBe('EXPIRED');
    expect(await scene.line(lineIds[0] ?? '')).toMatchObject({ status: 'PAID', ledger: ['PAYMENT 350'] });
    const { n } = await rowOf<{ n: number }>(
      `select count(*)::int as n from stripe_difference where resolved_at is null and member_id = $1`,
      [memberId],
    );
    expect(n).toBe(0);
  });

  test('finds a dispute that nobody told us of', async () => {
    const { lineIds, intent } = await paidLine();
    await scene.emulator.control('hold');
    await scene.emulator.control('dispute', { account: scene.accountId, payment_intent: intent });
    for (const { id } of await waiting()) await scene.emulator.control('drop', { delivery: id });
    await scene.emulator.control('release');
    expect(await reconcile(scene.side, scene.account)).toMatchObject({ repaired: 1 });
    expect((await scene.line(lineIds[0] ?? '')).status).toBe('RETURNED');
  });

  test('asks for no invoice that agrees already', async () => {
    await reconcile(scene.side, scene.account);
    const asked: string[] = [];
    const { invoices } = scene.account.stripe;
    const watched = {
      ...scene.account,
      stripe: {
        ...scene.account.stripe,
        invoices: {
          ...invoices,
          get: (id: string) => {
            asked.push(id);
            return invoices.get(id);
          },
        },
      },
    };
    await reconcile(scene.side, watched);
    const live = await rowOf<{ n: number }>(
      'select count(distinct invoice_id)::int as n from stripe_invoice_item where ended_at is null and invoice_id is not null',
    );
    expect(asked).toHaveLength(live.n);
  });

  test('lists what is paid here and not there', async () => {
    const { checkoutId } = await paidLine();
    await scene.api.owner.query(
      `insert into checkout select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'session_id', null,
         'short_code', 'a code of its own', 'payment_intent_id', 'pi_none'))).* from checkout c where id = $1`,
      [checkoutId],
    );
    await reconcile(scene.side, scene.account);
    await reconcile(scene.side, scene.account);
    expect(await differences()).toEqual(['MISSING_AT_STRIPE']);
  });
});

describe('the jobs', () => {
  test('go on with the other gyms when the books of one are broken, and say so', async () => {
    const { owner } = scene.api;
    const { otherGym } = scene.outsiders;
    const account = await insert(owner, 'stripe_account', {
      gym_id: otherGym.gymId,
      mode: 'TEST',
      account_id: 'acct_other',
      charges_enabled: true,
      connected_at: scene.api.clock.now(),
    });
    await owner.query(
      `insert into stripe_event (gym_id, event_id, type, payload, happened_at, received_at, next_attempt_at)
       values ($1, 'evt_other', 'invoice.paid', '{}', now(), now(), '2020-01-01')`,
      [otherGym.gymId],
    );
    const lineId = await scene.addLine(memberId);
    const { checkout } = await startCheckout([lineId]);
    const [job] = stripeJobs({ ...scene.server, gateway: brokenFor('acct_other') });
    await scene.emulator.control('hold');
    const { session_id: session } = await checkoutRow(checkout.id);
    await scene.emulator.control('pay_checkout', { account: scene.accountId, session });
    scene.api.clock.advance(121_000);
    await expect(job?.run(scene.api.clock.now())).rejects.toThrow('in 1 gyms');
    expect((await checkoutRow(checkout.id)).status).toBe('PAID');
    await owner.query(`update stripe_account set disconnected_at = now() where id = $1`, [account]);
    await owner.query(`update stripe_event set attempts = 1 where event_id = 'evt_other'`);
    await scene.emulator.control('release');
    await scene.settled();
  });
});

describe('the settings', () => {
  test('show how it stands and never a secret', async () => {
    const answer = await scene.api.ask<{ stripeSettings: Record<string, unknown> }>(
      scene.admin,
      '{ stripeSettings { state mode isEmulated accountId webhookUrl webhookSecretSetAt lastEventAt requirements } }',
    );
    expect(answer.data?.stripeSettings).toMatchObject({ state: 'CONNECTED', mode: 'TEST', isEmulated: true });
    expect(answer.data?.stripeSettings['webhookSecretSetAt']).not.toBeNull();
    const { rows } = await scene.api.owner.query<{ text: string }>(
      `select concat(before, after) as text from audit_log where subject = 'stripe_account'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/whsec|sealed/);
  });

  test('a gym that comes back has its customers again, and what waited for an invoice is paid by QR code', async () => {
    const { owner } = scene.api;
    const [lineId, { stripe_account_id: accountRow }] = [
      await scene.addLine(memberId, { payment_method: 'STRIPE_INVOICE' }),
      await rowOf<{ stripe_account_id: string }>('select stripe_account_id from stripe_customer limit 1'),
    ];
    await insert(owner, 'stripe_customer', {
      gym_id: scene.gymId,
      member_id: memberId,
      stripe_account_id: accountRow,
      customer_id: 'cus_back',
      has_payment_method: true,
      consumables_status: 'ACTIVE',
    });
    await owner.query(`update checkout set ended_at = now(), status = 'CANCELLED' where ended_at is null`);
    await owner.query(`update stripe_invoice_item set ended_at = now(), status = 'RELEASED' where ended_at is null`);
    const state = (query: string) => scene.api.get<Record<string, unknown>>(scene.admin, `mutation { ${query} }`);
    await state('disconnectStripe { settings { state } }');
    const isCurrent = async () =>
      (await rowOf<{ is: boolean }>('select is_current as is from stripe_customer where member_id = $1', [memberId]))
        .is;
    expect(await isCurrent()).toBe(false);
    const { method } = await rowOf<{ method: string }>('select payment_method as method from purchase where id = $1', [
      lineId,
    ]);
    expect(method).toBe('STRIPE_CHECKOUT');
    await state('startStripeOnboarding { url }');
    expect(await isCurrent()).toBe(true);
    const { settings } = (
      await scene.api.get<{ refreshStripeAccount: { settings: { state: string } } }>(
        scene.admin,
        'mutation { refreshStripeAccount { settings { state } } }',
      )
    ).refreshStripeAccount;
    expect(settings.state).toBe('CONNECTED');
    await owner.query('update stripe_customer set is_current = false where member_id = $1', [memberId]);
    expect(await ensureCustomer(scene.side, scene.account, memberId)).toBe('cus_back');
    expect(await isCurrent()).toBe(true);
  });

  test('find out by themselves that our access was taken away', async () => {
    const lineId = await scene.addLine(memberId);
    await startCheckout([lineId]);
    const { owner } = scene.api;
    const readState = async () =>
      (
        await scene.api.get<{ refreshStripeAccount: { settings: { state: string } } }>(
          scene.admin,
          'mutation { refreshStripeAccount { settings { state } } }',
        )
      ).refreshStripeAccount.settings.state;
    expect(await readState()).toBe('CONNECTED');
    const [, comparing] = stripeJobs(scene.server);
    await owner.query(`update stripe_account set account_id = 'acct_taken'`);
    await comparing?.run(scene.api.clock.now());
    expect(await scene.line(lineId)).toMatchObject({ status: 'FAILED', status_reason: 'account_disconnected' });
    await owner.query(`update stripe_account set account_id = $1`, [scene.accountId]);
    await scene.api.get(scene.admin, 'mutation { startStripeOnboarding { url } }');
    expect(await readState()).toBe('CONNECTED');
    await owner.query(`update stripe_account set account_id = 'acct_taken'`);
    expect(await readState()).toBe('NOT_CONNECTED');
    await owner.query(`update stripe_account set account_id = $1`, [scene.accountId]);
    await scene.api.get(scene.admin, 'mutation { startStripeOnboarding { url } }');
  });

  test('take a secret of Stripe’s shape only, and refuse to leave while payments are under way', async () => {
    const save = (secret: string) =>
      scene.api.ask(
        scene.admin,
        `mutation ($input: SaveWebhookSecretInput!) { saveStripeWebhookSecret(input: $input) { settings { state } } }`,
        { input: { secret } },
      );
    expect(refusalOf(await save('sk_test_123456789'))).toBe('BAD_USER_INPUT secret NO_WEBHOOK_SECRET');
    await startCheckout([await scene.addLine(memberId)]);
    const leave = await scene.api.ask(scene.admin, 'mutation { disconnectStripe { settings { state } } }');
    expect(refusalOf(leave)).toBe('BAD_USER_INPUT stripe PAYMENTS_UNDER_WAY');
  });
});
