// Where the bytes of files are kept, under names that say nothing. Knows no attachment and no gym.
import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';

/** First and last byte, both included, counted from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface FileStore {
  /** Keeps the bytes under this key: all of them durably, or, when it throws, none. A key is written once. */
  put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes, or a part of them. Throws MissingFileError before the first byte when there is no such file. */
  get(key: string, range?: ByteRange): Promise<Readable>;
  /** A file that is not there is deleted already. Also removes what an interrupted put left behind on disk. */
  delete(key: string): Promise<void>;
  /** Size in bytes; null when there is no such file. */
  size(key: string): Promise<number | null>;
  /** Every key there is: for checks, not for serving. */
  keys(): AsyncIterable<string>;
}

export class MissingFileError extends Error {
  constructor() {
    super('There is no file under this key.');
  }
}

/** The store has no room left, whatever the gym's own limits say. */
export class StoreFullError extends Error {
  constructor(cause: unknown) {
    super('The file store is full.', { cause });
  }
}

export const newFileKey = (): string => randomBytes(16).toString('hex');

/** Keys become paths: nothing but letters, digits and hyphens may be in them. */
export function assertFileKey(key: string): void {
  if (!/^[a-z0-9-]{16,64}$/.test(key)) throw new Error('This is not a key of a file.');
}
