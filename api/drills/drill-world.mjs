// What the parts of a drill stand on: one throw-away PostgreSQL with a migrated database for whoever asks, servers,
// and dice that a seed decides.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../tools/ports.mjs';
import { startTemporaryPostgres } from '../../tools/temporary-postgres.mjs';
import { root } from '../../tools/toolchain.mjs';
import { ServerProcess } from './server.mjs';

const pg = createRequire(join(root, 'api', 'package.json'))('pg');
const TEMPLATE = 'drill_template';

export async function openDrillWorld() {
  const world = new DrillWorld(mkdtempSync(join(tmpdir(), 'spotter-drill-')), await startTemporaryPostgres());
  await world.prepare();
  return world;
}

class DrillWorld {
  #directory;
  #postgres;
  #databases = 0;
  #servers = new Set();

  constructor(directory, postgres) {
    this.#directory = directory;
    this.#postgres = postgres;
  }

  /** The migrated database that the parts' own are copied from. */
  async prepare() {
    const { ensureAppRole } = await import('../dist/database/app-role.js');
    const { migrate } = await import('../dist/database/migrate.js');
    await this.#onServer(`create database ${TEMPLATE}`);
    await ensureAppRole(this.#urlOf(TEMPLATE));
    await migrate(this.#urlOf(TEMPLATE));
  }

  /** What a part is given: everything of it hangs on the seed and the name, not on the parts before. */
  forPart(name, { isQuick, seed, log }) {
    return {
      isQuick,
      seed,
      log,
      directory: this.#directory,
      chance: mulberry32([...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed)),
      newDatabase: () => this.#newDatabase(),
      startServer: (options) => this.#startServer(options),
    };
  }

  async #newDatabase() {
    const { ensureAppRole } = await import('../dist/database/app-role.js');
    const name = `drill_${(this.#databases += 1)}`;
    await this.#onServer(`create database ${name} template ${TEMPLATE}`);
    const ownerUrl = this.#urlOf(name);
    return { ownerUrl, appUrl: await ensureAppRole(ownerUrl) };
  }

  async #startServer({ ownerUrl, env }) {
    const server = new ServerProcess({
      databaseUrl: ownerUrl,
      directory: this.#directory,
      port: await freePort(),
      env,
    });
    this.#servers.add(server);
    await server.untilReady();
    return server;
  }

  /** Rows of a statement as the owner of a database. */
  async asOwner(ownerUrl, text, values) {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  async close() {
    for (const server of this.#servers) await server.stop();
    await this.#postgres.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  #onServer(text) {
    return this.asOwner(this.#postgres.ownerUrl, text);
  }

  #urlOf(name) {
    const url = new URL(this.#postgres.ownerUrl);
    url.pathname = `/${name}`;
    return url.href;
  }
}

/** Dice between 0 and 1, the same for the same seed. */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
