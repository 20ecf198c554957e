import { afterAll, beforeAll, expect, test } from 'vitest';
import { bearer, openTestApp, type TestApp } from './testing/test-app.ts';

let it: TestApp;
beforeAll(async () => void (it = await openTestApp()));
afterAll(() => it.app.close());

const garden = (levels: number) => `{ secretGarden { name ${'next { '.repeat(levels)} name ${'} '.repeat(levels)} } }`;

test('an answer carries its request id and the headers that keep it to itself', async () => {
  const answer = await it.graphql('{ greeting }', {}, { 'x-request-id': '0198c0de-0000-7000-8000-000000000000' });
  expect(answer).toMatchObject({ status: 200, data: { greeting: 'Hello you' } });
  expect(answer.headers).toMatchObject({
    'x-request-id': '0198c0de-0000-7000-8000-000000000000',
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  expect(answer.headers['strict-transport-security']).toBeUndefined();
});

test('a request id that could be anything is replaced', async () => {
  const answer = await it.graphql('{ greeting }', {}, { 'x-request-id': 'spt_secret jan@gym.example' });
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  ['input', { code: 'BAD_USER_INPUT', field: 'dueOn', reason: 'IN_THE_PAST' }],
  ['missing', { code: 'NOT_FOUND' }],
  ['throttled', { code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 30 }],
])('an expected error passes: %s', async (kind, extensions) => {
  const { errors } = await it.graphql(`{ failing(kind: "${kind}") }`);
  expect(errors).toEqual([expect.objectContaining({ path: ['failing'], extensions })]);
});

test.each(['database', 'bug'])('an unexpected error is masked, and found again by its request id: %s', async (kind) => {
  const { errors, headers, text } = await it.graphql(
    `query ($text: String) { failing(kind: "${kind}", text: $text) }`,
    { text: 'jan@gym.example' },
  );
  const requestId = headers['x-request-id'];
  expect(errors).toEqual([
    expect.objectContaining({
      message: `Something went wrong on our side (request ${requestId}).`,
      path: ['failing'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    }),
  ]);
  expect(text).not.toContain('jan@gym.example');
  const line = it
    .logged()
    .split('\n')
    .find((logged) => logged.includes(String(requestId)) && logged.includes('unexpected'));
  expect(JSON.parse(line!).err.frames[0]).toContain('test-app.ts');
});

test('a failure before the resolvers is masked too', async () => {
  const { errors, status } = await it.graphql('{ greeting }', {}, { authorization: 'Bearer broken' });
  expect(status).toBe(500);
  expect(errors?.[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
  expect(errors?.[0]?.message).toMatch(/^Something went wrong on our side \(request [0-9a-f-]{36}\)\.$/);
});

test('a wrong variable names its field', async () => {
  const { errors, status } = await it.graphql('mutation ($input: PlantInput!) { plant(input: $input) }', {
    input: { on: 'monday' },
  });
  expect(status).toBe(400);
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'on', reason: 'INVALID' });
});

test.each([
  ['too deep', garden(15), 'QUERY_TOO_DEEP', /17 levels deep; 15 are allowed/],
  [
    'too many aliases',
    `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: greeting`).join(' ')} }`,
    'TOO_MANY_ALIASES',
    /31 aliases; 30 are allowed/,
  ],
  [
    'too costly',
    '{ gardens(first: 100) { neighbours(first: 100) { name } } }',
    'QUERY_TOO_COSTLY',
    /about 10100 objects; 5000/,
  ],
  ['too large', `{ ${'greeting '.repeat(2500)} }`, 'QUERY_TOO_LARGE', /more than 2000 tokens/],
])('a query that is %s is refused', async (_name, query, code, message) => {
  const { status, errors } = await it.graphql(query);
  expect(status).toBe(400);
  expect(errors?.[0]?.extensions['code']).toBe(code);
  expect(errors?.[0]?.message).toMatch(message);
});

test('a cost that comes with the variables is counted for each request', async () => {
  const query = 'query ($n: Int) { gardens(first: $n) { neighbours(first: $n) { name } } }';
  expect((await it.graphql(query, { n: 5 })).status).toBe(200);
  expect((await it.graphql(query, { n: 100 })).errors?.[0]?.extensions['code']).toBe('QUERY_TOO_COSTLY');
  expect((await it.graphql(query, { n: 5 })).status).toBe(200);
});

test('a body over the limit is refused', async () => {
  const { status, errors } = await it.graphql('{ greeting }', { padding: 'x'.repeat(1_100_000) });
  expect(status).toBe(413);
  expect(errors?.[0]?.extensions['code']).toBe('BODY_TOO_LARGE');
});

test('requests do not come in batches', async () => {
  const answer = await it.app.inject({
    method: 'POST',
    url: '/graphql',
    payload: [{ query: '{ greeting }' }, { query: '{ greeting }' }],
  });
  expect(answer.statusCode).toBe(400);
});

test('strangers get no map of the schema, the signed-in do, whoever came first', async () => {
  const introspection = '{ __schema { queryType { name } } }';
  expect((await it.graphql(introspection)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect((await it.graphql(introspection, {}, bearer)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  expect((await it.graphql(introspection)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect((await it.graphql('{ __typename }')).data).toEqual({ __typename: 'Query' });
});

test('suggestions are for the signed-in', async () => {
  expect((await it.graphql('{ secretGardn { name } }', {}, bearer)).text).toContain('secretGarden');
  expect((await it.graphql('{ secretGardn { name } }')).text).not.toContain('secretGarden');
});

test('the whole introspection query of a tool passes the limits', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  expect((await it.graphql(getIntrospectionQuery(), {}, bearer)).errors).toBeUndefined();
});

test('simple requests, which any site can make a browser send, are refused', async () => {
  const form = await it.app.inject({
    method: 'POST',
    url: '/graphql',
    payload: 'query={greeting}',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(form.statusCode).toBe(415);
  const text = await it.app.inject({
    method: 'POST',
    url: '/graphql',
    payload: '{"query":"{ greeting }"}',
    headers: { 'content-type': 'text/plain' },
  });
  expect(text.statusCode).toBe(415);
  const link = await it.app.inject({ method: 'GET', url: '/graphql?query={greeting}' });
  expect(link.statusCode).toBe(400);
  const mutation = await it.app.inject({
    method: 'GET',
    url: '/graphql?query=mutation{plant(input:{on:1})}',
    headers: { 'content-type': 'application/json' },
  });
  expect(mutation.statusCode).toBe(405);
});

test.each([
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ origin: 'http://inside:8080', host: 'inside:8080' }, 200],
  [{ origin: 'http://localhost:4000', host: 'inside:4000' }, 200],
  [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:5173' }, 200],
  [{}, 200],
])('a change from %j is answered with %i', async (headers, status) => {
  expect((await it.graphql('mutation { plant(input: { on: 1 }) }', {}, headers as Record<string, string>)).status).toBe(
    status,
  );
});

test('a body that is no JSON is refused without repeating it', async () => {
  const answer = await it.app.inject({
    method: 'POST',
    url: '/graphql',
    payload: '{"password": hunter2',
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.statusCode).toBe(400);
  expect(answer.payload).not.toContain('hunter2');
});

test('what clients send never appears in the log', async () => {
  const canaries = ['jan@gym.example', 'hunter2hunter2', 'spt_s3cret', 'cookie-s3cret', '203.0.113.77'];
  const [email, password, token, cookie, address] = canaries as [string, string, string, string, string];
  const headers = {
    authorization: `Bearer ${token}`,
    cookie: `spotter_session=${cookie}`,
    'x-forwarded-for': address,
    'user-agent': email,
    'x-request-id': token,
  };
  const proxied = await openTestApp({}, { TRUST_PROXY: '1' });
  const url = `?email=${encodeURIComponent(email)}&password=${password}&token=${token}`;
  for (const query of [
    'query ($text: String) { failing(kind: "bug", text: $text) }',
    'query ($text: String) { failing(kind: "database", text: $text) }',
    `{ failing(kind: "bug", text: "${email} ${password} ${token}") }`,
    `{ broken(`,
  ]) {
    await proxied.graphql(query, { text: `${email} ${password} ${token}`, password }, headers);
    await proxied.app.inject({ method: 'GET', url: `/graphql${url}&query=${encodeURIComponent(query)}`, headers });
  }
  await proxied.app.inject({
    method: 'POST',
    url: `/graphql${url}`,
    payload: `{${password}`,
    headers: { ...headers, 'content-type': 'application/json' },
  });
  await proxied.app.inject({ method: 'GET', url: `/nowhere/${token}${url}`, headers });
  await proxied.app.inject({ method: 'DELETE', url: `/files/${email}${url}`, headers });
  await proxied.app.close();
  expect(proxied.logged().split('\n').length).toBeGreaterThan(10);
  for (const canary of canaries)
    for (const form of [canary, encodeURIComponent(canary)]) expect(proxied.logged()).not.toContain(form);
});

test('health is about the process, readiness about what it needs', async () => {
  let reason: string | null = null;
  const moody = await openTestApp({ readiness: async () => reason });
  const ask = async (url: string) => (await moody.app.inject(url)).statusCode;
  expect(await ask('/readyz')).toBe(200);
  reason = 'the database is being migrated';
  expect(await ask('/readyz')).toBe(503);
  expect((await moody.app.inject('/readyz')).json()).toEqual({ status: 'not ready', reason });
  expect(await ask('/healthz')).toBe(200);
  await moody.app.close();
});

test('metrics are for this machine, or for who has the token, and have no labels that clients make up', async () => {
  await it.graphql('query MadeUpName { greeting }');
  await it.app.inject('/made-up-path');
  const { payload, statusCode } = await it.app.inject('/metrics');
  expect(statusCode).toBe(200);
  expect(payload).toContain('spotter_request_duration_seconds_count{door="graphql",operation="query",status="2xx"}');
  expect(payload).not.toMatch(/MadeUpName|made-up-path/);
  expect((await it.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '1.2.3.4' } })).statusCode).toBe(404);
  expect((await it.app.inject({ url: '/metrics', remoteAddress: '10.0.0.5' })).statusCode).toBe(404);
  const token = 'metrics-token-0123456789';
  const guarded = await openTestApp({}, { METRICS_TOKEN: token });
  expect((await guarded.app.inject('/metrics')).statusCode).toBe(404);
  expect(
    (await guarded.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${token}` } })).statusCode,
  ).toBe(200);
  await guarded.app.close();
});

test('https makes cookies and browsers insist on it', async () => {
  const secure = await openTestApp({}, { PUBLIC_URL: 'https://gym.example' });
  expect((await secure.graphql('{ greeting }')).headers['strict-transport-security']).toContain('max-age=31536000');
  await secure.app.close();
});

test('stopping lets requests under way finish and takes no new ones', async () => {
  let finish!: () => void;
  const stopping = await openTestApp({
    registerRoutes: (app) =>
      void app.get('/slow', async () => {
        await new Promise<void>((resolve) => (finish = resolve));
        return { done: true };
      }),
  });
  const address = await stopping.app.listen({ port: 0, host: '127.0.0.1' });
  const slow = fetch(`${address}/slow`);
  await expect.poll(() => finish).toBeTruthy();
  const closed = stopping.app.close();
  await expect
    .poll(() =>
      fetch(`${address}/healthz`).then(
        (answer) => answer.status,
        () => 'refused',
      ),
    )
    .not.toBe(200);
  finish();
  expect(await (await slow).json()).toEqual({ done: true });
  await closed;
});
