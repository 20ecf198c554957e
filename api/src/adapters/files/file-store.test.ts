// Both file stores keep the same promises: the one on disk, and the one for S3 against a service of our own.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fakeS3Keys, startFakeS3 } from '../../testing/fake-s3.ts';
import type { FakeS3 } from '../../testing/fake-s3.ts';
import { DiskFileStore } from './disk-file-store.ts';
import { filePath } from './file-path.ts';
import { MissingFileError, StoreFullError, newFileKey } from './file-store.ts';
import type { FileStore } from './file-store.ts';
import { openFileStore } from './open-file-store.ts';

const MB = 1024 * 1024;
let directory: string;
let s3: FakeS3;
const stores: Record<string, FileStore> = {};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spotter-store-'));
  s3 = await startFakeS3();
  stores['disk'] = await openFileStore({ kind: 'disk', directory });
  stores['s3'] = await openFileStore({
    kind: 's3',
    endpoint: s3.endpoint,
    region: 'eu-west-1',
    forcePathStyle: true,
    ...fakeS3Keys,
  });
});
afterAll(async () => {
  await s3.close();
  await rm(directory, { recursive: true });
});

async function* piecesOf(bytes: Buffer, breakAfter = Infinity): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 64 * 1024) {
    if (start >= breakAfter) throw new Error('the sender went away');
    yield bytes.subarray(start, start + 64 * 1024);
  }
}
const read = async (store: FileStore, key: string, range?: { start: number; end: number }) =>
  Buffer.concat(await (await store.get(key, range)).toArray());
async function keysOf(store: FileStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.keys()) keys.push(key);
  return keys;
}

describe.each(['disk', 's3'])('%s', (kind) => {
  test.each([1, 64 * 1024, 12 * MB])('%i bytes come back, whole and in part', async (size) => {
    const store = stores[kind]!;
    const key = newFileKey();
    const bytes = randomBytes(size);
    await store.put(key, piecesOf(bytes));
    expect((await read(store, key)).equals(bytes)).toBe(true);
    expect(await store.size(key)).toBe(size);
    const [start, end] = [Math.floor(size / 2), size - 1];
    expect((await read(store, key, { start, end })).equals(bytes.subarray(start))).toBe(true);
    expect(await keysOf(store)).toContain(key);
    await store.delete(key);
    await store.delete(key);
    expect(await store.size(key)).toBeNull();
    await expect(store.get(key)).rejects.toThrow(MissingFileError);
    expect(await keysOf(store)).not.toContain(key);
  });

  test.each([3 * MB, 9 * MB])('a put that breaks after %i bytes keeps nothing', async (breakAfter) => {
    const store = stores[kind]!;
    const key = newFileKey();
    await expect(store.put(key, piecesOf(randomBytes(12 * MB), breakAfter))).rejects.toThrow('the sender went away');
    expect(await store.size(key)).toBeNull();
    expect(await keysOf(store)).toEqual([]);
    expect(s3.uploads.size).toBe(0);
  });

  test.each(['../../etc/passwd', 'short', 'a/b'.repeat(8), 'UPPERCASE-IS-NO-KEY', ''])('%j is no key', async (key) => {
    await expect(stores[kind]!.put(key, piecesOf(Buffer.from('x')))).rejects.toThrow('not a key');
    await expect(stores[kind]!.get(key)).rejects.toThrow('not a key');
    await expect(stores[kind]!.delete(key)).rejects.toThrow('not a key');
  });

  test('lists more keys than a page holds', async () => {
    const keys = Array.from({ length: 5 }, newFileKey).toSorted();
    for (const key of keys) await stores[kind]!.put(key, piecesOf(Buffer.from('x')));
    expect((await keysOf(stores[kind]!)).toSorted()).toEqual(keys);
    for (const key of keys) await stores[kind]!.delete(key);
  });
});

test('on disk, only the owner may look, and an interrupted put is removed with its key', async () => {
  const key = newFileKey();
  await stores['disk']!.put(key, piecesOf(Buffer.from('private')));
  const path = filePath(directory, key);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
  await rm(path);
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const slow = (async function* () {
    yield Buffer.from('begun');
    await held;
  })();
  const putting = stores['disk']!.put(key, slow);
  await expect.poll(() => readdir(dirname(path))).toEqual([`${key}.part`]);
  await stores['disk']!.delete(key);
  letGo();
  await expect(putting).rejects.toThrow('ENOENT');
  expect(await readdir(dirname(path))).toEqual([]);
});

test('a disk without room says so', async () => {
  const full = new DiskFileStore(directory);
  // As the kernel says it, without filling a disk.
  const noSpace = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const source = (async function* () {
    yield Buffer.from('x');
    throw noSpace;
  })();
  await expect(full.put(newFileKey(), source)).rejects.toThrow(StoreFullError);
});

test('large files go to S3 in parts, and a bucket without room says so', async () => {
  s3.requests.length = 0;
  const key = newFileKey();
  await stores['s3']!.put(key, piecesOf(randomBytes(12 * MB)));
  expect(s3.requests).toEqual([
    `POST ${key}`,
    `PUT ${key} part 1`,
    `PUT ${key} part 2`,
    `PUT ${key} part 3`,
    `POST ${key}`,
  ]);
  s3.failOn = { method: 'PUT', code: 'QuotaExceeded', status: 403 };
  await expect(stores['s3']!.put(newFileKey(), piecesOf(Buffer.from('x')))).rejects.toThrow(StoreFullError);
  s3.failOn = null;
  await stores['s3']!.delete(key);
});

test('a wrong secret and a bucket that is not there are errors, not missing files', async () => {
  const stranger = await openFileStore({
    kind: 's3',
    endpoint: s3.endpoint,
    region: 'eu-west-1',
    forcePathStyle: true,
    ...fakeS3Keys,
    accessKeyId: 'OTHER',
  });
  await expect(stranger.get(newFileKey())).rejects.toMatchObject({ name: 'AccessDenied' });
  const nowhere = await openFileStore({
    kind: 's3',
    endpoint: s3.endpoint,
    region: 'eu-west-1',
    forcePathStyle: true,
    ...fakeS3Keys,
    bucket: 'no-such',
  });
  await expect(nowhere.get(newFileKey())).rejects.toMatchObject({ name: 'NoSuchBucket' });
});
