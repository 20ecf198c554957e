// Two tiers of errors: those meant for the client pass; everything else becomes one sentence with the request's id, and a log
// line that says where it happened but nothing about whom (logging.ts).
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

/** What the client gets to see of an error. Logs it when it was not expected. */
export function presentError(error: GraphQLError, requestId: string, log: Logger): GraphQLFormattedError {
  const root = rootOf(error);
  const code = error.extensions['code'] ?? (root instanceof GraphQLError ? root.extensions['code'] : undefined);
  if (root instanceof GraphQLError && typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR')
    return presentExpected(error, code);
  log.error({ requestId, path: error.path?.join('.'), err: root }, 'unexpected error');
  return {
    message: `Something went wrong on our side (request ${requestId}).`,
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
}

function presentExpected(error: GraphQLError, code: string): GraphQLFormattedError {
  const { http: _http, stacktrace: _stacktrace, ...extensions } = error.extensions;
  const field =
    code === 'BAD_USER_INPUT' && extensions['field'] === undefined ? fieldOfCoercion(error.message) : undefined;
  return {
    message: error.message,
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
    extensions: { ...extensions, code, ...(field && { field, reason: 'INVALID' }) },
  };
}

/** `Variable "$input" got invalid value "x" at "input.dueOn"; …` is about the field dueOn. */
function fieldOfCoercion(message: string): string | undefined {
  const path =
    /^Variable "\$(\w+)" got invalid value .* at "([\w.[\]]+)"; /s.exec(message)?.[2] ??
    /^Variable "\$(\w+)" /.exec(message)?.[1];
  return path?.split('.').at(-1);
}

function rootOf(error: GraphQLError): Error {
  let root: Error = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
}

/** Names of types and fields that were not asked for are nobody's business who has not signed in. */
export function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean .+\?/s, '');
}
