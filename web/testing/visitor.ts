// Somebody at a screen: a browser page of a size, language and colour scheme, signed in or not, that notices what goes wrong.
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { takePage, type Look, type TakenPage } from './pages.ts';
import { testServer } from './server.ts';

/** Of the demo, and of the gym that is made of scripts. */
export type Login =
  | 'admin@lift.example'
  | 'coach@lift.example'
  | 'member@lift.example'
  | 'admin@other.example'
  | 'admin@planted.example'
  | 'member@planted.example';
export const password = 'spotter-demo';

export interface Visitor {
  page: Page;
  /** Console errors, uncaught exceptions and refusals of the content security policy so far. */
  complaints: string[];
  /** Says that an error is part of the test, e.g. a failing request. */
  expectComplaints: (pattern: RegExp) => void;
  leave: () => Promise<void>;
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
const signedIn = new Map<string, Promise<Cookies>>();

export async function visit(login: Login | null, look: Look = {}): Promise<Visitor> {
  const taken = await takePage(look);
  if (login) await taken.page.context().addCookies(await cookiesOf(login));
  return watch(taken);
}

/** Signs in once per login and file: attempts are counted, and a file may sign out everywhere. */
function cookiesOf(login: Login): Promise<Cookies> {
  const key = `${login} ${expect.getState().testPath}`;
  const known = signedIn.get(key) ?? fetchCookies(login);
  signedIn.set(key, known);
  return known;
}

async function fetchCookies(login: Login): Promise<Cookies> {
  const { baseUrl } = testServer();
  const response = await fetch(`${baseUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: baseUrl },
    body: JSON.stringify({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }',
      variables: { input: { email: login, password } },
    }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (!cookie) throw new Error(`${login} could not sign in: ${await response.text()}`);
  const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
  const { hostname } = new URL(baseUrl);
  return [{ name, value, domain: hostname, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' }];
}

/** Asks the server past the page: what it keeps, or what somebody else does meanwhile. */
export async function askAs<Data>(login: Login, query: string, variables: object = {}): Promise<Data> {
  const { baseUrl } = testServer();
  const [cookie] = await cookiesOf(login);
  const response = await fetch(`${baseUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: baseUrl, cookie: `${cookie?.name}=${cookie?.value}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

export interface Line {
  cut: () => void;
  mend: () => void;
}

/**
 * The page's line to the API, to be cut and mended from one request to the next. What Playwright is only beginning or ceasing to
 * intercept can pass it by, or stay with it: here it intercepts all the time.
 */
export async function lineOf(page: Page): Promise<Line> {
  let isCut = false;
  await page.route('**/graphql', (route) => (isCut ? route.abort() : route.continue()));
  return { cut: () => void (isCut = true), mend: () => void (isCut = false) };
}

function watch({ page, leave }: TakenPage): Visitor {
  const complaints: string[] = [];
  const expected: RegExp[] = [];
  const complain = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  page.on('console', (message) => message.type() === 'error' && complain(message.text()));
  page.on('pageerror', (error) => complain(error.message));
  return {
    page,
    complaints,
    expectComplaints: (pattern) => expected.push(pattern),
    leave,
  };
}
