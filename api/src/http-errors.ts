// Errors of requests that no resolver saw: malformed bodies, unknown routes, faults of routes outside GraphQL.
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';

const BAD_REQUEST = ['BAD_REQUEST', 'The request could not be read.'] as const;
const SENTENCES: Record<number, readonly [code: string, message: string]> = {
  400: BAD_REQUEST,
  404: ['NOT_FOUND', 'There is nothing here.'],
  413: ['BODY_TOO_LARGE', 'The request is larger than this server accepts.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'Send application/json.'],
  503: ['STOPPING', 'The server is stopping. Try again in a moment.'],
};

export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode !== undefined && error.statusCode >= 400 ? error.statusCode : 500;
    if (status >= 500 && status !== 503) request.log.error({ requestId: request.id, err: error }, 'unexpected error');
    return reply.code(status).send(bodyOf(status, request));
  });
}

/** The fixed sentence of a status; the error's own message may quote what the client sent. */
export function bodyOf(status: number, request: FastifyRequest): object {
  const [code, message] =
    SENTENCES[status] ??
    (status < 500
      ? BAD_REQUEST
      : ['INTERNAL_SERVER_ERROR', `Something went wrong on our side (request ${request.id}).`]);
  if (request.routeOptions.url?.startsWith('/graphql'))
    return { errors: [{ message, extensions: { code, requestId: request.id } }] };
  return { error: code, message, requestId: request.id };
}
