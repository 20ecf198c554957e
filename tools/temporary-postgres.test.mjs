import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { MEMORY } from './memory.mjs';
import { startTemporaryPostgres } from './temporary-postgres.mjs';

const folders = [...new Set([tmpdir(), MEMORY])].filter((folder) => existsSync(folder));
const ours = () =>
  folders.flatMap((folder) => readdirSync(folder).filter((it) => it.startsWith(`spotter-test-${process.pid}-`)));
const leftovers = [];
afterEach(() => leftovers.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true })));

/** What a run left behind that was killed so long ago. */
function leave(folder, owner, hours) {
  const path = join(folder, `spotter-test-${owner}-left`);
  mkdirSync(path);
  const then = Date.now() / 1000 - hours * 3600;
  utimesSync(path, then, then);
  leftovers.push(path);
  return path;
}

test('answers, and leaves nothing when it is stopped', async () => {
  const before = ours();
  const server = await startTemporaryPostgres();
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  expect((await client.query('show fsync')).rows).toEqual([{ fsync: 'off' }]);
  await client.end();
  expect(ours()).toHaveLength(before.length + 1);
  await server.stop();
  expect(ours()).toEqual(before);
});

test('removes what killed runs left, and nothing that may be in use', async () => {
  const nobody = 2 ** 30; // beyond the numbers of processes
  const gone = folders.map((folder) => leave(folder, nobody, 2));
  const kept = [leave(folders[0], process.pid, 2), leave(folders[0], nobody + 1, 0.5)];
  await (await startTemporaryPostgres()).stop();
  expect(gone.filter((path) => existsSync(path))).toEqual([]);
  expect(kept.filter((path) => existsSync(path))).toEqual(kept);
});
