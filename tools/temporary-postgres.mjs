// A throw-away server for tests: in memory or the system's temporary directory, fast rather than durable, removed when stopped.
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { hasMemoryFor, MEMORY } from './memory.mjs';

const PREFIX = 'spotter-test-';
const HOUR_MS = 3_600_000;
// Each file of tests has a copy of a database, which is 800 files. All of `npm test` takes 0.6 GiB; a drill in full has more rows.
const PLENTY = 6 * 1024 ** 3; // bytes

export async function startTemporaryPostgres() {
  for (const folder of [tmpdir(), MEMORY]) removeForgotten(folder);
  const directory = mkdtempSync(join(hasMemoryFor(PLENTY) ? MEMORY : tmpdir(), `${PREFIX}${process.pid}-`));
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
function removeForgotten(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter((it) => it.startsWith(PREFIX))) {
    const path = join(folder, name);
    try {
      // The hour is for a run that works elsewhere on the same folder, where its process is not seen.
      const isOld = Date.now() - statSync(path).mtimeMs > HOUR_MS;
      if (isOld && !isRunning(name.slice(PREFIX.length))) rmSync(path, { recursive: true, force: true });
    } catch {
      // another user's, or another run was faster
    }
  }
}

/** `owner` begins with the number of the process that made it. */
const isRunning = (owner) => existsSync(`/proc/${Number.parseInt(owner, 10)}`);
