// Files in a directory that only this process's user may read. A file appears under its name when it is whole and on disk.
import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { filePath } from './file-path.ts';
import { MissingFileError, StoreFullError } from './file-store.ts';
import type { ByteRange, FileStore } from './file-store.ts';

// Not random: delete(key) must find what an interrupted put left behind.
const unfinished = '.part';

export class DiskFileStore implements FileStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const path = filePath(this.#directory, key);
    const folder = dirname(path);
    try {
      const made = await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeDurably(path + unfinished, bytes);
      await rename(path + unfinished, path);
      for (const changed of made ? [folder, dirname(folder), this.#directory] : [folder]) await syncFolder(changed);
    } catch (error) {
      await this.delete(key);
      throw isFull(error) ? new StoreFullError(error) : error;
    }
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    try {
      const file = await open(filePath(this.#directory, key));
      return file.createReadStream(range ?? {});
    } catch (error) {
      throw isMissing(error) ? new MissingFileError() : error;
    }
  }

  async delete(key: string): Promise<void> {
    const path = filePath(this.#directory, key);
    await rm(path, { force: true });
    await rm(path + unfinished, { force: true });
  }

  async size(key: string): Promise<number | null> {
    try {
      return (await stat(filePath(this.#directory, key))).size;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async *keys(): AsyncIterable<string> {
    const entries = await readdir(this.#directory, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    for (const entry of entries) if (entry.isFile()) yield entry.name;
  }
}

async function writeDurably(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const { O_WRONLY, O_CREAT, O_EXCL } = constants;
  const file = await open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600);
  try {
    for await (const chunk of bytes) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name itself survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';
const isFull = (error: unknown): boolean => codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
