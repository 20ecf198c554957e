// The doors for files on a real database and a folder of their own, with a store that can be made to fail.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskFileStore } from '../adapters/files/disk-file-store.ts';
import type { FileStore } from '../adapters/files/file-store.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { contextFactory } from '../create-context.ts';
import { createLogger } from '../logging.ts';
import { hashSecret } from '../modules/account/identify-viewer.ts';
import { registerFileRoutes } from '../modules/attachment/file-routes.ts';
import { registerBatchRoutes } from '../modules/payment-batch/batch-routes.ts';
import { registerRevenueRoutes } from '../modules/revenue/revenue-routes.ts';
import { insert } from './fixtures.ts';
import { stillLive } from './still-live.ts';
import type { TestApi } from './test-api.ts';
import { nothingOutside } from './nothing-outside.ts';

export interface FileDoors {
  url: string;
  directory: string;
  files: BreakableStore;
  log: string[];
  close(): Promise<void>;
}

/** A store on disk; puts fail with `putError` after so many bytes, deletes with `deleteError`, as long as they are set. */
export class BreakableStore extends DiskFileStore implements FileStore {
  putError: { error: Error; afterBytes: number } | null = null;
  deleteError: Error | null = null;

  override put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    return super.put(key, this.#breaking(bytes));
  }

  override async delete(key: string): Promise<void> {
    if (this.deleteError) throw this.deleteError;
    await super.delete(key);
  }

  async *#breaking(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    let seen = 0;
    for await (const chunk of bytes) {
      seen += chunk.length;
      if (this.putError && seen > this.putError.afterBytes) throw this.putError.error;
      yield chunk;
    }
  }
}

export async function openFileDoors(api: TestApi): Promise<FileDoors> {
  const directory = await mkdtemp(join(tmpdir(), 'spotter-files-'));
  const files = new BreakableStore(directory);
  const log: string[] = [];
  const app = await buildApp({
    config: readConfig({ DATABASE_URL: api.ownerUrl }),
    schema: api.schema,
    createContext: contextFactory({
      database: api.database,
      clock: api.clock,
      live: stillLive,
      ...nothingOutside,
      isSecure: false,
    }),
    readiness: async () => null,
    registerRoutes: async (doors, contextOf) => {
      await registerFileRoutes(doors, { files, contextOf });
      await registerRevenueRoutes(doors, contextOf);
      await registerBatchRoutes(doors, { contextOf });
    },
    log: createLogger('warn', { write: (line) => void log.push(line) }),
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const close = async () => {
    await app.close();
    await rm(directory, { recursive: true });
  };
  return { url, directory, files, log, close };
}

/** Headers of a request by an employee's API token. */
export async function tokenOf(
  api: TestApi,
  gymId: string,
  employeeId: string,
  scope = 'WRITE',
): Promise<Record<string, string>> {
  const secret = `spt_${randomBytes(32).toString('base64url')}`;
  const row = {
    gym_id: gymId,
    employee_id: employeeId,
    name: 'test',
    token_hash: hashSecret(secret),
    prefix: 'spt_test',
    scope,
    expires_at: '2030-01-01',
  };
  await insert(api.owner, 'api_token', row);
  return { authorization: `Bearer ${secret}` };
}

/** Headers of a request by a browser in which this account is signed in. */
export async function cookieOf(api: TestApi, accountId: string): Promise<{ cookie: string }> {
  const secret = randomBytes(32).toString('base64url');
  await insert(api.owner, 'login_session', {
    account_id: accountId,
    token_hash: hashSecret(secret),
    expires_at: '2030-01-01',
  });
  return { cookie: `spotter_session=${secret}` };
}
