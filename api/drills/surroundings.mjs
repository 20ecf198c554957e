// What the drill breaks: the real server (api/dist/server/main.js) on an embedded, durable PostgreSQL, both in a directory of
// their own. Starts them, ends them the hard way, and starts them again at the same addresses.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../tools/embedded-postgres.mjs';
import { freePort } from '../../tools/ports.mjs';
import { root } from '../../tools/toolchain.mjs';
import { ServerProcess } from './server.mjs';

const pg = createRequire(join(root, 'api', 'package.json'))('pg');

export async function openSurroundings() {
  const directory = mkdtempSync(join(tmpdir(), 'spotter-drill-'));
  const surroundings = new Surroundings(directory, await freePort());
  await surroundings.startPostgres();
  await surroundings.startServer();
  return surroundings;
}

class Surroundings {
  #directory;
  #port;
  #postgres;
  #server;
  starts = 0;
  slowestStartMs = 0;

  constructor(directory, port) {
    this.#directory = directory;
    this.#port = port;
  }

  get url() {
    return `http://127.0.0.1:${this.#port}/graphql`;
  }

  async startPostgres() {
    const dataDir = join(this.#directory, 'postgres');
    this.#postgres = await startEmbeddedPostgres({ dataDir, durable: true, port: this.#postgres?.port });
  }

  async startServer() {
    this.#server = new ServerProcess({
      databaseUrl: this.#postgres.ownerUrl,
      directory: this.#directory,
      port: this.#port,
    });
    await this.untilReady();
  }

  async untilReady() {
    const tookMs = await this.#server.untilReady();
    this.starts += 1;
    this.slowestStartMs = Math.max(this.slowestStartMs, tookMs);
  }

  killServer() {
    this.#server.kill();
  }

  signalPostmaster(signal) {
    process.kill(this.#postgres.pid, signal);
  }

  /** Ends one connection of the server from underneath, as a crash of its backend would; PostgreSQL restarts all. */
  async killBackend(choose, signal) {
    const rows = await this.asOwner(
      `select pid, (select pid from pg_stat_activity where backend_type = 'checkpointer') as checkpointer
         from pg_stat_activity where usename = 'spotter_app' and backend_type = 'client backend' order by pid`,
    ).catch(() => []);
    if (rows.length === 0) return;
    const { pid, checkpointer } = choose(rows);
    try {
      process.kill(pid, signal);
      if (signal === 'SIGKILL') await this.untilAnotherCheckpointer(checkpointer);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error; // it had ended already
    }
  }

  /**
   * PostgreSQL ends and starts everything of its own again, but not at once: until then the other connections answer, and the
   * server seems ready. A backend that had ended already takes nothing with it.
   */
  async untilAnotherCheckpointer(pid) {
    for (let waited = 0; waited < 5000; waited += 20) {
      const rows = await this.asOwner(`select pid from pg_stat_activity where backend_type = 'checkpointer'`).catch(
        () => [],
      );
      if (rows.length > 0 && rows[0].pid !== pid) return;
      await sleep(20);
    }
  }

  /** Brings back what was killed. What was not must have survived: nobody restarts it. */
  async recover({ server = false, postgres = false }) {
    if (server) await this.#server.whenGone;
    if (postgres) {
      await this.#postgres.whenGone;
      await this.startPostgres();
    }
    if (server) await this.startServer();
    else await this.untilReady();
  }

  /** Connections of the pool that nobody has given back, once nobody has a use for one; those under way get a moment. */
  async heldConnections() {
    for (let waited = 0; ; waited += 50) {
      const text = await (await fetch(`http://127.0.0.1:${this.#port}/metrics`)).text();
      const held = Number(/^spotter_database_connections\{state="busy"\} (\d+)/m.exec(text)[1]);
      if (held === 0 || waited >= 2000) return held;
      await sleep(50);
    }
  }

  async asOwner(text, values) {
    const client = new pg.Client({ connectionString: this.#postgres.ownerUrl, connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  async close() {
    await this.#server?.stop();
    await this.#postgres?.stop();
    const moved = this.#postgres && dirname(this.#postgres.dataDir);
    for (const path of new Set([this.#directory, moved ?? this.#directory]))
      rmSync(path, { recursive: true, force: true });
  }
}
