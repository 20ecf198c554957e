// The doors for bytes: PUT /files/<id> takes an upload that GraphQL started, GET /files/<id> gives a saved file. Requests
// from other sites were turned away before they come here (app.ts).
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { StoreFullError } from '../../adapters/files/file-store.ts';
import type { FileStore } from '../../adapters/files/file-store.ts';
import type { Context } from '../../graphql/context.ts';
import { findDownload } from './find-download.ts';
import { receiveUpload } from './receive-upload.ts';
import { sendFile } from './send-file.ts';

export interface FileDoors {
  files: FileStore;
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<Context>;
}

interface FileRoute {
  Params: { id: string };
  Querystring: { inline?: string };
}

const STATUSES: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  ALREADY_UPLOADED: 409,
  UPLOAD_UNDER_WAY: 409,
  LARGER_THAN_RESERVED: 413,
};

export async function registerFileRoutes(app: FastifyInstance, { files, contextOf }: FileDoors): Promise<void> {
  await app.register(async (doors) => {
    // Bodies are read as they come, whatever they are said to be.
    doors.removeAllContentTypeParsers();
    doors.addContentTypeParser('*', (_request, _payload, done) => done(null));
    doors.setErrorHandler(answerError);

    doors.put<FileRoute>('/files/:id', async (request, reply) => {
      const { 'content-type': contentType, 'content-length': length } = request.headers;
      const upload = {
        attachmentId: request.params.id,
        bytes: request.raw,
        contentType,
        sizeBytes: length ? Number(length) : undefined,
      };
      return receiveUpload(await contextOf(request, reply), files, upload);
    });

    doors.route<FileRoute>({
      method: ['GET', 'HEAD'],
      url: '/files/:id',
      handler: async (request, reply) => {
        const download = await findDownload(await contextOf(request, reply), request.params.id);
        return sendFile(request, reply, { files, download, isInlineWanted: request.query.inline !== undefined });
      },
    });
  });
}

/** In the words of the graph: the same codes and reasons. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // Whoever is still sending must not go on for nothing.
  if (!request.raw.complete) reply.header('connection', 'close');
  const requestId = request.id;
  if (error instanceof GraphQLError) {
    const { code, field, reason } = error.extensions as Record<string, string>;
    return reply
      .code(STATUSES[reason ?? ''] ?? STATUSES[code ?? ''] ?? 422)
      .send({ error: code, field, reason, message: error.message, requestId });
  }
  // A sender that went away reads no answer, and is no fault of ours.
  if (!request.raw.readableAborted) request.log.error({ requestId, err: error }, 'a file could not be kept or given');
  if (error instanceof StoreFullError) {
    return reply
      .code(507)
      .send({ error: 'STORE_FULL', message: 'The server has no room left for files. Nothing was kept.', requestId });
  }
  const message =
    request.method === 'PUT'
      ? 'The file could not be kept. Nothing of it is left; try again.'
      : 'The file cannot be read right now.';
  return reply.code(503).send({ error: 'STORE_UNAVAILABLE', message, requestId });
}
