// One process at a time, by name. The kernel holds the lock (an abstract unix socket), so a killed holder
// leaves nothing behind to clean up. Linux only; elsewhere the work runs without a lock.
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export async function withLock(name, work, onWait = () => {}) {
  if (process.platform !== 'linux') return work();
  const path = `\0spotter-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  let held = await tryListen(path);
  if (!held) onWait();
  while (!held) {
    await sleep(50);
    held = await tryListen(path);
  }
  try {
    return await work();
  } finally {
    await new Promise((done) => held.close(done));
  }
}

function tryListen(path) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen({ path }, () => resolve(server));
  });
}
