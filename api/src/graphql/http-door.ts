// /graphql: hands Fastify's requests to Apollo and its answers back. Only the headers that Apollo decides by are passed on.
import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Context } from './context.ts';

const PASSED_HEADERS = ['accept', 'content-type', 'x-apollo-operation-name', 'apollo-require-preflight'];

export function graphqlHandler(
  server: ApolloServer<Context>,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const headers = new HeaderMap();
    for (const name of PASSED_HEADERS) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    const queryAt = request.url.indexOf('?');
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers,
        body: request.body,
        search: queryAt < 0 ? '' : request.url.slice(queryAt),
      },
      context: () => contextOf(request, reply).catch((error: unknown) => throwWithRequest(error, request.id)),
    });
    for (const [name, value] of answer.headers) reply.header(name, value);
    reply.header('cache-control', 'no-store');
    reply.code(answer.status ?? 200);
    if (answer.body.kind === 'complete') return reply.send(answer.body.string);
    // Only @defer and @stream answer in pieces, and the schema has neither.
    throw new Error('GraphQL answered in pieces.');
  };
}

/** Apollo knows no request yet when the context fails; the masked answer is to name it all the same. */
function throwWithRequest(error: unknown, requestId: string): never {
  if (error instanceof GraphQLError) throw error;
  throw new GraphQLError('no context', {
    originalError: error instanceof Error ? error : new Error('no context'),
    extensions: { requestId },
  });
}
