// The doors for the files of banks: GET /payment-batches/<id>/file gives a batch's pain.008, POST /status-reports takes a
// pain.002. Requests from other sites were turned away before they come here (app.ts).
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { getBatchFile } from './batch-file.ts';
import { importStatusReport } from './import-status-report.ts';

const STATUSES: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 };
/** A report of a hundred thousand collections has about half as many. */
const largestReport = 100 * 1024 * 1024;
/** Pieces as small as the writer's cost more than what is in them. */
const pieceLength = 64 * 1024;

export interface BatchDoors {
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<Context>;
}

export async function registerBatchRoutes(app: FastifyInstance, { contextOf }: BatchDoors): Promise<void> {
  await app.register(async (doors) => {
    doors.removeAllContentTypeParsers();
    doors.addContentTypeParser('*', (_request, _payload, done) => done(null));
    doors.setErrorHandler(answerError);

    doors.get<{ Params: { id: string } }>('/payment-batches/:id/file', async (request, reply) => {
      const { name, pieces } = await getBatchFile(await contextOf(request, reply), request.params.id);
      return reply
        .headers({
          'content-type': 'application/xml; charset=utf-8',
          'content-disposition': `attachment; filename="${name}"`,
          'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
          'x-content-type-options': 'nosniff',
          'cross-origin-resource-policy': 'same-origin',
          'cache-control': 'private, no-store',
        })
        .send(Readable.from(inPieces(pieces), { objectMode: false }));
    });

    doors.post('/status-reports', async (request, reply) => {
      const context = await contextOf(request, reply);
      return importStatusReport(context, limited(request.raw.setEncoding('utf8'), largestReport));
    });
  });
}

async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

async function* limited(pieces: AsyncIterable<string>, most: number): AsyncGenerator<string> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) throw new UserInputError('file', 'TOO_LARGE', 'A status report of more than 100 MB is none.');
    yield piece;
  }
}

/** In the words of the graph: the same codes and reasons. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!request.raw.complete) reply.header('connection', 'close');
  const requestId = request.id;
  if (error instanceof GraphQLError) {
    const { code, field, reason } = error.extensions as Record<string, string>;
    return reply
      .code(STATUSES[code ?? ''] ?? 422)
      .send({ error: code, field, reason, message: error.message, requestId });
  }
  if (!request.raw.readableAborted)
    request.log.error({ requestId, err: error }, "a bank's file could not be given or taken");
  return reply.code(500).send({ error: 'INTERNAL', message: 'This did not work. Nothing was changed.', requestId });
}
