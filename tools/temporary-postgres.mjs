// A throw-away server for tests: in the system's temporary directory, fast rather than durable, removed when stopped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';

export async function startTemporaryPostgres() {
  const directory = mkdtempSync(join(tmpdir(), 'spotter-test-'));
  const server = await startEmbeddedPostgres({ dataDir: join(directory, 'postgres'), durable: false });
  return {
    ownerUrl: server.ownerUrl,
    async stop() {
      await server.stop();
      const moved = dirname(server.dataDir); // elsewhere when root's own directory is out of the server's reach
      for (const path of new Set([directory, moved])) rmSync(path, { recursive: true, force: true });
    },
  };
}
