// npm run bench: the member overview against its peers, search, and memory, in one run on one PostgreSQL.
//   --quick                            small data and short rounds: for seeing that it runs
//   --gyms 20 --members 1000 --years 1 the data of the overview
//   --search 100000,1000000            members of the searched gyms
//   --seconds 8 --rounds 2             a round of load, and how many of each
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildStale } from '../tools/build.mjs';
import { startEmbeddedPostgres } from '../tools/embedded-postgres.mjs';
import { benchOverview } from './overview.mjs';
import { benchSearch } from './search.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    gyms: { type: 'string' },
    members: { type: 'string' },
    years: { type: 'string' },
    search: { type: 'string' },
    seconds: { type: 'string' },
    rounds: { type: 'string' },
  },
});
const usual = values.quick
  ? { gyms: '2', members: '200', years: '0.5', search: '5000', seconds: '2', rounds: '1' }
  : { gyms: '20', members: '1000', years: '1', search: '100000,1000000', seconds: '8', rounds: '2' };
const options = {
  ...usual,
  ...Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string')),
};

await buildStale();
const dataDir = await mkdtemp(join(tmpdir(), 'spotter-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), durable: false });
try {
  const overviewUrl = await databaseWith('overview', [
    '--gyms',
    options.gyms,
    '--members',
    options.members,
    '--years',
    options.years,
  ]);
  const overview = await benchOverview({
    databaseUrl: overviewUrl,
    dataDir,
    seconds: Number(options.seconds),
    rounds: Number(options.rounds),
  });
  const searches = [];
  for (const members of options.search.split(',').filter(Boolean)) {
    const searchUrl = await databaseWith(`search_${members}`, [
      '--gyms',
      '1',
      '--members',
      members,
      '--profile',
      'search',
    ]);
    searches.push(await benchSearch({ databaseUrl: searchUrl, dataDir, queries: values.quick ? 110 : 550 }));
  }
  report(overview, searches);
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function databaseWith(name, generatorOptions) {
  const url = new URL(postgres.ownerUrl);
  const { default: pg } = await import('pg');
  const server = new pg.Client({ connectionString: postgres.ownerUrl });
  await server.connect();
  await server.query(`create database ${name}`);
  await server.end();
  url.pathname = `/${name}`;
  await run([
    new URL('../tools/generate.mjs', import.meta.url).pathname,
    ...generatorOptions,
    '--database-url',
    url.href,
    '--data-dir',
    dataDir,
  ]);
  return url.href;
}

async function run(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
}

function report({ rows, statements, rssMiB }, searches) {
  const [spotter, walled, bare, floor] = rows;
  console.log('\nMember overview, 20 connections');
  console.table(
    rows.map((row) => ({
      server: row.name,
      'requests/s': round(row.rps),
      'p50 ms': row.p50Ms,
      'p99 ms': row.p99Ms,
      'CPU ms/request': round(row.cpuMs, 2),
      'of the floor': round(row.rps / floor.rps, 2),
    })),
  );
  console.log(
    `Spotter / floor ${round(spotter.rps / floor.rps, 2)} (goal 0.50) · Spotter / PostGraphile with the same tenant wall ${round(spotter.rps / walled.rps, 2)} (goal 2), with no wall ${round(spotter.rps / bare.rps, 2)} · ${statements} statements an overview · ${rssMiB} MiB after 10,000 requests and more`,
  );
  console.log('\nMember search, one caller');
  console.table(
    searches.map((search) => ({
      members: search.members,
      queries: search.queries,
      'p50 ms': search.p50Ms,
      'p95 ms': search.p95Ms,
      'slowest ms': search.maxMs,
    })),
  );
  const [first] = searches;
  console.log(
    JSON.stringify({
      overview: {
        rps: round(spotter.rps),
        p99Ms: spotter.p99Ms,
        vsFloor: round(spotter.rps / floor.rps, 2),
        vsPostgraphile: round(spotter.rps / walled.rps, 2),
        vsPostgraphileBare: round(spotter.rps / bare.rps, 2),
        statements,
      },
      search: first && { p95Ms: first.p95Ms, members: first.members },
      rssMiB,
    }),
  );
}

function round(number, digits = 0) {
  return Number(number.toFixed(digits));
}
