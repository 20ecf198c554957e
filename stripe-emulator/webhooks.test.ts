// Webhooks: signed, sent again, held back, doubled, dropped — and the events themselves.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { coffee, openScene, type Scene } from './testing.ts';

interface Received {
  body: string;
  signature: string;
  type: string;
}

interface Sent {
  id: string;
  type: string;
  event: string;
  status: string;
  attempts: { status: number | null }[];
}

let scene: Scene;
let receiver: Server;
let received: Received[];
let answers: number[];
let secret: string;
beforeEach(async () => {
  scene = await openScene();
  [received, answers] = [[], []];
  receiver = createServer((request, reply) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({
        body,
        signature: String(request.headers['stripe-signature']),
        type: (JSON.parse(body) as { type: string }).type,
      });
      reply.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  ({ secret = '' } = await listenTo(['*']));
});
afterEach(async () => {
  await scene.close();
  receiver.close();
});

const listenTo = (enabled_events: string[]): Promise<Stripe.WebhookEndpoint> =>
  scene.sdk.webhookEndpoints.create(
    {
      url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`,
      enabled_events: enabled_events as ['*'],
    },
    scene.on,
  );
const addCustomer = () => scene.sdk.customers.create({ name: 'Zoë' }, scene.on);
const settled = async () => (await scene.control<{ data: Sent[] }>('settled')).data;
const opened = ({ body, signature }: Received, receivedAt = scene.emulator.world.clock.time) =>
  scene.sdk.webhooks.constructEvent(body, signature, secret, 300, undefined, receivedAt);

test('are signed over their body and time', async () => {
  const customer = await addCustomer();
  await settled();
  expect(received).toHaveLength(1);
  const [message] = received;
  expect(opened(message!)).toMatchObject({
    object: 'event',
    type: 'customer.created',
    api_version: '2026-10-28.endive',
    data: { object: { id: customer.id } },
    pending_webhooks: 1,
  });
  expect(() => opened({ ...message!, body: message!.body.replace('Zoë', 'Zoe') })).toThrow('signature');
  expect(() => opened(message!, scene.emulator.world.clock.time + 301_000)).toThrow('tolerance');
  expect(() => opened({ ...message!, signature: message!.signature.replace(/t=\d+/, 't=1') })).toThrow('signature');
});

test('go to the endpoints that asked for them, until they are removed', async () => {
  const only = await listenTo(['product.created', 'charge.succeeded']);
  expect(only.secret).toMatch(/^whsec_\w{32}$/);
  await addCustomer();
  expect(await settled()).toHaveLength(1);
  const listed = (await scene.sdk.webhookEndpoints.list({}, scene.on)).data;
  expect(listed).toHaveLength(2);
  expect(listed.every((endpoint) => endpoint.secret === undefined)).toBe(true);
  for (const { id } of listed) await scene.sdk.webhookEndpoints.del(id, undefined, scene.on);
  await addCustomer();
  expect(await settled()).toHaveLength(1);
});

test('are sent again, later and later, until somebody takes them', async () => {
  answers = [500, 503, 404, 200];
  await addCustomer();
  expect(await settled()).toMatchObject([{ status: 'waiting', attempts: [{ status: 500 }] }]);
  scene.advance(4);
  expect(await settled()).toMatchObject([{ attempts: [{}] }]);
  scene.advance(1);
  expect(await settled()).toMatchObject([{ status: 'waiting', attempts: [{ status: 500 }, { status: 503 }] }]);
  scene.advance(60);
  await settled();
  scene.advance(600);
  expect(await settled()).toMatchObject([
    { status: 'delivered', attempts: [{}, {}, { status: 404 }, { status: 200 }] },
  ]);
  expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  expect(opened(received.at(-1)!)).toMatchObject({ type: 'customer.created' });
});

test('that nobody ever takes fail in the end', async () => {
  receiver.close();
  receiver.closeAllConnections();
  await addCustomer();
  for (let round = 0; round < 8; round += 1) {
    await settled();
    scene.advance(86_400);
  }
  expect(await settled()).toMatchObject([
    { status: 'failed', attempts: Array.from({ length: 7 }, () => ({ status: null })) },
  ]);
});

describe('a test', () => {
  test('holds them back, and sends them in an order of its own, as often as it likes', async () => {
    await scene.control('hold');
    const { id } = await scene.sdk.checkout.sessions.create(coffee(), scene.on);
    await scene.control('pay_checkout', { account: scene.account, session: id });
    const { data } = await scene.control<{ data: Sent[] }>('deliveries');
    expect(data.map(({ type }) => type)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ]);
    expect(received).toEqual([]);
    const [created, , succeeded, completed] = data;
    expect(await scene.control('deliver', { delivery: completed!.id, times: 2 })).toEqual({ statuses: [200, 200] });
    await scene.control('deliver', { delivery: succeeded!.event });
    await scene.control('drop', { delivery: created!.id });
    await scene.control('release');
    expect(received.map(({ type }) => type)).toEqual([
      'checkout.session.completed',
      'checkout.session.completed',
      'payment_intent.succeeded',
      'charge.succeeded',
    ]);
    expect(received[0]).toEqual(received[1]);
  });

  test('sends an old one, and gets one to send itself', async () => {
    await addCustomer();
    const [{ id } = { id: '' }] = await settled();
    await scene.control('deliver', { delivery: id, age: 301 });
    expect(() => opened(received[1]!)).toThrow('tolerance');
    const { body, signature } = await scene.control<{ body: string; signature: string }>('delivery', { delivery: id });
    expect(opened({ body, signature, type: '' })).toMatchObject({ type: 'customer.created' });
  });
});

test('events can be looked up afterwards, by their type', async () => {
  await addCustomer();
  await scene.sdk.checkout.sessions.create(coffee(), scene.on);
  const { data } = await scene.sdk.events.list({ types: ['customer.created'] }, scene.on);
  expect(data).toMatchObject([{ type: 'customer.created' }]);
  expect((await scene.sdk.events.retrieve(data[0]!.id, undefined, scene.on)).data.object).toMatchObject({
    name: 'Zoë',
  });
  expect((await scene.sdk.events.list({ type: 'charge.refunded' }, scene.on)).data).toEqual([]);
});

test('an event shows the object as it was then', async () => {
  const { id } = await addCustomer();
  await scene.sdk.customers.update(id, { name: 'Another' }, scene.on);
  const { data } = await scene.sdk.events.list({}, scene.on);
  expect(data.slice(0, 2).map((event) => (event.data.object as Stripe.Customer).name)).toEqual(['Another', 'Zoë']);
});
