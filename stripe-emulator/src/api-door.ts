// The door of /v1: key, account, route, idempotency, expansion, errors — in Stripe's order.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, noSuchPath } from './api-error.ts';
import { expanded } from './expand.ts';
import type { FaultKind } from './fault-plan.ts';
import { newId } from './ids.ts';
import { Params, readForm } from './params.ts';
import { findRoute } from './routes.ts';
import type { Shelf } from './shelf.ts';
import { API_VERSION, PLATFORM, type World } from './world.ts';

interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

interface Request {
  method: string;
  path: string;
  /** Of the query or the body: the parameters, encoded. */
  sent: string;
  account: string;
  key: string | null;
  requestId: string;
}

export async function answerApi(world: World, message: IncomingMessage, url: URL, body: string, reply: ServerResponse) {
  const method = message.method ?? 'GET';
  const request: Request = {
    method,
    path: url.pathname,
    sent: method === 'POST' ? body : url.search.slice(1) || body,
    account: header(message, 'stripe-account') ?? PLATFORM,
    key: method === 'POST' ? header(message, 'idempotency-key') : null,
    requestId: newId('req', 14),
  };
  const fault = world.faults.next(method, url.pathname);
  if (fault?.how === 'close-before') return void message.socket.destroy();
  let answer: Answer;
  try {
    checkKey(world, message);
    answer = await perform(world, request, fault);
  } catch (error) {
    answer = errorAnswer(error, request.requestId);
  }
  world.journal.flush();
  if (fault?.how === 'close-after') return void message.socket.destroy();
  if (fault?.how === 'hang') return;
  reply.writeHead(answer.status, {
    'content-type': 'application/json',
    'request-id': request.requestId,
    'stripe-version': API_VERSION,
    ...(request.account !== PLATFORM && { 'stripe-account': request.account }),
    ...(request.key && { 'idempotency-key': request.key }),
    ...answer.headers,
  });
  reply.end(answer.body);
}

function header(message: IncomingMessage, name: string): string | null {
  const value = message.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function checkKey(world: World, message: IncomingMessage): void {
  const [scheme, value = ''] = (header(message, 'authorization') ?? '').split(' ');
  const key = scheme === 'Basic' ? (Buffer.from(value, 'base64').toString().split(':')[0] ?? '') : value;
  if (key === world.secretKey) return;
  const problem = key
    ? `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}`
    : 'You did not provide an API key.';
  throw new ApiError(401, 'invalid_request_error', problem, {}, false);
}

function shelfFor(world: World, account: string): Shelf {
  if (account === PLATFORM) return world.shelf(PLATFORM);
  const shelf = world.shelfOf(account);
  if (shelf) return shelf;
  throw new ApiError(
    403,
    'invalid_request_error',
    `The provided key does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`,
    { code: 'account_invalid' },
    false,
  );
}

async function perform(world: World, request: Request, fault: FaultKind | null): Promise<Answer> {
  const shelf = shelfFor(world, request.account);
  const { key, account, path, sent } = request;
  if (key === null) return run(world, shelf, request, fault);
  const saved = world.keys.begin(account, key, path, sent, world.now);
  if (saved)
    return {
      status: saved.status,
      body: saved.body,
      headers: { 'idempotent-replayed': 'true', 'original-request': saved.requestId },
    };
  try {
    const answer = await run(world, shelf, request, fault);
    remember(world, request, answer);
    return answer;
  } catch (error) {
    const answer = errorAnswer(error, request.requestId);
    if (error instanceof ApiError && error.isSaved) remember(world, request, answer);
    else world.keys.abandon(account, key);
    return answer;
  }
}

function remember(world: World, { account, key, path, sent, requestId }: Request, { status, body }: Answer): void {
  if (key !== null) world.save(world.keys.finish(account, key, { path, sent, at: world.now, status, body, requestId }));
}

async function run(world: World, shelf: Shelf, request: Request, fault: FaultKind | null): Promise<Answer> {
  if (fault?.how === 'delay') await new Promise((done) => setTimeout(done, fault.ms));
  if (fault?.how === 'status') throw misfortune(fault.status, fault.code);
  const { method, path, sent } = request;
  const route = findRoute(method, path);
  if (!route) throw noSuchPath(method, path);
  const params = new Params(readForm(sent));
  const paths = params.texts('expand');
  const object = route.run({ world, shelf, params, id: route.id, now: world.now });
  return { status: 200, body: JSON.stringify(expanded(shelf, object, paths), null, 2) };
}

function misfortune(status: number, code?: string): ApiError {
  const details = code ? { code } : {};
  if (status === 429)
    return new ApiError(429, 'invalid_request_error', 'Request rate limit exceeded.', { code: 'rate_limit' }, false);
  const type = status === 402 ? 'card_error' : status >= 500 ? 'api_error' : 'invalid_request_error';
  return new ApiError(status, type, 'Ordered by the test.', details, status !== 409);
}

function errorAnswer(error: unknown, requestId: string): Answer {
  if (error instanceof ApiError) return { status: error.status, body: JSON.stringify(error.body(requestId), null, 2) };
  if (error instanceof URIError) return errorAnswer(noSuchPath('any', 'one that cannot be read'), requestId);
  const broken = new ApiError(500, 'api_error', `The emulator is broken: ${String((error as Error).stack ?? error)}`);
  return { status: 500, body: JSON.stringify(broken.body(requestId), null, 2) };
}
