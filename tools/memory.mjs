// A folder in memory, for what is thrown away soon: where files are slow, making and removing them costs a tenth there.
import { accessSync, constants, statfsSync } from 'node:fs';
import process from 'node:process';

export const MEMORY = '/dev/shm';

export function hasMemoryFor(bytes) {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return Math.min(bavail * bsize, process.availableMemory()) > bytes;
  } catch {
    return false; // no Linux, or not for us
  }
}
