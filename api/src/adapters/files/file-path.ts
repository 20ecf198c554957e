import { join } from 'node:path';
import { assertFileKey } from './file-store.ts';

/** Where a key's file lies: two levels of folders, so that none grows without bound. */
export function filePath(directory: string, key: string): string {
  assertFileKey(key);
  return join(directory, key.slice(0, 2), key.slice(2, 4), key);
}
