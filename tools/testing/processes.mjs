// Looks at running processes for tests that kill some of them. Linux only, like the embedded PostgreSQL.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** { pid, parent, command, args } of every process that is not a zombie. */
export function listProcesses() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        if (/^State:\s+[ZX]/m.test(status)) return [];
        const args = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        const [, command] = /^Name:\s+(.*)$/m.exec(status);
        return [{ pid: Number(name), parent: Number(/^PPid:\s+(\d+)$/m.exec(status)[1]), command, args }];
      } catch {
        return []; // it ended while we looked
      }
    });
}

export const childrenOf = (pid) => listProcesses().filter(({ parent }) => parent === pid);

export const isRunning = (pid) => listProcesses().some((it) => it.pid === pid);

export async function waitUntil(isSo, what, limitMs = 15_000) {
  for (let waited = 0; waited < limitMs; waited += 50) {
    const answer = await isSo();
    if (answer) return answer;
    await sleep(50);
  }
  throw new Error(`waited in vain for ${typeof what === 'function' ? what() : what}`);
}
