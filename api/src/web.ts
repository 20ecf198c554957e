// The built web apps: the dashboard at /, the member app at /app, GraphiQL at /graphql. Hashed files are kept for ever; pages are
// asked for anew. A path that no file has is a page of the app it belongs to.
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyOf } from './http-errors.ts';
import { policyOf } from './security-headers.ts';

export async function registerWeb(app: FastifyInstance, directory: string | null): Promise<void> {
  if (directory && existsSync(directory)) await registerFiles(app, directory);
  app.setNotFoundHandler((request, reply) => {
    const page = isForPeople(request) ? pageOf(request.url) : null;
    if (directory && page && existsSync(join(directory, page))) return reply.sendFile(page);
    return reply.code(404).send(bodyOf(404, request));
  });
}

async function registerFiles(app: FastifyInstance, directory: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: directory,
    prefix: '/',
    index: false,
    cacheControl: false,
    dotfiles: 'ignore',
    preCompressed: true,
    setHeaders: setFileHeaders,
  });
  // To the file server these are directories, and those it refuses.
  for (const path of ['/', '/app', '/app/', '/graphiql', '/graphiql/']) {
    const page = pageOf(path);
    if (existsSync(join(directory, page))) app.get(path, (_request, reply) => reply.sendFile(page));
  }
}

function setFileHeaders(reply: FastifyReply, path: string): void {
  const isGraphiql = path.includes(`${sep}graphiql${sep}`);
  // Workers take the policy of their own file, not that of the page.
  reply.header('content-security-policy', policyOf(isGraphiql ? 'GRAPHIQL' : 'PAGE'));
  const isHashed = path.includes(`${sep}assets${sep}`);
  reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function isForPeople(request: FastifyRequest): boolean {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  return isReading && (request.headers.accept ?? '').includes('text/html');
}

/** The page for an address, by its first step. */
function pageOf(url: string): string {
  const [step] = (url.split('?')[0] ?? '/').slice(1).split('/');
  if (step === 'graphql' || step === 'graphiql') return 'graphiql/index.html';
  return step === 'app' ? 'app/index.html' : 'index.html';
}
