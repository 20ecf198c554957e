// The real server (api/dist/server/main.js) as a process of its own, for drills: started on a port of 127.0.0.1, watched until it is
// ready, and ended softly or hard.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../tools/toolchain.mjs';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;

export class ServerProcess {
  #child;
  #complaints = '';
  #origin;
  isGone = false;
  whenGone;

  constructor({ databaseUrl, directory, port, env = {} }) {
    this.#origin = `http://127.0.0.1:${port}`;
    const preload = ['--import', join(root, 'tools', 'stop-with-starter.mjs')];
    this.#child = spawn(process.execPath, [...preload, join(root, 'api', 'dist', 'server', 'main.js')], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_COMPILE_CACHE: join(root, '.cache', 'node'),
        SPOTTER_STARTER: String(process.pid),
        SPOTTER_DEMO: '0',
        DATABASE_URL: databaseUrl,
        DATA_DIR: directory,
        HOST: '127.0.0.1',
        PORT: String(port),
        LOG_LEVEL: 'error',
        // Sign-ins come from an address each: what is drilled here is not the throttle.
        TRUST_PROXY: '1',
        ...env,
      },
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child.stderr.on('data', (chunk) => (this.#complaints = (this.#complaints + chunk).slice(-4000)));
    this.whenGone = new Promise((done) => this.#child.once('exit', () => done((this.isGone = true))));
  }

  get origin() {
    return this.#origin;
  }

  get url() {
    return `${this.#origin}/graphql`;
  }

  /** How long it took. Throws when the server ends instead, or takes too long. */
  async untilReady() {
    const startedAt = performance.now();
    for (;;) {
      if (this.isGone) throw new Error(`The server ended: ${this.#complaints}`);
      const answer = await fetch(`${this.#origin}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(
        () => undefined,
      );
      const tookMs = performance.now() - startedAt;
      if (answer?.ok) return tookMs;
      if (tookMs > START_LIMIT_MS) throw new Error(`Not ready after ${START_LIMIT_MS} ms: ${this.#complaints}`);
      await sleep(20);
    }
  }

  kill() {
    this.#child.kill('SIGKILL');
  }

  async stop() {
    if (this.isGone) return;
    this.#child.kill('SIGTERM');
    const late = setTimeout(() => this.kill(), STOP_LIMIT_MS);
    await this.whenGone;
    clearTimeout(late);
  }
}
