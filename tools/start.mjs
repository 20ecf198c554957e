// `npm start`: builds what is stale, starts the embedded PostgreSQL unless DATABASE_URL names a server, then the api,
// which migrates, fills an empty database with the demo and serves everything; in the demo a stand-in for Stripe too,
// unless there is a key of Stripe. Stops all of it in reverse order.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildStale } from './build.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { failWith, fileSystemProblem, Problem } from './problem.mjs';
import { stopWithStarter } from './stop-with-starter.mjs';
import { startStripeEmulator } from './stripe-emulator.mjs';
import { root } from './toolchain.mjs';

const log = (line) => console.log(line);
const port = readPort(process.env.PORT?.trim() || '4000');
const host = process.env.HOST?.trim() || '127.0.0.1';
const dataDir = resolve(root, process.env.DATA_DIR?.trim() || '.data');
const isEmbedded = !process.env.DATABASE_URL?.trim();
const isDemo = process.env.SPOTTER_DEMO ?? (isEmbedded ? '1' : '0');
const hasEmulator = /^(1|true|yes|on)$/i.test(isDemo.trim()) && !process.env.STRIPE_SECRET_KEY?.trim();
const STOP_AFTER_MS = 20_000;
const STABLE_AFTER_MS = 10_000;

let database; // what startEmbeddedPostgres returned
let emulator; // what startStripeEmulator returned, when it runs
let server; // { child, whenGone, readyAt }
let isStopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}); // the terminal may be gone
process.on('unhandledRejection', (error) => fail(error));
stopWithStarter();
start().catch(fail);

async function start() {
  await waitForPort();
  makeDataDirectory();
  // Both are awaited together, so that a failure of one is not reported before the other can be stopped.
  const parts = await Promise.allSettled([
    buildStale({ log }),
    isEmbedded ? startDatabase() : undefined,
    hasEmulator ? startEmulator() : undefined,
  ]);
  for (const { reason } of parts) if (reason) throw reason;
  if (isStopping) return;
  await startServer();
  await announce();
}

async function startDatabase(wantedPort) {
  const started = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), port: wantedPort, log });
  if (isStopping) return started.stop();
  const startedAt = Date.now();
  database = started;
  void started.whenGone.then(() => {
    if (!isStopping) return restartDatabase(started, startedAt);
  });
}

async function restartDatabase(gone, startedAt) {
  // Counted from when all of it was up: how long the rest takes to start says nothing about the database.
  const since = Math.max(startedAt, server?.readyAt ?? Date.now());
  // An adopted server ends in order when its own starter stops: then it is ours to run.
  if (!gone.adopted && Date.now() - since < STABLE_AFTER_MS)
    throw new Problem('The embedded PostgreSQL ended unexpectedly right after its start; Spotter stops.');
  log('The embedded PostgreSQL ended unexpectedly; starting it again …');
  await startDatabase(gone.port);
  if (database.ownerUrl === gone.ownerUrl || isStopping) return;
  log('It has another port now; starting the server again …');
  const old = server;
  server = undefined;
  await stopServer(old);
  await startServer();
}

/** Its pages are opened by the browsers that open ours. */
async function startEmulator() {
  const publicUrl = process.env.PUBLIC_URL?.trim();
  const publicHost = publicUrl && URL.canParse(publicUrl) ? new URL(publicUrl).hostname : 'localhost';
  const started = await startStripeEmulator({ host, publicHost, port: port + 1, dataDir, log });
  if (isStopping) return started.stop();
  emulator = started;
}

async function startServer() {
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'tools', 'stop-with-starter.mjs'), join(root, 'api', 'dist', 'server', 'main.js')],
    {
      cwd: root,
      detached: true, // Ctrl-C in the terminal is for us: we stop the server first and the database after it
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_COMPILE_CACHE: join(root, '.cache', 'node'),
        SPOTTER_STARTER: String(process.pid),
        ...emulator?.env,
        SPOTTER_DEMO: isDemo,
        DATABASE_URL: isEmbedded ? database.ownerUrl : process.env.DATABASE_URL,
        DATA_DIR: dataDir,
        WEB_DIR: process.env.WEB_DIR ?? join(root, 'web', 'dist'),
        PORT: String(port),
        HOST: host,
      },
    },
  );
  const started = {
    child,
    whenGone: new Promise((done) => child.once('exit', (code, signal) => done(signal ?? `exit code ${code}`))),
  };
  server = started;
  void started.whenGone.then((how) => {
    if (!isStopping && server === started) return restartServer(started, how);
  });
  await waitUntilReady(started);
}

async function restartServer(gone, how) {
  if (!gone.readyAt) return stop(1); // it has said itself why it cannot start
  if (Date.now() - gone.readyAt < STABLE_AFTER_MS)
    throw new Problem(`The server ended unexpectedly (${how}) right after its start; Spotter stops.`);
  log(`The server ended unexpectedly (${how}); starting it again …`);
  await startServer();
}

async function waitUntilReady(started) {
  const address = `http://${addressOf(['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host)}:${port}/readyz`;
  let isGone = false;
  void started.whenGone.then(() => (isGone = true));
  for (let waited = 0; !isGone; waited += 50) {
    const response = await fetch(address, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (response?.ok) return void (started.readyAt = Date.now());
    if (waited > 0 && waited % 5000 === 0) log('The server is preparing the database …');
    await sleep(50);
  }
  return new Promise(() => {}); // whenGone decides what happens now
}

async function announce() {
  const address = `http://${addressOf(['127.0.0.1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host)}:${port}`;
  log(`
Spotter is running.

  Staff dashboard  ${address}/
  Member app       ${address}/app
  GraphQL          ${address}/graphql   (in a browser: GraphiQL)
  Health           ${address}/healthz, ${address}/readyz
`);
  if (emulator) log(`  Stripe           a stand-in on ${emulator.publicUrl}/: no money moves\n`);
  if (await hasDemo())
    log(`  Demo logins, password spotter-demo:
    admin@lift.example    administrator of the first gym
    coach@lift.example    coach of the first gym
    member@lift.example   member of the first gym
    admin@other.example   administrator of another gym
`);
  log('Ctrl-C stops it.');
}

/** Whether the demo is in this database; as the owner of the embedded one may see past the walls between gyms. */
async function hasDemo() {
  if (!isEmbedded) return /^(1|true|yes|on)$/i.test(process.env.SPOTTER_DEMO ?? '');
  const { Client } = createRequire(join(root, 'api', 'package.json'))('pg');
  const client = new Client(database.ownerUrl);
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(`select from account where email = 'admin@lift.example'`)).rowCount > 0;
  } catch {
    return false; // it went away a moment ago: whoever watches it says so
  } finally {
    await client.end().catch(() => {});
  }
}

async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  if (code === 0) log('Stopping …');
  setTimeout(() => process.exit(1), 2 * STOP_AFTER_MS).unref();
  await stopServer(server);
  await emulator?.stop();
  await database?.stop();
  process.exit(code);
}

async function stopServer(running) {
  if (!running) return;
  running.child.kill('SIGTERM');
  const late = setTimeout(() => running.child.kill('SIGKILL'), STOP_AFTER_MS);
  await running.whenGone;
  clearTimeout(late);
}

function fail(error) {
  if (isStopping) return;
  console.error(error instanceof Problem ? `\n${error.message}` : error);
  void stop(1);
}

/** Asks before the slow steps. A server that lost its starter a moment ago needs a few seconds to go. */
async function waitForPort() {
  for (let waited = 0; ; waited += 100) {
    const error = await new Promise((done) => {
      const probe = createServer().once('error', done);
      probe.listen({ port, host }, () => probe.close(() => done()));
    });
    if (!error) return;
    if (error.code === 'EACCES')
      throw new Problem(
        `Port ${port} may not be used by this user: choose another one, for example PORT=4000 npm start.`,
      );
    if (error.code !== 'EADDRINUSE') throw new Problem(`The server cannot listen on ${host}: ${error.message}.`);
    if (waited >= 4000)
      throw new Problem(
        `Port ${port} is taken (is Spotter running already?): stop that program, or choose another port: PORT=${port + 1} npm start.`,
      );
    await sleep(100);
  }
}

function makeDataDirectory() {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fileSystemProblem(error, dataDir) ?? error;
  }
}

function readPort(text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    failWith(new Problem(`PORT must be a number from 1 to 65535, but is "${text}".`));
  return number;
}

function addressOf(name) {
  return name.includes(':') ? `[${name}]` : name;
}
