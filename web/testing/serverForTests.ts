// Starts the built server for each worker on a database of its own, filled with the demo, before the browser tests; stops
// them afterwards.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { axeFile, axePath } from './axe.ts';
import type { TestServer } from './server.ts';

interface DatabaseClient {
  connect: () => Promise<unknown>;
  query: (sql: string) => Promise<unknown>;
  end: () => Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');

interface RunningServer extends TestServer {
  stop: () => Promise<void>;
}

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.SPOTTER_URL) {
    project.provide('servers', [{ baseUrl: process.env.SPOTTER_URL.replace(/\/$/, ''), databaseUrl: null }]);
    return async () => {};
  }
  buildStale();
  const webDirectory = pagesWithAxe();
  const cluster = await getCluster();
  const demo = await fillWithDemo(cluster.ownerUrl);
  const servers = await Promise.all(
    Array.from({ length: project.config.maxWorkers }, (_, worker) =>
      startOne(cluster.ownerUrl, demo, webDirectory, worker),
    ),
  );
  rmSync(demo.dataDirectory, { recursive: true, force: true });
  project.provide(
    'servers',
    servers.map(({ baseUrl, databaseUrl }) => ({ baseUrl, databaseUrl })),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await cluster.stop();
    rmSync(webDirectory, { recursive: true });
  };
}

interface Demo {
  database: string;
  /** Its files. */
  dataDirectory: string;
}

/** By a server that is stopped again: filling takes longer than copying what was filled. */
async function fillWithDemo(ownerUrl: string): Promise<Demo> {
  const database = `demo_${process.pid}_${Date.now()}`;
  const dataDirectory = mkdtempSync(join(tmpdir(), 'spotter-e2e-'));
  await inCluster(ownerUrl, `create database ${database}`);
  const server = startServer(urlOf(ownerUrl, database), dataDirectory, await freePort(), {});
  await untilListening(server);
  await stopServer(server);
  return { database, dataDirectory };
}

async function startOne(ownerUrl: string, demo: Demo, webDirectory: string, worker: number): Promise<RunningServer> {
  const database = `${demo.database}_${worker}`;
  await inCluster(ownerUrl, `create database ${database} template ${demo.database}`);
  const dataDirectory = mkdtempSync(join(tmpdir(), 'spotter-e2e-'));
  cpSync(demo.dataDirectory, dataDirectory, { recursive: true });
  const databaseUrl = urlOf(ownerUrl, database);
  const port = await freePort();
  const emulator = await startEmulator(dataDirectory);
  const server = startServer(databaseUrl, dataDirectory, port, { ...emulator.env, WEB_DIR: webDirectory });
  return {
    baseUrl: await untilListening(server),
    databaseUrl,
    async stop() {
      await stopServer(server);
      await emulator.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

function buildStale(): void {
  // The test runner's NODE_ENV would put React's development build into the pages.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [join(root, 'tools/build.mjs')], { cwd: root, env, stdio: 'inherit' });
}

/** The pages as they are built, and axe among them. */
function pagesWithAxe(): string {
  const directory = mkdtempSync(join(tmpdir(), 'spotter-e2e-'));
  cpSync(join(root, 'web/dist'), directory, { recursive: true });
  cpSync(axeFile, join(directory, axePath));
  return directory;
}

async function getCluster(): Promise<{ ownerUrl: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { ownerUrl: given, stop: async () => {} };
  const tools = (await import(join(root, 'tools/temporary-postgres.mjs'))) as {
    startTemporaryPostgres: () => Promise<{ ownerUrl: string; stop: () => Promise<void> }>;
  };
  return tools.startTemporaryPostgres();
}

async function inCluster(ownerUrl: string, statement: string): Promise<void> {
  const { Client } = createRequire(join(root, 'api/package.json'))('pg') as {
    Client: new (options: object) => DatabaseClient;
  };
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function urlOf(ownerUrl: string, database: string): string {
  const url = new URL(ownerUrl);
  url.pathname = `/${database}`;
  return url.href;
}

interface RunningEmulator {
  env: Record<string, string>;
  stop: () => Promise<void>;
}

/** As `npm start` runs it for the demo. */
async function startEmulator(dataDir: string): Promise<RunningEmulator> {
  const tools = (await import(join(root, 'tools/stripe-emulator.mjs'))) as {
    startStripeEmulator: (options: object) => Promise<RunningEmulator>;
  };
  const host = '127.0.0.1';
  return tools.startStripeEmulator({ host, publicHost: host, port: 0, dataDir, log: () => {} });
}

/** Chosen beforehand: Stripe's messages and pages lead to the server's public address. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

function startServer(
  databaseUrl: string,
  dataDirectory: string,
  port: number,
  env: Record<string, string>,
): ChildProcess {
  return spawn(process.execPath, [join(root, 'api/dist/server/main.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...env,
      NODE_ENV: 'production',
      SPOTTER_DEMO: '1',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDirectory,
      // As api/src/testing/test-secrets.ts: what tests seal, the server opens.
      SECRETS_KEY: Buffer.alloc(32, 'tests only').toString('base64'),
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    },
  });
}

/** The server says where it listens; what it said before is shown when it ends instead, and what goes wrong later at once. */
function untilListening(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    let isListening = false;
    server.stdout?.on('data', (chunk: Buffer) => {
      if (isListening) return process.stderr.write(chunk);
      said += chunk.toString();
      const address = /listening on (http:\/\/\S+)/.exec(said)?.[1];
      if (!address) return undefined;
      isListening = true;
      return done(address);
    });
    server.once('exit', (code) => fail(new Error(`The server ended with ${code}.\n${said}`)));
  });
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await gone;
}
