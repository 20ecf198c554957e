// Apollo Server behind /graphql: what it may be asked (limits), who may ask about the schema, and what errors look like.
import { ApolloServer, HeaderMap, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Limits } from '../config.ts';
import { compilingGateway } from './compiled-queries.ts';
import type { Context } from './context.ts';
import { presentError, withoutSuggestions } from './error-masking.ts';
import { UnauthenticatedError } from './errors.ts';
import { demandOf, refusalOf, tooLarge } from './limits.ts';

export interface ApolloOptions {
  schema: GraphQLSchema;
  limits: Limits;
  log: Logger;
  /** Told the kind of operation once it is known. */
  onOperation: (context: Context, type: string) => void;
}

/** Made and started; `stop()` belongs to the caller. */
export async function startApollo({ schema, limits, log, onOperation }: ApolloOptions): Promise<ApolloServer<Context>> {
  const requestIds = new WeakMap<object, string>();
  const server = new ApolloServer<Context>({
    gateway: compilingGateway(schema),
    // Not for strangers, but that is decided below: Apollo remembers validated documents whoever sent them.
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    parseOptions: { maxTokens: limits.tokens },
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: string) => log.warn(message),
      error: (message: unknown) => log.error({ err: message }, 'apollo'),
    },
    formatError: (_formatted, thrown) => {
      const error = asGraphQLError(thrown);
      return presentError(error, requestIds.get(error) ?? String(error.extensions['requestId'] ?? 'unknown'), log);
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      doors({ schema, limits, onOperation, requestIds }),
    ],
  });
  await server.start();
  return server;
}

interface DoorOptions {
  schema: GraphQLSchema;
  limits: Limits;
  onOperation: (context: Context, type: string) => void;
  requestIds: WeakMap<object, string>;
}

function doors({ schema, limits, onOperation, requestIds }: DoorOptions): ApolloServerPlugin<Context> {
  const hooks = {
    async didResolveOperation({ document, operation, request, contextValue }: GraphQLRequestContext<Context>) {
      if (!document || !operation) return;
      onOperation(contextValue, operation.operation);
      const demand = demandOf(schema, document, operation, request.variables ?? {});
      if (demand.asksForSchema && !contextValue.viewer)
        throw withStatus400(new UnauthenticatedError('Sign in to read the schema.'));
      const refusal = refusalOf(demand, limits);
      if (refusal) throw withStatus400(refusal);
    },
    async didEncounterErrors({ errors = [], contextValue }: GraphQLRequestContext<Context>) {
      for (const error of errors) {
        requestIds.set(error, contextValue.requestId);
        if (error.message.includes('Parsing aborted') && error.extensions['code'] === 'GRAPHQL_PARSE_FAILED')
          becomeTooLarge(error, limits);
        if (!contextValue.viewer) error.message = withoutSuggestions(error.message);
      }
    },
  };
  return { requestDidStart: async () => hooks };
}

/** The parser's own message of its token limit says less, and under a code that says "syntax error". */
function becomeTooLarge(error: GraphQLError, limits: Limits): void {
  const refusal = tooLarge(limits);
  error.message = refusal.message;
  error.extensions['code'] = refusal.extensions['code'];
}

function withStatus400(error: GraphQLError): GraphQLError {
  error.extensions['http'] = { status: 400, headers: new HeaderMap() };
  return error;
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError('unexpected', { originalError: error instanceof Error ? error : new Error('unexpected') });
}
