// Takes the bytes of an upload that was started: counted, sniffed and passed on to the file store as they come. Either all of
// it is kept, or the bytes, the row and the reserved space are gone. An upload has one attempt; who wants to try again starts anew.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { newFileKey } from '../../adapters/files/file-store.ts';
import type { FileStore } from '../../adapters/files/file-store.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { SNIFFED_BYTES, contentTypeOf } from './content-type.ts';
import { discardUpload } from './discard-upload.ts';
import { findAttachment } from './find-attachment.ts';

export interface Upload {
  attachmentId: string;
  bytes: AsyncIterable<Uint8Array>;
  /** What the sender says of them. */
  contentType?: string | undefined;
  sizeBytes?: number | undefined;
}

export interface ReceivedUpload {
  attachmentId: string;
  contentType: string;
  sizeBytes: number;
}

export async function receiveUpload(context: Context, files: FileStore, upload: Upload): Promise<ReceivedUpload> {
  assertMay(signedIn(context), MemberPermission.ADD_ATTACHMENT);
  const { attachmentId } = upload;
  const { key, reservedBytes } = await claimUpload(context, attachmentId);
  try {
    const counted = new CountedBytes(reservedBytes);
    if ((upload.sizeBytes ?? 0) > reservedBytes) throw tooLarge(reservedBytes);
    await files.put(key, counted.of(upload.bytes));
    const received = {
      attachmentId,
      contentType: await contentTypeOf(counted.head, upload.contentType),
      sizeBytes: counted.size,
    };
    await keepUpload(context, key, received);
    return received;
  } catch (error) {
    // What fails of this is done by the sweep; the sender must learn of the first error.
    await discardUpload(context.db, files, { id: attachmentId, key }).catch(() => undefined);
    throw error;
  }
}

/** From here on nobody else can send bytes for this upload, and the row knows the key before there is a file. */
async function claimUpload(context: Context, id: string): Promise<{ key: string; reservedBytes: number }> {
  const key = newFileKey();
  return context.db.write(async (em) => {
    const attachment = await findAttachment(em, id);
    if (attachment.state !== 'UPLOADING')
      throw new UserInputError('id', 'ALREADY_UPLOADED', 'The bytes of this file have arrived already.');
    if (attachment.storageKey)
      throw new UserInputError(
        'id',
        'UPLOAD_UNDER_WAY',
        'The bytes of this file are arriving. Start another upload to try again.',
      );
    attachment.storageKey = key;
    return { key, reservedBytes: attachment.sizeBytes };
  });
}

async function keepUpload(
  context: Context,
  key: string,
  { attachmentId, contentType, sizeBytes }: ReceivedUpload,
): Promise<void> {
  await context.db.write(async (em) => {
    const attachment = await findAttachment(em, attachmentId);
    // Discarded meanwhile, or swept as abandoned.
    if (attachment.state !== 'UPLOADING' || attachment.storageKey !== key) throw new NotFoundError();
    attachment.state = 'UPLOADED';
    attachment.contentType = contentType;
    attachment.sizeBytes = sizeBytes;
    attachment.uploadedAt = context.clock.now();
    attachment.uploadedById = signedIn(context).employeeId;
  });
}

class CountedBytes {
  size = 0;
  head: Uint8Array = new Uint8Array();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Passes the bytes on. More than the limit, or none at all, is an error, so that nothing is kept. */
  async *of(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const chunk of bytes) {
      this.size += chunk.length;
      if (this.size > this.#limit) throw tooLarge(this.#limit);
      if (this.head.length < SNIFFED_BYTES) this.head = Buffer.concat([this.head, chunk]).subarray(0, SNIFFED_BYTES);
      yield chunk;
    }
    if (this.size === 0) throw new UserInputError('sizeBytes', 'EMPTY_FILE', 'The file is empty.');
  }
}

const tooLarge = (limit: number) =>
  new UserInputError(
    'sizeBytes',
    'LARGER_THAN_RESERVED',
    `The file is larger than the ${limit} bytes that were reserved for it.`,
  );
