// The key of the secrets when the configuration names none: a file beside the data, for this user alone.
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyBytes, SecretError } from './secrets.ts';

export const keyFileIn = (directory: string): string => join(directory, 'secrets.key');

/** Null when there is none. */
export async function readKeyFile(directory: string): Promise<Buffer | null> {
  const path = keyFileIn(directory);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === keyBytes) return key;
  throw new SecretError(`${path} holds no key of ${keyBytes} bytes in base64: put the right one back from a backup.`);
}

/** Made once: whoever comes second, also at the same moment, gets the first one's. */
export async function makeKeyFile(directory: string): Promise<Buffer> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = keyFileIn(directory);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  const key = await readKeyFile(directory);
  if (!key) throw new SecretError(`${path} went away while it was made.`);
  return key;
}
