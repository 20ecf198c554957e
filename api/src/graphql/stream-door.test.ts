import { createClient, type Client } from 'graphql-sse';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bearer, openTestApp, TOKEN, type TestApp } from '../testing/test-app.ts';

const HEARTBEAT_MS = 30;
let it: TestApp;
let url: string;
let client: Client;

beforeEach(async () => {
  it = await openTestApp({ heartbeatMs: HEARTBEAT_MS }, { STREAM_LIMIT: '3' });
  url = `${await it.app.listen({ port: 0, host: '127.0.0.1' })}/graphql/stream`;
  client = createClient({ url, headers: bearer, retryAttempts: 0 });
});
afterEach(async () => {
  client.dispose();
  await it.app.close();
});

const open = (query: string, init: RequestInit = {}) =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify({ query }),
    ...init,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...bearer,
      ...(init.headers as Record<string, string>),
    },
  });

const listening = (count = 1) => expect.poll(() => it.queues.length).toBe(count);

test('a client of the protocol hears events until it stops listening', async () => {
  const events = client.iterate({ query: 'subscription { changed }' });
  const first = events.next();
  await listening();
  it.queues[0]!.push('NOTE');
  expect((await first).value).toEqual({ data: { changed: 'NOTE' } });
  it.queues[0]!.push('TAG');
  expect((await events.next()).value).toEqual({ data: { changed: 'TAG' } });
  await events.return?.();
  await listening(0);
});

test('the stream completes when the source does', async () => {
  const events = client.iterate({ query: 'subscription { changed }' });
  const first = events.next();
  await listening();
  it.queues[0]!.end();
  expect((await first).done).toBe(true);
});

test('an error of one event is masked and the stream goes on', async () => {
  const events = client.iterate({ query: 'subscription { changed }' });
  const first = events.next();
  await listening();
  it.queues[0]!.push('BROKEN');
  expect(JSON.stringify((await first).value)).toMatch(/Something went wrong on our side \(request [0-9a-f-]{36}\)/);
  it.queues[0]!.push('NOTE');
  expect((await events.next()).value).toEqual({ data: { changed: 'NOTE' } });
  expect(it.logged()).not.toContain('jan@gym.example');
});

test('signing out ends the stream at the next heartbeat', async () => {
  const events = client.iterate({ query: 'subscription { changed }' });
  const first = events.next();
  await listening();
  it.signedIn.delete(TOKEN);
  expect((await first).done).toBe(true);
  await listening(0);
});

test('an event after signing out is not delivered', async () => {
  await it.app.close();
  it = await openTestApp({ heartbeatMs: 60_000 });
  url = `${await it.app.listen({ port: 0, host: '127.0.0.1' })}/graphql/stream`;
  const answer = await open('subscription { changed }');
  await listening();
  it.signedIn.delete(TOKEN);
  it.queues[0]!.push('NOTE');
  expect(await answer.text()).toBe(':\n\nevent: complete\ndata:\n\n');
});

test('stopping the server ends every stream', async () => {
  const answer = await open('subscription { changed }');
  await listening();
  const startedAt = performance.now();
  await it.app.close();
  expect(performance.now() - startedAt).toBeLessThan(2000);
  await answer.text();
  expect(it.queues).toHaveLength(0);
});

test.each([
  ['{ greeting }', {}, 400, 'BAD_REQUEST'],
  ['mutation { plant(input: { on: 1 }) }', {}, 400, 'BAD_REQUEST'],
  ['', {}, 400, 'BAD_REQUEST'],
  ['subscription { chang', {}, 400, 'GRAPHQL_PARSE_FAILED'],
  ['subscription { chnged }', {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['subscription { changedBadly }', {}, 200, 'BAD_USER_INPUT'],
  [`subscription { changed ${'changed '.repeat(2500)} }`, {}, 400, 'QUERY_TOO_LARGE'],
  [
    `subscription { changed ...on Subscription { ${Array.from({ length: 31 }, () => `changed`).join(' ')} } }`,
    { accept: 'application/json' },
    406,
    'NOT_ACCEPTABLE',
  ],
])('%s is refused', async (query, headers, status, code) => {
  const answer = await open(query, { headers });
  expect(answer.status).toBe(status);
  expect(((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code).toBe(
    code,
  );
});

test('one viewer may not hold all the connections', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => open('subscription { changed }')));
  await listening(3);
  const fourth = await open('subscription { changed }');
  expect(await fourth.text()).toContain('TOO_MANY_ATTEMPTS');
  await Promise.all(answers.map((answer) => answer.body!.cancel()));
  await listening(0);
  expect((await open('subscription { changed }')).headers.get('content-type')).toContain('text/event-stream');
});

test('another site cannot open one', async () => {
  expect((await open('subscription { changed }', { headers: { origin: 'https://evil.example' } })).status).toBe(403);
});
