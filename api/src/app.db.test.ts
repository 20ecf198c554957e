// The real doors, schema and database together: signing in over HTTP, and a change that reaches an open screen.
import type { FastifyInstance } from 'fastify';
import { parse, subscribe } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { contextFactory } from './create-context.ts';
import { createLive, type Live } from './graphql/live.ts';
import { createLogger } from './logging.ts';
import { hashPassword } from './modules/account/password.ts';
import { addEmployee, addGym, addMember, insert } from './testing/fixtures.ts';
import { openTestApi, viewerOf, type TestApi } from './testing/test-api.ts';
import { nothingOutside } from './testing/nothing-outside.ts';
import { until } from './testing/until.ts';

const password = 'correct horse battery';
let api: TestApi;
let live: Live;
let app: FastifyInstance;
let url: string;
let gymId: string;
let memberId: string;
let employeeId: string;

beforeAll(async () => {
  api = await openTestApi();
  gymId = await addGym(api.owner);
  memberId = await addMember(api.owner, gymId);
  employeeId = await addEmployee(api.owner, gymId);
  await api.owner.query('update account set password_hash = $1', [await hashPassword(password)]);
  live = createLive(api.appUrl);
  app = await buildApp({
    config: readConfig({ DATABASE_URL: api.ownerUrl }),
    schema: api.schema,
    createContext: contextFactory({
      database: api.database,
      clock: api.clock,
      live,
      ...nothingOutside,
      isSecure: false,
    }),
    readiness: async () => null,
    log: createLogger('silent'),
    heartbeatMs: 50,
  });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await live.close();
  await api.close();
});

async function post(path: string, query: string, variables: object, headers: Record<string, string> = {}) {
  return fetch(`${url}${path}`, {
    method: 'POST',
    body: JSON.stringify({ query, variables }),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

async function signIn(): Promise<string> {
  const { rows } = await api.owner.query<{ email: string }>(
    'select a.email from account a join employee e on e.account_id = a.id where e.id = $1',
    [employeeId],
  );
  const answer = await post(
    '/graphql',
    'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id employee { id } } } }',
    { input: { email: rows[0]!.email, password } },
  );
  expect(await answer.json()).toEqual({
    data: { signIn: { viewer: { id: employeeId, employee: { id: employeeId } } } },
  });
  const cookie = answer.headers.get('set-cookie')!;
  expect(cookie).toMatch(/^spotter_session=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Expires=/);
  return cookie.split(';')[0]!;
}

test('signing in answers as the one who signed in, and the cookie carries it on', async () => {
  const cookie = await signIn();
  const answer = await post('/graphql', '{ viewer { id } }', {}, { cookie });
  expect(await answer.json()).toEqual({ data: { viewer: { id: employeeId } } });
  const stranger = await post('/graphql', '{ viewer { id } }', {});
  expect(await stranger.json()).toEqual({ data: { viewer: null } });
});

test('a change to a member reaches who watches them, until they sign out', async () => {
  const cookie = await signIn();
  const watch = 'subscription ($id: ID!) { memberChanged(memberId: $id) { memberId kind } }';
  const stream = await post('/graphql/stream', watch, { id: memberId }, { cookie, accept: 'text/event-stream' });
  expect(stream.status).toBe(200);
  let heard = '';
  const reading = (async () => {
    for await (const chunk of stream.body!.pipeThrough(new TextDecoderStream())) heard += chunk;
  })();
  await until(() => heard.includes(':'));
  await insert(api.owner, 'note', { gym_id: gymId, member_id: memberId, author_id: employeeId, text: 'private words' });
  await until(() => heard.includes('NOTE'));
  expect(heard).toContain(JSON.stringify({ data: { memberChanged: { memberId, kind: 'NOTE' } } }));
  expect(heard).not.toContain('private words');
  await post('/graphql', 'mutation { signOut { endedSessionCount } }', {}, { cookie });
  await reading;
  expect(heard).toContain('event: complete');
});

test('a member watches nobody: when staff write something down is not theirs to know', async () => {
  const seat = { kind: 'MEMBER', role: null, employeeId: null, memberId } as const;
  const document = parse(`subscription { memberChanged(memberId: "${memberId}") { kind } }`);
  const answer = await subscribe({ schema: api.schema, document, contextValue: api.contextFor(viewerOf(gymId, seat)) });
  expect(answer).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
});

test('strangers watch nobody', async () => {
  const stream = await post(
    '/graphql/stream',
    `subscription { memberChanged(memberId: "${memberId}") { kind } }`,
    {},
    { accept: 'text/event-stream' },
  );
  expect(await stream.text()).toContain('UNAUTHENTICATED');
});
