// Files in a bucket of any S3-compatible service. Uploads are streamed in parts, so that memory does not grow with the file.
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { FileStoreOnS3 } from '../../config.ts';
import { MissingFileError, StoreFullError, assertFileKey } from './file-store.ts';
import type { ByteRange, FileStore } from './file-store.ts';

// The least that S3 takes for a part; files up to this go in one request.
const PART_BYTES = 5 * 1024 * 1024;
const FULL = new Set(['QuotaExceeded', 'XMinioStorageFull', 'InsufficientStorage']);

export class S3FileStore implements FileStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(config: FileStoreOnS3) {
    this.#bucket = config.bucket;
    this.#client = new S3Client({
      region: config.region,
      forcePathStyle: config.forcePathStyle,
      ...(config.endpoint && { endpoint: config.endpoint }),
      credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
      // The newer checksum headers are Amazon's own: other services refuse them.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const params = {
      ...this.#object(key),
      Body: Readable.from(bytes, { objectMode: false }),
      ContentType: 'application/octet-stream',
    };
    try {
      await new Upload({ client: this.#client, params, partSize: PART_BYTES, queueSize: 1 }).done();
    } catch (error) {
      throw error instanceof S3ServiceException && FULL.has(error.name) ? new StoreFullError(error) : error;
    }
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    try {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await this.#client.send(new GetObjectCommand({ ...this.#object(key), Range }));
      if (Body instanceof Readable) return Body;
      throw new Error('The file store answered without bytes.');
    } catch (error) {
      throw error instanceof NoSuchKey ? new MissingFileError() : error;
    }
  }

  async delete(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#object(key)));
  }

  async size(key: string): Promise<number | null> {
    try {
      return (await this.#client.send(new HeadObjectCommand(this.#object(key)))).ContentLength ?? null;
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  }

  async *keys(): AsyncIterable<string> {
    let ContinuationToken: string | undefined;
    do {
      const page = await this.#client.send(new ListObjectsV2Command({ Bucket: this.#bucket, ContinuationToken }));
      for (const { Key } of page.Contents ?? []) if (Key) yield Key;
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
  }

  #object(key: string): { Bucket: string; Key: string } {
    assertFileKey(key);
    return { Bucket: this.#bucket, Key: key };
  }
}
