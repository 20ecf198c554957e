// The doors: /graphql and its stream, health, metrics, the web apps, and the routes that modules register. Everything a request
// meets before and after its resolver is here or called from here; nothing of the gym.
import { randomUUID } from 'node:crypto';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Config } from './config.ts';
import type { ContextFactory } from './create-context.ts';
import { startApollo } from './graphql/apollo.ts';
import type { Client, Context } from './graphql/context.ts';
import { graphqlHandler } from './graphql/http-door.ts';
import { isForeign } from './graphql/same-origin.ts';
import { StreamDoor } from './graphql/stream-door.ts';
import { handleErrors } from './http-errors.ts';
import type { Logger } from './logging.ts';
import { createMetrics, type Door, type PoolFigures } from './metrics.ts';
import { registerOperations, type Readiness } from './operations.ts';
import { securityHeaders } from './security-headers.ts';
import { clearedSessionCookieHeader, sessionCookieHeader } from './session-cookie.ts';
import { registerWeb } from './web.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** query, mutation or subscription, once that is known. */
    operationType: string;
  }
}

export interface AppOptions {
  config: Config;
  schema: GraphQLSchema;
  createContext: ContextFactory;
  readiness: Readiness;
  log: Logger;
  pool?: () => PoolFigures;
  /** Lets modules add routes of their own: uploads, downloads, webhooks. */
  registerRoutes?: (app: FastifyInstance, contextOf: ContextOf) => void | Promise<void>;
  heartbeatMs?: number;
}

export type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, schema, log } = options;
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // One logger for all: making one for every request costs more than writing its id where it matters.
    childLoggerFactory: (logger) => logger,
    trustProxy: typeof config.trustProxy === 'number' ? withinHops(config.trustProxy) : config.trustProxy,
    bodyLimit: config.limits.bodyBytes,
    genReqId: ({ headers }) => saneRequestId(headers['x-request-id']) ?? randomUUID(),
    // Long enough for an upload over a slow line, short enough against clients that send a byte a minute.
    requestTimeout: 300_000,
  });
  // Browsers may send text/plain to any site without asking first. Nothing here needs it.
  app.removeContentTypeParser('text/plain');
  const contextOf = contextMaker(options);
  const door = new StreamDoor({
    schema,
    log,
    contextOf,
    limits: config.limits,
    heartbeatMs: options.heartbeatMs ?? 15_000,
  });
  const metrics = createMetrics({ pool: options.pool, openStreams: () => door.openCount });

  letConnectionsGo(app);
  guardRequests(app, config);
  watchRequests(app, metrics.observeRequest);
  handleErrors(app);
  registerOperations(app, { readiness: options.readiness, metrics, metricsToken: config.metricsToken });
  await registerGraphql(app, options, contextOf, door);
  await options.registerRoutes?.(app, contextOf);
  await registerWeb(app, config.webDirectory);
  return app;
}

async function registerGraphql(
  app: FastifyInstance,
  { schema, config, log }: AppOptions,
  contextOf: ContextOf,
  door: StreamDoor,
) {
  // By client, since Apollo copies the context.
  const requests = new WeakMap<Client, FastifyRequest>();
  const apollo = await startApollo({
    schema,
    limits: config.limits,
    log,
    onOperation: (context, type) => {
      const request = requests.get(context.client);
      if (request) request.operationType = type;
    },
  });
  const answer = graphqlHandler(apollo, async (request, reply) => {
    const context = await contextOf(request, reply);
    requests.set(context.client, request);
    return context;
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: (request, reply) =>
      request.method === 'GET' && wantsPage(request) ? reply.callNotFound() : answer(request, reply),
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    handler: (request, reply) => door.handle(request, reply),
  });
  app.addHook('preClose', async () => door.closeAll());
  app.addHook('onClose', () => apollo.stop());
}

/** Browsers that open /graphql get GraphiQL from web.ts, which answers what no route does. */
export function wantsPage(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html');
}

function contextMaker({ createContext, config }: AppOptions): ContextOf {
  return (request, reply) => {
    const client: Client = {
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? null,
      setSessionCookie: (token, expiresAt) =>
        void reply.header('set-cookie', sessionCookieHeader(token, expiresAt, config.cookieSecure)),
      clearSessionCookie: () => void reply.header('set-cookie', clearedSessionCookieHeader(config.cookieSecure)),
    };
    return createContext({ headers: request.headers, requestId: request.id, client });
  };
}

function guardRequests(app: FastifyInstance, config: Config): void {
  const headers = securityHeaders(config.cookieSecure);
  app.decorateRequest('operationType', 'none');
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    reply.header('x-request-id', request.id);
    if (isForeign(request.method, request.headers, { host: request.host, publicUrl: config.publicUrl })) {
      void reply
        .code(403)
        .send({ error: 'FOREIGN_ORIGIN', message: 'This request came from another site.', requestId: request.id });
      return;
    }
    done();
  });
}

function watchRequests(app: FastifyInstance, observe: ReturnType<typeof createMetrics>['observeRequest']): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const ms = reply.elapsedTime;
    request.log.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        operation: request.operationType,
        status: reply.statusCode,
        ms: Math.round(ms * 10) / 10,
      },
      'request',
    );
    // A stream lasts as long as somebody looks at a screen: that is no duration to learn from.
    if (route !== '/graphql/stream') observe(doorOf(route), request.operationType, reply.statusCode, ms / 1000);
    done();
  });
}

/**
 * While the server stops, connections are cut as soon as no request is under way. Node would wait a minute for those that
 * a browser opened in advance and never used.
 */
function letConnectionsGo(app: FastifyInstance): void {
  let underWay = 0;
  let isStopping = false;
  const cutWhenDone = () => {
    setImmediate(() => {
      if (isStopping && underWay === 0) app.server.closeAllConnections();
    });
  };
  app.addHook('preClose', async () => {
    isStopping = true;
    cutWhenDone();
  });
  app.addHook('onRequest', (_request, reply, done) => {
    underWay += 1;
    reply.raw.once('close', () => {
      underWay -= 1;
      if (isStopping) cutWhenDone();
    });
    done();
  });
}

function doorOf(route: string): Door {
  if (route === '/graphql') return 'graphql';
  if (route === '/healthz' || route === '/readyz' || route === '/metrics') return 'health';
  return route === '/*' || route === 'none' ? 'web' : 'other';
}

/** Trusts so many proxies in front, counted from this server. */
function withinHops(count: number): (address: string, hop: number) => boolean {
  return (_address, hop) => hop < count;
}

/** Hex digits and dashes only: what a client sends here is written to the log. */
function saneRequestId(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && /^[0-9a-f-]{16,64}$/i.test(header) ? header : null;
}
