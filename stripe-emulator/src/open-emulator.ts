// Opens the emulator on a port: the API under /v1, the pages that browsers see, the switches of tests under /_emulator.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { answerApi } from './api-door.ts';
import { answerControl } from './control-door.ts';
import { runDue } from './due.ts';
import { answerPage } from './pages/page-door.ts';
import { World } from './world.ts';

export interface EmulatorOptions {
  port?: number;
  host?: string;
  /** How browsers reach it; without: as it listens. */
  publicUrl?: string;
  secretKey?: string;
  /** Time stands still at this moment until it is moved. */
  now?: Date;
  /** Keeps the state in this file. */
  journalPath?: string;
}

export interface Emulator {
  /** STRIPE_API_BASE. */
  url: string;
  /** STRIPE_SECRET_KEY. */
  secretKey: string;
  world: World;
  close(): Promise<void>;
}

const MOST_BYTES = 1_000_000;

export async function openEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, host = '127.0.0.1', secretKey = 'sk_test_emulator', now, journalPath } = options;
  const world = new World({ secretKey, ...(now && { now }), ...(journalPath && { journalPath }) });
  const server = createServer((message, reply) => {
    answer(world, message, reply).catch((error: unknown) => {
      const isTheirs =
        error instanceof URIError ||
        error instanceof RangeError ||
        (error as { code?: string }).code === 'ERR_INVALID_URL';
      if (!isTheirs) process.stderr.write(`${String((error as Error).stack ?? error)}\n`);
      if (!reply.headersSent) reply.writeHead(isTheirs ? 400 : 500, { 'content-type': 'text/plain; charset=utf-8' });
      reply.end(isTheirs ? 'This request cannot be read.' : 'The stand-in for Stripe failed.');
    });
  });
  await listen(server, port, host);
  const { port: listening } = server.address() as AddressInfo;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${listening}`;
  world.publicUrl = (options.publicUrl ?? url).replace('{port}', String(listening)).replace(/\/$/, '');
  const timer = setInterval(() => runDue(world), 1000);
  timer.unref();
  return { url, secretKey, world, close: () => close(server, world, timer) };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
}

async function close(server: Server, world: World, timer: NodeJS.Timeout): Promise<void> {
  clearInterval(timer);
  world.deliveries.close();
  world.journal.flush();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

async function answer(world: World, message: IncomingMessage, reply: ServerResponse): Promise<void> {
  const url = new URL(message.url ?? '/', 'http://emulator');
  const body = await bodyOf(message);
  if (url.pathname.startsWith('/v1/')) await answerApi(world, message, url, body, reply);
  else if (url.pathname.startsWith('/_emulator')) await answerControl(world, message, url, body, reply);
  else answerPage(world, message, url, body, reply);
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new RangeError('The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
