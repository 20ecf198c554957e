// The pages of the built web apps: each address gives the page of its app, with the policy and the caching of a page.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerWeb } from './web.ts';

const directory = mkdtempSync(join(tmpdir(), 'spotter-web-'));
const app = Fastify();

beforeAll(async () => {
  for (const [name, text] of [
    ['index.html', 'staff'],
    ['app/index.html', 'member app'],
    ['assets/main-1a2b.js', 'script'],
  ] as const) {
    mkdirSync(join(directory, name, '..'), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  await registerWeb(app, directory);
});
afterAll(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

const get = (url: string, accept = 'text/html') => app.inject({ url, headers: { accept } });

test.each([
  ['/', 'staff'],
  ['/members/1?panel=notes', 'staff'],
  ['/app', 'member app'],
  ['/app/', 'member app'],
  ['/app/bookings', 'member app'],
])('%s is a page of the %s', async (url, text) => {
  const answer = await get(url);
  expect(answer.body).toBe(text);
  expect(answer.headers['content-type']).toMatch(/^text\/html/);
  expect(answer.headers['content-security-policy']).toContain('default-src');
  expect(answer.headers['cache-control']).toBe('no-cache');
});

test('the first pages are given to whoever asks, also without naming a type', async () => {
  expect((await get('/', '*/*')).body).toBe('staff');
  expect((await get('/app', '*/*')).body).toBe('member app');
});

test('a hashed file is kept for ever', async () => {
  const answer = await get('/assets/main-1a2b.js', '*/*');
  expect(answer.body).toBe('script');
  expect(answer.headers['cache-control']).toContain('immutable');
});

test.each(['/assets/gone.js', '/../package.json', '/%2e%2e/package.json'])(
  '%s is not there for a program',
  async (url) => {
    expect((await get(url, '*/*')).statusCode).toBe(404);
  },
);
