import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from './testing/test-app.ts';

const files = {
  'index.html': 'the dashboard',
  'app/index.html': 'the member app',
  'graphiql/index.html': 'graphiql',
  'graphiql/assets/editor.worker-1a2b.js': 'a worker',
  'assets/staff-1a2b.js': 'plain script',
  'assets/staff-1a2b.js.br': 'brotli script',
  'assets/staff-1a2b.js.gz': 'gzip script',
  '.spotter-stamp': 'not for the public',
};
const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
let directory = '';
let it: TestApp;

beforeAll(async () => {
  // A name with "graphiql" and "assets" in it must not decide anything.
  directory = await mkdtemp(join(tmpdir(), 'assets graphiql '));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), content);
  }
  it = await openTestApp({}, { WEB_DIR: directory });
});
afterAll(async () => {
  await it.app.close();
  await rm(directory, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => it.app.inject({ url, headers });

test.each([
  ['/', 'the dashboard'],
  ['/members/42?panel=notes', 'the dashboard'],
  ['/app', 'the member app'],
  ['/app/', 'the member app'],
  ['/app/sessions?on=today', 'the member app'],
  ['/graphql', 'graphiql'],
  ['/graphql?query={greeting}', 'graphiql'],
  ['/graphiql', 'graphiql'],
])('a browser at %s gets %s', async (url, page) => {
  const answer = await get(url, html);
  expect(answer).toMatchObject({ statusCode: 200, payload: page });
  expect(answer.headers['cache-control']).toBe('no-cache');
  expect(answer.headers['content-security-policy']).toContain("script-src 'self';");
  expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

test('the first pages are given to whoever asks', async () => {
  expect((await get('/')).payload).toBe('the dashboard');
  expect((await get('/app', { accept: '*/*' })).payload).toBe('the member app');
});

test('files with a hash in their name are kept for ever, and sent packed', async () => {
  const plain = await get('/assets/staff-1a2b.js');
  expect(plain).toMatchObject({ statusCode: 200, payload: 'plain script' });
  expect(plain.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'application/javascript; charset=utf-8',
  });
  const packed = await get('/assets/staff-1a2b.js', { 'accept-encoding': 'gzip, br' });
  expect(packed.payload).toBe('brotli script');
  expect(packed.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'application/javascript; charset=utf-8',
  });
  expect(packed.headers['vary']).toMatch(/accept-encoding/i);
});

test('workers of GraphiQL are allowed by their own policy, the dashboard has none', async () => {
  expect((await get('/graphiql/assets/editor.worker-1a2b.js')).headers['content-security-policy']).toContain(
    "worker-src 'self' blob:",
  );
  expect((await get('/', html)).headers['content-security-policy']).toContain("worker-src 'self';");
});

test.each([
  '/assets/gone-1a2b.js',
  '/.spotter-stamp',
  '/..%2f..%2fetc%2fpasswd',
  '/assets/../../etc/passwd',
  '/nothing',
])('a program gets 404 for %s', async (url) => {
  const answer = await get(url);
  expect([403, 404]).toContain(answer.statusCode);
  expect(answer.payload).not.toMatch(/root:|not for the public/);
});

test('what is not there cannot be posted to', async () => {
  expect((await it.app.inject({ method: 'POST', url: '/members/42', headers: html })).statusCode).toBe(404);
});

test('without the web apps the API stands alone', async () => {
  const alone = await openTestApp({}, { WEB_DIR: join(directory, 'absent') });
  expect((await alone.app.inject({ url: '/', headers: html })).statusCode).toBe(404);
  expect((await alone.graphql('{ greeting }')).status).toBe(200);
  await alone.app.close();
});
