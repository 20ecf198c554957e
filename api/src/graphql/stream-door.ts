// /graphql/stream: live updates as server-sent events, in the "distinct connections" form of the GraphQL over SSE protocol.
// Apollo takes no part in it, so limits and masking are applied here. Who listens is asked again before every event and at
// every heartbeat: signing out, or losing the right, ends the stream.
import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Limits } from '../config.ts';
import type { Context } from './context.ts';
import { presentError } from './error-masking.ts';
import { ThrottledError } from './errors.ts';
import { EventStream } from './event-stream.ts';
import { demandOf, refusalOf, tooLarge } from './limits.ts';

export interface StreamDoorOptions {
  schema: GraphQLSchema;
  limits: Limits;
  log: Logger;
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  heartbeatMs: number;
}

interface Params {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
}

interface Subscription {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationName: string | undefined;
  variableValues: Record<string, unknown>;
}

export class StreamDoor {
  readonly #open = new Map<EventStream, string>();
  readonly #options: StreamDoorOptions;

  constructor(options: StreamDoorOptions) {
    this.#options = options;
  }

  get openCount(): number {
    return this.#open.size;
  }

  /** Before the server stops: a stream would otherwise keep its connection open for ever. */
  closeAll(): void {
    for (const stream of this.#open.keys()) stream.close();
  }

  async handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (!(request.headers.accept ?? '').includes('text/event-stream')) {
      return refuse(reply, 406, [
        { message: 'Live updates are sent as text/event-stream.', extensions: { code: 'NOT_ACCEPTABLE' } },
      ]);
    }
    const context = await this.#options.contextOf(request, reply);
    try {
      const subscription = this.#read((request.method === 'GET' ? fromUrl(request) : request.body) as Params, context);
      this.#assertMayOpen(context);
      const events = await createSourceEventStream({ ...subscription, contextValue: context });
      if (!(Symbol.asyncIterator in events)) return refuse(reply, 200, this.#present(events.errors ?? [], context));
      await this.#run(request, reply, subscription, context, events[Symbol.asyncIterator]() as AsyncIterator<unknown>);
      return reply;
    } catch (error) {
      const errors = error instanceof Refusals ? error.errors : [error instanceof GraphQLError ? error : wrap(error)];
      return refuse(reply, 400, this.#present(errors, context));
    }
  }

  #read(params: Params, context: Context): Subscription {
    const { schema, limits } = this.#options;
    const query = typeof params?.query === 'string' ? params.query : '';
    const operationName = typeof params?.operationName === 'string' ? params.operationName : undefined;
    const variableValues = isRecord(params?.variables) ? params.variables : {};
    const document = parseWithin(query, limits);
    const errors = validate(schema, document, specifiedRules, { hideSuggestions: !context.viewer });
    if (errors.length > 0) throw new Refusals(errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')));
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== 'subscription')
      throw badRequest('Only subscriptions are streamed; send queries and mutations to /graphql.');
    const refusal = refusalOf(demandOf(schema, document, operation, variableValues), limits);
    if (refusal) throw refusal;
    return { schema, document, operation, operationName, variableValues };
  }

  #assertMayOpen(context: Context): void {
    const owner = ownerOf(context);
    const count = [...this.#open.values()].filter((it) => it === owner).length;
    if (count >= this.#options.limits.streamsPerViewer) throw new ThrottledError(10, 'Too many live updates are open.');
  }

  async #run(
    request: FastifyRequest,
    reply: FastifyReply,
    subscription: Subscription,
    context: Context,
    events: AsyncIterator<unknown>,
  ) {
    const { contextOf, heartbeatMs } = this.#options;
    const owner = ownerOf(context);
    const isStillAllowed = async (now?: Context) => ownerOf(now ?? (await contextOf(request, reply))) === owner;
    const stream = new EventStream(reply, () => void events.return?.());
    this.#open.set(stream, owner);
    const heart = setInterval(() => {
      void isStillAllowed().then(
        (allowed) => (allowed ? stream.beat() : stream.complete()),
        () => stream.beat(),
      );
    }, heartbeatMs);
    try {
      for (let event = await events.next(); !event.done && stream.isOpen; event = await events.next()) {
        const fresh = await contextOf(request, reply);
        if (!(await isStillAllowed(fresh))) break;
        const { data, errors } = await execute({ ...subscription, rootValue: event.value, contextValue: fresh });
        stream.next({ ...(errors && { errors: this.#present(errors, fresh) }), data });
      }
    } catch (error) {
      stream.next({ errors: this.#present([wrap(error)], context) });
    } finally {
      clearInterval(heart);
      this.#open.delete(stream);
      stream.complete();
    }
  }

  #present(errors: readonly GraphQLError[], context: Context): GraphQLFormattedError[] {
    return errors.map((error) => presentError(error, context.requestId, this.#options.log));
  }
}

class Refusals extends Error {
  constructor(readonly errors: GraphQLError[]) {
    super('refused');
  }
}

/** Two contexts of one owner belong to the same sign-in: another session, or none, is somebody else. */
function ownerOf({ viewer, client }: Context): string {
  return viewer
    ? `${viewer.via} ${viewer.sessionId ?? viewer.tokenId} ${viewer.gymId} ${viewer.role}`
    : `address ${client.address}`;
}

function parseWithin(query: string, limits: Limits): DocumentNode {
  if (query === '') throw badRequest('The query is missing.');
  try {
    return parse(query, { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw error.message.includes('Parsing aborted') ? tooLarge(limits) : withCode(error, 'GRAPHQL_PARSE_FAILED');
  }
}

function fromUrl(request: FastifyRequest): Params {
  const { query, operationName, variables } = request.query as Record<string, unknown>;
  if (typeof variables !== 'string') return { query, operationName };
  try {
    return { query, operationName, variables: JSON.parse(variables) };
  } catch {
    throw badRequest('The variables are not JSON.');
  }
}

function refuse(reply: FastifyReply, status: number, errors: GraphQLFormattedError[]): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send({ errors });
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  error.extensions['code'] ??= code;
  return error;
}

function wrap(error: unknown): GraphQLError {
  return new GraphQLError('unexpected', { originalError: error instanceof Error ? error : new Error('unexpected') });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
