// The embedded PostgreSQL on hard cases: killed starters, several starts at once, pid files that lie, foreign data.
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { childrenOf, isRunning, waitUntil } from './testing/processes.mjs';

const directory = mkdtempSync(join(tmpdir(), 'spotter-embedded-'));
const dataDir = join(directory, 'postgres');
const starter = join(directory, 'starter.mjs');
const children = [];

beforeAll(() => {
  writeFileSync(
    starter,
    `import { startEmbeddedPostgres } from ${JSON.stringify(new URL('./embedded-postgres.mjs', import.meta.url).href)};
     const { pid, adopted, ownerUrl } = await startEmbeddedPostgres({ dataDir: process.argv[2] });
     console.log(JSON.stringify({ pid, adopted, ownerUrl }));
     setInterval(() => {}, 1000);`,
  );
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await sleep(1000);
  rmSync(directory, { recursive: true, force: true });
});

/** Another process that starts (or joins) the server and stays until it is killed. */
async function startElsewhere(where = dataDir) {
  const child = spawn(process.execPath, [starter, where], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const line = await new Promise((done, fail) => {
    child.stdout.once('data', done);
    child.once('exit', (code) => fail(new Error(`the starter ended with ${code}`)));
  });
  return { child, ...JSON.parse(line) };
}

async function query(url, text) {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('a durable server', () => {
  it('keeps what was written over a stop, and its promises are on', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    await query(first.ownerUrl, `create table kept (x int); insert into kept values (1)`);
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);

    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.adopted).toBe(false);
    expect(await query(second.ownerUrl, 'select * from kept')).toEqual([{ x: 1 }]);
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'server_encoding', 'listen_addresses'];
    const settings = await query(
      second.ownerUrl,
      `select ${names.map((it) => `current_setting('${it}') ${it}`).join()}`,
    );
    expect(settings).toEqual([
      {
        fsync: 'on',
        synchronous_commit: 'on',
        full_page_writes: 'on',
        server_encoding: 'UTF8',
        listen_addresses: '127.0.0.1',
      },
    ]);
    await second.stop();
  });

  it('keeps the memory of a statement for the next', async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    const client = new pg.Client(server.ownerUrl);
    await client.connect();
    const { pid } = (await client.query('select pg_backend_pid() as pid')).rows[0];
    const pagesAskedFor = () => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')[7]);
    const useTwoMiB = () =>
      client.query(`select length(string_agg(repeat('x', 1000), '')) from generate_series(1, 2000)`);
    for (let run = 0; run < 5; run += 1) await useTwoMiB();
    const before = pagesAskedFor();
    for (let run = 0; run < 10; run += 1) await useTwoMiB();
    expect(pagesAskedFor() - before).toBeLessThan(100); // about 9,700 where they are given back
    await client.end();
    await server.stop();
  });

  it('writes no data of anybody into its log', async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    await query(
      server.ownerUrl,
      `create table secret (email text unique); insert into secret values ('canary@x.example')`,
    );
    await expect(query(server.ownerUrl, `insert into secret values ('canary@x.example')`)).rejects.toThrow(/duplicate/);
    await server.stop();
    const log = readFileSync(join(dataDir, 'server.log'), 'utf8');
    expect(log).toContain('duplicate key value');
    expect(log).not.toContain('canary');
  });
});

describe('several starts at once', () => {
  it('make one server that all of them use', async () => {
    const fresh = join(directory, 'shared');
    const all = await Promise.all([startElsewhere(fresh), startElsewhere(fresh), startElsewhere(fresh)]);
    expect(new Set(all.map(({ pid }) => pid)).size).toBe(1);
    expect(all.filter(({ adopted }) => !adopted)).toHaveLength(1);
    expect(await query(all[2].ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    for (const { child } of all) child.kill('SIGKILL');
    await waitUntil(() => !isRunning(all[0].pid), 'the server to end with its starter');
  });
});

describe('after kill -9', () => {
  it('of the starter the server stops by itself and the next start works', async () => {
    const { child, pid, ownerUrl } = await startElsewhere();
    await query(ownerUrl, 'insert into kept values (2)');
    child.kill('SIGKILL');
    await waitUntil(() => !isRunning(pid), 'the server to end with its starter');
    expect(await startAndReadKept()).toEqual([1, 2]);
  });

  it('of the starter and its guard the server is adopted', async () => {
    const { child, pid } = await startElsewhere();
    for (const guard of guardsOf(child.pid)) process.kill(guard, 'SIGKILL');
    child.kill('SIGKILL');
    await sleep(500);
    const next = await startEmbeddedPostgres({ dataDir });
    expect(next).toMatchObject({ adopted: true, pid });
    process.kill(pid, 'SIGINT');
    await next.whenGone;
  });

  it('of the server the starter hears of it and the next start recovers', async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    await query(server.ownerUrl, 'insert into kept values (3)');
    process.kill(server.pid, 'SIGKILL');
    await server.whenGone;
    expect(await startAndReadKept()).toEqual([1, 2, 3]);
  });

  async function startAndReadKept() {
    const server = await startEmbeddedPostgres({ dataDir });
    const rows = await query(server.ownerUrl, 'select x from kept order by x');
    await server.stop();
    return rows.map(({ x }) => x);
  }

  /** The guard below the starter, and the watcher below the guard. */
  function guardsOf(starterPid) {
    const shellBelow = (pid) => childrenOf(pid).find(({ command }) => command === 'sh').pid;
    const guard = shellBelow(starterPid);
    return [shellBelow(guard), guard];
  }
});

describe('a directory that lies', () => {
  it('with a pid file of another program is started all the same', async () => {
    const lines = [process.pid, dataDir, 1, 5432, '', '127.0.0.1', '  1 1', 'ready   '];
    writeFileSync(join(dataDir, 'postmaster.pid'), `${lines.join('\n')}\n`);
    const server = await startEmbeddedPostgres({ dataDir });
    expect(server.adopted).toBe(false);
    await server.stop();
  });

  it('of another version is refused in one sentence', async () => {
    const other = join(directory, 'old');
    mkdirSync(other);
    writeFileSync(join(other, 'PG_VERSION'), '17\n');
    await expect(startEmbeddedPostgres({ dataDir: other })).rejects.toThrow(
      /^The data in .*old was written by PostgreSQL 17 and Spotter brings PostgreSQL 18/,
    );
  });

  it('with something else in it is refused and left alone', async () => {
    const other = join(directory, 'other');
    mkdirSync(other);
    appendFileSync(join(other, 'diary.txt'), 'dear diary');
    await expect(startEmbeddedPostgres({ dataDir: other })).rejects.toThrow(
      /is not empty and holds no PostgreSQL data/,
    );
    expect(readdirSync(other)).toEqual(['diary.txt']);
  });

  it('left behind by a killed initdb is cleared away', async () => {
    const fresh = join(directory, 'half');
    mkdirSync(`${fresh}.new-1`);
    writeFileSync(join(`${fresh}.new-1`, 'PG_VERSION'), '18\n');
    const server = await startEmbeddedPostgres({ dataDir: fresh, durable: false });
    expect(readdirSync(directory).filter((name) => name.startsWith('half'))).toEqual(['half']);
    expect(await query(server.ownerUrl, `select current_setting('fsync') fsync`)).toEqual([{ fsync: 'off' }]);
    await expect(startEmbeddedPostgres({ dataDir: fresh })).rejects.toThrow(/runs without fsync/);
    await server.stop();
  });
});
