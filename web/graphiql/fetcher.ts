// How GraphiQL asks: queries and mutations at /graphql, subscriptions as server-sent events. The session cookie goes along by
// itself; headers typed into the editor (a token) go along too.
import type { Fetcher } from '@graphiql/toolkit';
import { getOperationAST, GraphQLError, parse } from 'graphql';
import { createClient } from 'graphql-sse';

export const ENDPOINT = '/graphql';

export function fetcherFor({ isSignedIn }: { isSignedIn: boolean }): Fetcher {
  return (params, options) => {
    const headers = (options?.headers ?? {}) as Record<string, string>;
    const isStranger = !isSignedIn && Object.keys(headers).length === 0;
    if (isStranger && params.operationName === 'IntrospectionQuery')
      return { errors: [new GraphQLError('Sign in to read the schema.')] };
    return isSubscription(params.query, params.operationName) ? subscribe(params, headers) : ask(params, headers);
  };
}

export async function ask(params: { query: string }, headers: Record<string, string> = {}) {
  const answer = await fetch(ENDPOINT, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...headers,
    },
    body: JSON.stringify(params),
  });
  return answer.json();
}

function subscribe(params: { query: string }, headers: Record<string, string>) {
  return createClient({ url: `${ENDPOINT}/stream`, headers, retryAttempts: 3 }).iterate<
    Record<string, unknown>,
    Record<string, unknown>
  >(params);
}

function isSubscription(query: string, operationName?: string | null): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === 'subscription';
  } catch {
    // The server says what is wrong with it.
    return false;
  }
}
