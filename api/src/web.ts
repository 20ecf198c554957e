// The built web apps: the dashboard at /, the member app at /app, GraphiQL at /graphql. Hashed files are kept for ever; pages are
// asked for anew. A path that no file has is a page of the app it belongs to.
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyOf } from './http-errors.ts';
import { policyOf } from './security-headers.ts';

/** Names that our builds make; no directory, nothing hidden, nothing encoded. */
const FILE = /^\/(?:[\w-]+\/)*[\w-][\w.-]*\.\w+$/;

export async function registerWeb(app: FastifyInstance, directory: string | null): Promise<void> {
  if (directory && existsSync(directory)) await registerFiles(app, directory);
  app.setNotFoundHandler((request, reply) => {
    const page = isForPeople(request) ? pageOf(request.url) : null;
    if (directory && page && existsSync(join(directory, page))) void reply.sendFile(page);
    else void reply.code(404).send(bodyOf(404, request));
  });
}

async function registerFiles(app: FastifyInstance, directory: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: directory,
    serve: false,
    cacheControl: false,
    dotfiles: 'ignore',
    preCompressed: true,
    setHeaders: (reply, path) => setFileHeaders(reply, relative(directory, path).split(sep)),
  });
  app.get('/*', (request, reply) => {
    const [path = ''] = request.url.split('?');
    return FILE.test(path) ? reply.sendFile(path) : reply.callNotFound();
  });
}

function setFileHeaders(reply: FastifyReply, steps: string[]): void {
  // Workers take the policy of their own file, not that of the page.
  reply.header('content-security-policy', policyOf(steps[0] === 'graphiql' ? 'GRAPHIQL' : 'PAGE'));
  // Names in assets carry a hash of what is in them.
  reply.header('cache-control', steps.includes('assets') ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** The first pages are given to whoever asks, others to browsers only: a program that misses an address should hear so. */
function isForPeople(request: FastifyRequest): boolean {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  return isReading && (/^\/(app\/?)?(\?|$)/.test(request.url) || (request.headers.accept ?? '').includes('text/html'));
}

/** The page for an address, by its first step. */
function pageOf(url: string): string {
  const [step] = (url.split('?')[0] ?? '/').slice(1).split('/');
  if (step === 'graphql' || step === 'graphiql') return 'graphiql/index.html';
  return step === 'app' ? 'app/index.html' : 'index.html';
}
