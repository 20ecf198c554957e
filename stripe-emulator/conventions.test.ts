// What holds for every path: keys, accounts, parameters, idempotency, lists, expansion.
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_VERSION } from './src/world.ts';
import { coffee, DAY, openScene, sdkOf, type Scene } from './testing.ts';

let scene: Scene;
let sdk: Stripe;
beforeAll(async () => {
  scene = await openScene();
  ({ sdk } = scene);
});
afterAll(() => scene.close());

const failure = (work: Promise<unknown>): Promise<Stripe.errors.StripeError> =>
  work.then(
    () => {
      throw new Error('It should have failed.');
    },
    (error: Stripe.errors.StripeError) => error,
  );

test('speaks the version that the SDK pins', async () => {
  expect((sdk as unknown as { getApiField(name: string): string }).getApiField('version')).toBe(API_VERSION);
  const customer = await sdk.customers.create({}, scene.on);
  expect(customer.lastResponse).toMatchObject({
    apiVersion: API_VERSION,
    stripeAccount: scene.account,
    statusCode: 200,
  });
  expect(customer.lastResponse.requestId).toMatch(/^req_\w{14}$/);
});

describe('who asks', () => {
  test('a wrong key is 401 and shown masked', async () => {
    const error = await failure(sdkOf(scene.emulator, 'sk_test_something_else').customers.create({}));
    expect(error).toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 });
    expect(error.message).not.toContain('something');
  });

  test('a foreign account is 403, and an account sees nothing of another', async () => {
    expect(await failure(sdk.customers.create({}, { stripeAccount: 'acct_none' }))).toMatchObject({
      type: 'StripePermissionError',
      code: 'account_invalid',
    });
    const mine = await sdk.customers.create({}, scene.on);
    const other = await sdk.accounts.create({ type: 'standard' });
    expect(await failure(sdk.customers.retrieve(mine.id, undefined, { stripeAccount: other.id }))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      param: 'id',
    });
    expect((await sdk.customers.list({}, { stripeAccount: other.id })).data).toEqual([]);
  });

  test('the switches want the key too', async () => {
    expect((await fetch(`${scene.emulator.url}/_emulator/state`, { method: 'POST' })).status).toBe(401);
  });
});

describe('parameters', () => {
  test.each([
    ['an unknown one', { nmae: 'Zoë' }, 'parameter_unknown', 'nmae'],
    [
      'an unknown one deep down',
      { invoice_settings: { colour: 'red' } },
      'parameter_unknown',
      'invoice_settings[colour]',
    ],
    ['too long a text', { email: 'x'.repeat(600) }, 'parameter_invalid_string', 'email'],
    [
      'too long a key of metadata',
      { metadata: { ['k'.repeat(41)]: 'v' } },
      'parameter_invalid_string',
      `metadata[${'k'.repeat(41)}]`,
    ],
  ])('%s is refused by name', async (_, params, code, param) => {
    expect(await failure(sdk.customers.create(params as object, scene.on))).toMatchObject({
      type: 'StripeInvalidRequestError',
      statusCode: 400,
      code,
      param,
    });
  });

  test('a missing one, a wrong number, a customer that is not there, a path that is not there', async () => {
    expect(await failure(sdk.checkout.sessions.create({ mode: 'payment' }, scene.on))).toMatchObject({
      code: 'parameter_missing',
      param: 'success_url',
    });
    const lines = [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 2.5, product_data: { name: 'x' } } }];
    expect(await failure(sdk.checkout.sessions.create(coffee({ line_items: lines }), scene.on))).toMatchObject({
      code: 'parameter_invalid_integer',
      param: 'line_items[0][price_data][unit_amount]',
    });
    expect(await failure(sdk.checkout.sessions.create(coffee({ customer: 'cus_none' }), scene.on))).toMatchObject({
      statusCode: 400,
      code: 'resource_missing',
      param: 'customer',
    });
    expect(await failure(sdk.coupons.list())).toMatchObject({ statusCode: 404 });
  });

  test('metadata is merged, and an empty value takes a key away', async () => {
    const { id } = await sdk.customers.create({ name: 'A', metadata: { a: '1', b: '2' } }, scene.on);
    await sdk.customers.update(id, { metadata: { b: '', c: '3' } }, scene.on);
    expect(await sdk.customers.retrieve(id, undefined, scene.on)).toMatchObject({
      name: 'A',
      metadata: { a: '1', c: '3' },
    });
    expect((await sdk.customers.update(id, { name: '' }, scene.on)).name).toBeNull();
  });
});

describe('an idempotency key', () => {
  const keyed = (idempotencyKey: string) => ({ ...scene.on, idempotencyKey });

  test('gets the first answer again, and makes nothing twice', async () => {
    const first = await sdk.customers.create({ name: 'A', email: 'a@example.com' }, keyed('k1'));
    const again = await sdk.customers.create({ email: 'a@example.com', name: 'A' }, keyed('k1'));
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers).toMatchObject({
      'idempotent-replayed': 'true',
      'original-request': first.lastResponse.requestId,
    });
    expect((await sdk.customers.list({ email: 'a@example.com' }, scene.on)).data).toHaveLength(1);
  });

  test('belongs to one account', async () => {
    const other = await sdk.accounts.create({ type: 'standard' });
    const mine = await sdk.customers.create({ name: 'A' }, keyed('k2'));
    const theirs = await sdk.customers.create({ name: 'A' }, { stripeAccount: other.id, idempotencyKey: 'k2' });
    expect(theirs.id).not.toBe(mine.id);
  });

  test('is refused for other parameters and for another path', async () => {
    await sdk.customers.create({ name: 'A' }, keyed('k3'));
    const wanted = { type: 'StripeIdempotencyError', statusCode: 400 };
    expect(await failure(sdk.customers.create({ name: 'B' }, keyed('k3')))).toMatchObject(wanted);
    expect(await failure(sdk.products.create({ name: 'A' }, keyed('k3')))).toMatchObject(wanted);
  });

  test('under way is 409, and the answer is there afterwards', async () => {
    await scene.control('fail_next', { how: 'delay', ms: 150, path: '/v1/customers' });
    const slow = sdk.customers.create({ name: 'A' }, keyed('k4'));
    await new Promise((done) => setTimeout(done, 50));
    expect(await failure(sdk.customers.create({ name: 'A' }, keyed('k4')))).toMatchObject({
      statusCode: 409,
      code: 'idempotency_key_in_use',
    });
    expect((await sdk.customers.create({ name: 'A' }, keyed('k4')).catch(() => slow)).id).toBe((await slow).id);
  });

  test('remembers what failed after it began, and not what was refused before', async () => {
    await scene.control('fail_next', { how: 'status', status: 500, path: '/v1/customers' });
    expect(await failure(sdk.customers.create({ name: 'A' }, keyed('k5')))).toMatchObject({ statusCode: 500 });
    expect(await failure(sdk.customers.create({ name: 'A' }, keyed('k5')))).toMatchObject({ statusCode: 500 });
    expect(await failure(sdk.customers.create({ nmae: 'A' } as object, keyed('k6')))).toMatchObject({
      statusCode: 400,
    });
    expect((await sdk.customers.create({ name: 'A' }, keyed('k6'))).name).toBe('A');
    expect(await failure(sdk.checkout.sessions.create(coffee({ customer: 'cus_x' }), keyed('k7')))).toMatchObject({
      code: 'resource_missing',
    });
    expect(await failure(sdk.checkout.sessions.create(coffee(), keyed('k7')))).toMatchObject({
      type: 'StripeIdempotencyError',
    });
    await scene.control('fail_next', { how: 'status', status: 429, path: '/v1/customers' });
    expect(await failure(sdk.customers.create({ name: 'A' }, keyed('k8')))).toMatchObject({
      type: 'StripeRateLimitError',
    });
    expect((await sdk.customers.create({ name: 'A' }, keyed('k8'))).name).toBe('A');
  });

  test('holds over an answer that was lost after the effect', async () => {
    await scene.control('fail_next', { how: 'close-after', path: '/v1/customers', times: 2 });
    expect(await failure(sdk.customers.create({ email: 'lost@example.com' }, keyed('k9')))).toMatchObject({
      type: 'StripeConnectionError',
    });
    const found = await sdk.customers.create({ email: 'lost@example.com' }, keyed('k9'));
    expect((await sdk.customers.list({ email: 'lost@example.com' }, scene.on)).data.map(({ id }) => id)).toEqual([
      found.id,
    ]);
  });

  test('is forgotten after 24 hours', async () => {
    const first = await sdk.customers.create({ name: 'A' }, keyed('k10'));
    scene.advance(DAY - 1);
    expect((await sdk.customers.create({ name: 'A' }, keyed('k10'))).id).toBe(first.id);
    scene.advance(1);
    expect((await sdk.customers.create({ name: 'B' }, keyed('k10'))).id).not.toBe(first.id);
  });

  test('means nothing to a GET or a DELETE', async () => {
    const { id } = await sdk.customers.create({}, scene.on);
    await sdk.customers.del(id, undefined, keyed('k11'));
    expect(await failure(sdk.customers.del(id, undefined, keyed('k11')))).toMatchObject({ statusCode: 404 });
    expect(await sdk.customers.retrieve(id, undefined, scene.on)).toEqual({ id, object: 'customer', deleted: true });
  });
});

describe('a list', () => {
  let ids: string[];
  let on: { stripeAccount: string };
  beforeAll(async () => {
    on = { stripeAccount: (await sdk.accounts.create({ type: 'standard' })).id };
    ids = [];
    for (let nr = 0; nr < 7; nr += 1) {
      ids.unshift((await sdk.customers.create({ name: `${nr}` }, on)).id);
      scene.advance(10);
    }
  });

  test('is newest first and paged forwards and backwards', async () => {
    const first = await sdk.customers.list({ limit: 3 }, on);
    expect(first).toMatchObject({ object: 'list', has_more: true, url: '/v1/customers' });
    expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 3));
    const last = await sdk.customers.list({ limit: 3, starting_after: ids[5] }, on);
    expect([last.data.map(({ id }) => id), last.has_more]).toEqual([ids.slice(6), false]);
    const before = await sdk.customers.list({ limit: 3, ending_before: ids[5] }, on);
    expect([before.data.map(({ id }) => id), before.has_more]).toEqual([ids.slice(2, 5), true]);
    expect((await sdk.customers.list({ limit: 2 }, on).autoPagingToArray({ limit: 100 })).map(({ id }) => id)).toEqual(
      ids,
    );
  });

  test('takes a range of created, and no limit beyond 100', async () => {
    const [newest] = (await sdk.customers.list({ limit: 1 }, on)).data;
    const { created } = newest!;
    expect(
      (await sdk.customers.list({ created: { gte: created - 20, lt: created } }, on)).data.map(({ id }) => id),
    ).toEqual(ids.slice(1, 3));
    expect((await sdk.customers.list({ created }, on)).data).toHaveLength(1);
    expect(await failure(sdk.customers.list({ limit: 101 }, on))).toMatchObject({ param: 'limit' });
    expect(await failure(sdk.customers.list({ starting_after: 'cus_none' }, on))).toMatchObject({
      code: 'resource_missing',
    });
  });
});

test('expansion puts objects in the place of ids, in lists too, and refuses what cannot be', async () => {
  const customer = await sdk.customers.create({ name: 'E' }, scene.on);
  const { id } = await sdk.checkout.sessions.create(coffee({ customer: customer.id }), scene.on);
  const one = await sdk.checkout.sessions.retrieve(id, { expand: ['customer', 'line_items'] }, scene.on);
  expect([one.customer, one.line_items?.data[0]]).toMatchObject([
    { id: customer.id, name: 'E' },
    { description: 'Coffee', amount_total: 250 },
  ]);
  const list = await sdk.checkout.sessions.list({ customer: customer.id, expand: ['data.customer'] }, scene.on);
  expect(list.data[0]?.customer).toMatchObject({ name: 'E' });
  expect((await sdk.checkout.sessions.retrieve(id, undefined, scene.on)).customer).toBe(customer.id);
  expect(await failure(sdk.checkout.sessions.retrieve(id, { expand: ['weather'] }, scene.on))).toMatchObject({
    statusCode: 400,
  });
});
