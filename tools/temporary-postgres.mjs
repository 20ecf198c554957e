// A throw-away server for tests: in the system's temporary directory, fast rather than durable, removed when stopped.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';

const PREFIX = 'spotter-test-';
const DAY_MS = 86_400_000;

export async function startTemporaryPostgres() {
  removeForgotten();
  const directory = mkdtempSync(join(tmpdir(), PREFIX));
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

/** Directories that a killed run left behind. */
function removeForgotten() {
  for (const name of readdirSync(tmpdir()).filter((it) => it.startsWith(PREFIX))) {
    const path = join(tmpdir(), name);
    try {
      if (Date.now() - statSync(path).mtimeMs > DAY_MS) rmSync(path, { recursive: true, force: true });
    } catch {
      // another user's, or another run was faster
    }
  }
}
