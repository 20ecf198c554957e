// `npm start` as a whole: kill -9 of any of its processes leaves nothing behind, loses nothing acknowledged and does
// not hinder the next start; signals stop everything in order; what stands in the way is said in one sentence.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isFree } from './ports.mjs';
import { childrenOf, isRunning, listProcesses, waitUntil } from './testing/processes.mjs';
import { root } from './toolchain.mjs';

const directory = mkdtempSync(join(tmpdir(), 'spotter-start-'));
const dataDir = join(directory, 'data');
let port;
let running;

beforeAll(async () => {
  port = await freePair();
});

afterEach(async () => {
  if (running) await stop(running);
  running = undefined;
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

function startNpm(env = {}) {
  const { npm_lifecycle_event: _, ...inherited } = process.env;
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...inherited, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running = { child, output: '', tree: {} };
  const started = running;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (started.output += chunk));
  started.exit = new Promise((done) => child.once('exit', (code, signal) => done(code ?? signal)));
  return started;
}

/** Starts everything and waits until a page is served. */
async function startAll() {
  const started = startNpm();
  await waitUntil(isReady, () => `the server:\n${started.output}`, 55_000);
  started.tree = findTree(started.child.pid);
  return started;
}

const isReady = () =>
  fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(1000) }).then(
    ({ ok }) => ok,
    () => false,
  );

function findTree(npm) {
  const below = (pid, word) => childrenOf(pid).find(({ args }) => args.includes(word))?.pid;
  const run = below(npm, 'run.mjs');
  const start = below(run, 'start.mjs');
  const guard = below(start, 'spotter-postgres-guard');
  const postmaster = below(guard, 'postgres -D');
  return {
    npm,
    run,
    start,
    api: below(start, 'main.js'),
    stripe: below(start, 'stripe-emulator'),
    guard,
    watcher: below(guard, 'sh -c'),
    postmaster,
  };
}

async function stop({ child, exit }) {
  if (isRunning(child.pid)) child.kill('SIGTERM');
  await exit;
  await waitUntil(
    () => processesOfOurs().length === 0,
    () => `the end of ${JSON.stringify(processesOfOurs())}`,
  );
}

/** Everything that works on our data directory or listens on our port, npm's own processes included. */
function processesOfOurs() {
  return listProcesses().filter(
    ({ pid, args }) => args.includes(directory) || environmentOf(pid).includes(`DATA_DIR=${dataDir}`),
  );
}

function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Where `npm start` puts the stand-in: on the port beside ours. */
const askStripe = (path, options = {}) =>
  fetch(`http://127.0.0.1:${port + 1}${path}`, {
    ...options,
    headers: { authorization: 'Bearer sk_test_emulator', 'content-type': 'application/x-www-form-urlencoded' },
  }).then((response) => response.json());

async function query(text) {
  const postgres = join(dataDir, 'postgres');
  const password = readFileSync(join(postgres, 'spotter-owner-password'), 'utf8');
  const databasePort = Number(readFileSync(join(postgres, 'postmaster.pid'), 'utf8').split('\n')[3]);
  const client = new pg.Client({
    host: '127.0.0.1',
    port: databasePort,
    user: 'spotter',
    database: 'spotter',
    password,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('kill -9', () => {
  const acknowledged = [];
  let left;

  /** What the test before started again after its kill is what the next one kills. */
  async function victim() {
    running = left ?? (await startAll());
    left = undefined;
    return running;
  }

  it.each(['npm', 'run', 'start', 'api', 'guard', 'postmaster'])(
    'of %s leaves no process, and the next start has all that was acknowledged',
    async (target) => {
      const { tree } = await victim();
      await query(`create table if not exists drill (target text); insert into drill values ('${target}')`);
      acknowledged.push(target);
      process.kill(tree[target], 'SIGKILL');
      await waitUntil(
        () => processesOfOurs().length === 0,
        () => `the end of ${JSON.stringify(processesOfOurs())}`,
        30_000,
      );

      await startAll();
      const kept = await query('select target from drill');
      expect(kept.map((row) => row.target)).toEqual(acknowledged);
      left = running;
      running = undefined;
    },
    120_000,
  );

  it('of the watcher, of a backend or of the stand-in for Stripe does not stop the server', async () => {
    const { tree } = await victim();
    const account = await askStripe('/v1/accounts', { method: 'POST', body: 'type=standard' });
    process.kill(tree.stripe, 'SIGKILL');
    process.kill(tree.watcher, 'SIGKILL');
    const backend = childrenOf(tree.postmaster).find(({ args }) => args.includes('127.0.0.1')).pid;
    process.kill(backend, 'SIGKILL');
    await waitUntil(isReady, 'the server to be ready again');
    expect(findTree(tree.npm)).toMatchObject({ api: tree.api, postmaster: tree.postmaster });
    await waitUntil(() => findTree(tree.npm).stripe > tree.stripe, 'the stand-in for Stripe');
    await waitUntil(() => askStripe('/v1/charges').then(Boolean, () => false), 'the stand-in to answer');
    expect(await askStripe(`/v1/accounts/${account.id}`)).toEqual(account);
  });
});

describe('a signal to npm', () => {
  it.each(['SIGTERM', 'SIGINT'])('%s stops everything in order', async (signal) => {
    const { child, exit } = await startAll();
    child.kill(signal);
    expect(await exit).toBe(0);
    expect(processesOfOurs()).toEqual([]);
    expect(readFileSync(join(dataDir, 'postgres', 'server.log'), 'utf8').trimEnd()).toMatch(
      /database system is shut down$/,
    );
  });
});

describe('a key of Stripe', () => {
  it('of whoever starts it means that no stand-in is started', async () => {
    const started = startNpm({ STRIPE_SECRET_KEY: 'sk_test_of_somebody' });
    await waitUntil(isReady, () => `the server:\n${started.output}`, 55_000);
    const tree = findTree(started.child.pid);
    expect([tree.api > 0, tree.stripe]).toEqual([true, undefined]);
    expect(started.output).not.toContain('sk_test_of_somebody');
  });
});

describe('one sentence', () => {
  it.each([
    ['a taken port', async () => ({ PORT: String(await holdPort()) }), /^Port \d+ is taken .*PORT=\d+ npm start\.$/m],
    ['a port that is none', () => ({ PORT: 'http' }), /^PORT must be a number from 1 to 65535, but is "http"\.$/m],
    ['a file where the data should be', () => ({ DATA_DIR: fileAt('blocked') }), /^A part of .*blocked is a file/m],
    ['data of another version', () => ({ DATA_DIR: oldData() }), /^The data in .* was written by PostgreSQL 17 /m],
    [
      'a database that does not answer',
      () => ({ DATABASE_URL: 'postgres://spotter:x@127.0.0.1:1/spotter' }),
      /^Spotter cannot start: The database of DATABASE_URL cannot be reached\.$/m,
    ],
  ])('says %s', async (_, prepare, sentence) => {
    const started = startNpm(await prepare());
    expect(await started.exit).toBe(1);
    expect(started.output).toMatch(sentence);
    expect(started.output).not.toMatch(/^ +at /m);
  });

  let holder;
  afterAll(() => holder?.close());

  async function holdPort() {
    holder = createServer();
    await new Promise((done) => holder.listen(0, '127.0.0.1', done));
    return holder.address().port;
  }

  function fileAt(name) {
    writeFileSync(join(directory, name), '');
    return join(directory, name);
  }

  function oldData() {
    const old = join(directory, 'old');
    mkdirSync(join(old, 'postgres'), { recursive: true });
    writeFileSync(join(old, 'postgres', 'PG_VERSION'), '17\n');
    return old;
  }
});

/** For the server, with the next one for the stand-in: below those that the system gives to whoever asks for any. */
async function freePair() {
  for (;;) {
    const first = 10_000 + 2 * Math.floor(Math.random() * 10_000);
    if ((await isFree(first)) && (await isFree(first + 1))) return first;
  }
}
