// For whoever runs the server: is the process up, can it serve, and how is it doing.
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.ts';

/** Null when requests can be served, else why not, in words that may be public. */
export type Readiness = () => Promise<string | null>;

export interface Operations {
  readiness: Readiness;
  metrics: Metrics;
  metricsToken: string | null;
}

const READINESS_TIMEOUT_MS = 3000;

export function registerOperations(app: FastifyInstance, { readiness, metrics, metricsToken }: Operations): void {
  app.get('/healthz', async () => ({ status: 'up' }));
  app.get('/readyz', async (_request, reply) => {
    const reason = await withinTime(readiness).catch(() => 'the database does not answer');
    return reason === null ? { status: 'ready' } : reply.code(503).send({ status: 'not ready', reason });
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, metricsToken)) return reply.callNotFound();
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

function mayReadMetrics(request: FastifyRequest, token: string | null): boolean {
  if (token !== null) return isSame(request.headers.authorization ?? '', `Bearer ${token}`);
  // Behind a proxy on this machine everybody comes from this machine.
  const isForwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some((name) => request.headers[name] !== undefined);
  return !isForwarded && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function withinTime(readiness: Readiness): Promise<string | null> {
  return Promise.race([
    readiness(),
    new Promise<string>((resolve) =>
      setTimeout(resolve, READINESS_TIMEOUT_MS, 'the database answers too slowly').unref(),
    ),
  ]);
}
