// Sends a file so that no browser ever runs what is in it: as a download, or, for pictures, in a sandbox without a script.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileStore } from '../../adapters/files/file-store.ts';
import { rangeOf } from './byte-range.ts';
import { mayBeShown, servedType } from './content-type.ts';
import { dispositionOf } from './file-name.ts';
import type { Download } from './find-download.ts';

export interface Sending {
  files: FileStore;
  download: Download;
  isInlineWanted: boolean;
}

export async function sendFile(request: FastifyRequest, reply: FastifyReply, sending: Sending): Promise<FastifyReply> {
  const { files, download } = sending;
  // The bytes of an attachment never change, so its id says which version they are.
  const etag = `"${download.id}"`;
  const { range: asked, 'if-range': ifRange } = request.headers;
  const range = ifRange === undefined || ifRange === etag ? rangeOf(asked, download.sizeBytes) : null;
  if (range === 'UNSATISFIABLE') return reply.code(416).header('content-range', `bytes */${download.sizeBytes}`).send();
  const { start, end } = range ?? { start: 0, end: download.sizeBytes - 1 };
  const bytes = request.method === 'HEAD' ? undefined : await files.get(download.key, range ?? undefined);
  reply
    .code(range ? 206 : 200)
    .headers({ ...headersOf(sending), etag, 'accept-ranges': 'bytes', 'content-length': end - start + 1 });
  if (range) reply.header('content-range', `bytes ${start}-${end}/${download.sizeBytes}`);
  return reply.send(bytes);
}

function headersOf({ download, isInlineWanted }: Sending): Record<string, string> {
  const isShown = isInlineWanted && mayBeShown(download.contentType);
  return {
    'content-type': servedType(download.contentType),
    'content-disposition': dispositionOf(isShown ? 'inline' : 'attachment', download.name),
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  };
}
