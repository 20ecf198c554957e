// Signing in through the real doors: cookies, limits and what the log says.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { contextFactory } from '../../create-context.ts';
import { createLogger } from '../../logging.ts';
import { addGym } from '../../testing/fixtures.ts';
import { addCoach, password } from '../../testing/sign-in.ts';
import type { Coach } from '../../testing/sign-in.ts';
import { stillLive } from '../../testing/still-live.ts';
import { openTestApi } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';
import { attemptsOf } from './sign-in-throttle.ts';
import { nothingOutside } from '../../testing/nothing-outside.ts';

let api: TestApi;
let app: FastifyInstance;
let coach: Coach;
const lines: string[] = [];

beforeAll(async () => {
  api = await openTestApi();
  coach = await addCoach(api, await addGym(api.owner));
  app = await buildApp({
    config: readConfig({ DATABASE_URL: api.ownerUrl, PUBLIC_URL: 'https://gym.example' }),
    schema: api.schema,
    createContext: contextFactory({
      database: api.database,
      clock: api.clock,
      live: stillLive,
      ...nothingOutside,
      isSecure: true,
    }),
    readiness: async () => null,
    log: createLogger('trace', { write: (line) => void lines.push(line) }),
  });
});
afterAll(async () => {
  await app.close();
  await api.close();
});

async function post(query: string, variables: object = {}, headers: Record<string, string> = {}) {
  const { headers: answered, payload } = await app.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query, variables },
    headers: { host: 'gym.example', ...headers },
  });
  return { setCookie: [answered['set-cookie'] ?? []].flat(), ...JSON.parse(payload) };
}

const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }`;

test('the cookie is for this host, over https, out of reach of scripts; it goes when one signs out', async () => {
  const { setCookie } = await post(signIn, { input: { email: coach.email, password } });
  expect(setCookie).toEqual([
    expect.stringMatching(
      /^__Host-spotter_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=Fri, 03 Apr 2026 12:00:00 GMT; Secure$/,
    ),
  ]);
  const cookie = setCookie[0]!.split(';')[0]!;
  expect((await post('{ viewer { id } }', {}, { cookie })).data).toEqual({ viewer: { id: coach.employeeId } });
  const out = await post('mutation { signOut { endedSessionCount } }', {}, { cookie });
  expect(out.setCookie).toEqual([expect.stringMatching(/^__Host-spotter_session=; .*Expires=Thu, 01 Jan 1970/)]);
  expect((await post('{ viewer { id } }', {}, { cookie })).data).toEqual({ viewer: null });
});

test('a wrong password sets no cookie', async () => {
  const { setCookie, errors } = await post(signIn, { input: { email: coach.email, password: 'wrong' } });
  expect(setCookie).toEqual([]);
  expect(errors[0].extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'password',
    reason: 'WRONG_CREDENTIALS',
  });
});

test('a hundred aliases are refused before the first attempt', async () => {
  const other = await addCoach(api, await addGym(api.owner));
  const attempts = Array.from({ length: 100 }, (_, index) => `a${index}: signIn(input: $input) { viewer { id } }`);
  const query = `mutation ($input: SignInInput!) { ${attempts.join(' ')} }`;
  const { errors, setCookie } = await post(query, { input: { email: other.email, password } });
  expect(errors[0].extensions.code).toBe('TOO_MANY_ALIASES');
  expect(setCookie).toEqual([]);
  const { rowCount } = await api.owner.query('select 1 from sign_in_throttle where key_hash = $1', [
    attemptsOf(other.email),
  ]);
  expect(rowCount).toBe(0);
});

test('the log tells of none of it: no password, e-mail, cookie, token or address', async () => {
  lines.length = 0;
  const signedIn = await post(signIn, { input: { email: coach.email, password } });
  const cookie = signedIn.setCookie[0].split(';')[0] as string;
  const created = await post(
    `mutation { createApiToken(input: { name: "Salaries", scope: READ, expiresOn: "2026-04-01" }) { secret apiToken { prefix } } }`,
    {},
    { cookie },
  );
  const { secret } = created.data.createApiToken;
  await post('{ viewer { id } }', {}, { authorization: `Bearer ${secret}` });
  await post(signIn, { input: { email: coach.email, password: 'not-the-password' } });
  await post(signIn, { input: { email: coach.email, password: 5 } });
  const log = lines.join('');
  expect(lines.length).toBeGreaterThan(4);
  for (const hidden of [
    password,
    'not-the-password',
    coach.email,
    cookie.split('=')[1]!,
    secret,
    secret.slice(4),
    'Salaries',
    '127.0.0.1',
  ]) {
    expect(log).not.toContain(hidden);
  }
});
