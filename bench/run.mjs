// npm run bench: the member overview against its peers, search, the monthly billing run, the rules of a night, and memory, in
// one run on one PostgreSQL.
//   --only overview,search,billing,sepa,rules  some of them
//   --quick                            small data and short rounds: for seeing that it runs
//   --gyms 20 --members 1000 --years 1 the data of the overview
//   --search 100000,1000000            members of the searched gyms
//   --billing 10000,100000             members of the gyms that are billed
//   --rules 100000,1000000             members of the gyms whose rules run
//   --seconds 8 --rounds 2             a round of load, and how many of each
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildStale } from '../tools/build.mjs';
import { startEmbeddedPostgres } from '../tools/embedded-postgres.mjs';
import { benchBilling } from './billing.mjs';
import { benchOverview } from './overview.mjs';
import { benchRules } from './rules.mjs';
import { benchSearch } from './search.mjs';
import { benchSepaExport } from './sepa-export.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    gyms: { type: 'string' },
    members: { type: 'string' },
    years: { type: 'string' },
    search: { type: 'string' },
    billing: { type: 'string' },
    sepa: { type: 'string' },
    rules: { type: 'string' },
    only: { type: 'string' },
    seconds: { type: 'string' },
    rounds: { type: 'string' },
  },
});
const usual = values.quick
  ? {
      gyms: '2',
      members: '200',
      years: '0.5',
      search: '5000',
      billing: '1000',
      sepa: '1000',
      rules: '1000',
      seconds: '2',
      rounds: '1',
    }
  : {
      gyms: '20',
      members: '1000',
      years: '1',
      search: '100000,1000000',
      billing: '10000,100000',
      sepa: '10000,100000',
      rules: '100000,1000000',
      seconds: '8',
      rounds: '2',
    };
const options = {
  ...usual,
  ...Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string')),
};

const benches = { overview: runOverview, search: runSearch, billing: runBilling, sepa: runSepaExport, rules: runRules };
const chosen = options.only?.split(',') ?? Object.keys(benches);
const unknown = chosen.filter((name) => !benches[name]);
if (unknown.length > 0) throw new Error(`There is no bench named ${unknown.join(', ')}.`);

await buildStale(chosen.includes('overview') ? {} : { only: ['api'] });
const dataDir = await mkdtemp(join(tmpdir(), 'spotter-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), durable: false });
const figures = {};
try {
  for (const name of chosen) Object.assign(figures, await benches[name]());
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
console.log(JSON.stringify(figures));

async function runOverview() {
  const { gyms, members, years, seconds, rounds } = options;
  const databaseUrl = await databaseWith('overview', ['--gyms', gyms, '--members', members, '--years', years]);
  const overview = await benchOverview({ databaseUrl, dataDir, seconds: Number(seconds), rounds: Number(rounds) });
  return reportOverview(overview);
}

async function runSearch() {
  const searches = [];
  for (const members of options.search.split(',').filter(Boolean)) {
    const generated = ['--gyms', '1', '--members', members, '--profile', 'search'];
    const databaseUrl = await databaseWith(`search_${members}`, generated);
    searches.push(await benchSearch({ databaseUrl, dataDir, queries: values.quick ? 110 : 550 }));
  }
  return reportSearch(searches);
}

async function runBilling() {
  const runs = [];
  for (const members of options.billing.split(',').filter(Boolean)) {
    const databaseUrl = await migratedDatabase(`billing_${members}`);
    runs.push(await benchBilling({ databaseUrl, members: Number(members) }));
  }
  return reportBilling(runs);
}

async function runSepaExport() {
  const runs = [];
  for (const members of options.sepa.split(',').filter(Boolean)) {
    const databaseUrl = await migratedDatabase(`sepa_${members}`);
    runs.push(await benchSepaExport({ databaseUrl, members: Number(members) }));
  }
  return reportSepaExport(runs);
}

async function runRules() {
  const runs = [];
  for (const members of options.rules.split(',').filter(Boolean)) {
    const databaseUrl = await migratedDatabase(`rules_${members}`);
    runs.push(await benchRules({ databaseUrl, members: Number(members) }));
  }
  return reportRules(runs);
}

async function databaseWith(name, generatorOptions) {
  const url = await newDatabase(name);
  await run([
    new URL('../tools/generate.mjs', import.meta.url).pathname,
    ...generatorOptions,
    '--database-url',
    url,
    '--data-dir',
    dataDir,
  ]);
  return url;
}

async function migratedDatabase(name) {
  const { ensureAppRole } = await import('../api/dist/database/app-role.js');
  const { migrate } = await import('../api/dist/database/migrate.js');
  const url = await newDatabase(name);
  await ensureAppRole(url);
  await migrate(url);
  return url;
}

async function newDatabase(name) {
  const { default: pg } = await import('pg');
  const server = new pg.Client({ connectionString: postgres.ownerUrl });
  await server.connect();
  await server.query(`create database ${name}`);
  await server.end();
  const url = new URL(postgres.ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function run(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
}

function reportOverview({ rows, statements, rssMiB }) {
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
  return {
    overview: {
      rps: round(spotter.rps),
      p99Ms: spotter.p99Ms,
      vsFloor: round(spotter.rps / floor.rps, 2),
      vsPostgraphile: round(spotter.rps / walled.rps, 2),
      vsPostgraphileBare: round(spotter.rps / bare.rps, 2),
      statements,
    },
    rssMiB,
  };
}

function reportSearch(searches) {
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
  return { search: first && { p95Ms: first.p95Ms, members: first.members } };
}

function reportBilling(runs) {
  console.log('\nMonthly billing run of one gym');
  console.table(
    runs.map((it) => ({
      members: it.members,
      lines: it.lines,
      seconds: round(it.seconds, 1),
      'lines/s': round(it.linesPerSecond),
      'MiB at the start': round(it.startMiB),
      'MiB at the peak': round(it.peakMiB),
      'seconds when nothing is due': round(it.idleSeconds, 2),
    })),
  );
  const [first, last] = [runs[0], runs.at(-1)];
  return {
    billing: last && {
      members: last.members,
      lines: last.lines,
      seconds: round(last.seconds, 1),
      linesPerSecond: round(last.linesPerSecond),
      peakMiB: round(last.peakMiB),
      // 1: a hundred times the members take a hundred times as long.
      growth: round(last.seconds / first.seconds / (last.members / first.members), 2),
    },
  };
}

function reportSepaExport(runs) {
  console.log('\nSEPA batch of one gym: made, and its file for the bank');
  console.table(
    runs.map((it) => ({
      members: it.members,
      lines: it.lines,
      'seconds to make': round(it.createSeconds, 1),
      'seconds of the file': round(it.fileSeconds, 1),
      'collections/s': round(it.members / (it.createSeconds + it.fileSeconds)),
      'MB of the file': round(it.bytes / 1e6, 1),
      'MiB at the start': round(it.startMiB),
      'MiB at the peak': round(it.peakMiB),
    })),
  );
  const [first, last] = [runs[0], runs.at(-1)];
  const secondsOf = (it) => it.createSeconds + it.fileSeconds;
  return {
    sepa: last && {
      members: last.members,
      seconds: round(secondsOf(last), 1),
      collectionsPerSecond: round(last.members / secondsOf(last)),
      peakMiB: round(last.peakMiB),
      growth: round(secondsOf(last) / secondsOf(first) / (last.members / first.members), 2),
    },
  };
}

function reportRules(runs) {
  console.log('\nAll rules of notifications in one gym');
  console.table(
    runs.map((it) => ({
      members: it.members,
      visits: it.visits,
      'made in the first night': it.first.made,
      minutes: round(it.first.seconds / 60, 2),
      'MiB at the peak': round(it.first.peakMiB),
      'made in the next': it.next.made,
      'minutes of the next': round(it.next.seconds / 60, 2),
    })),
  );
  const [first, last] = [runs[0], runs.at(-1)];
  return {
    rules: last && {
      members: last.members,
      minutes: round(last.first.seconds / 60, 2),
      nextMinutes: round(last.next.seconds / 60, 2),
      peakMiB: round(Math.max(last.first.peakMiB, last.next.peakMiB)),
      growth: round(last.first.seconds / first.first.seconds / (last.members / first.members), 2),
    },
  };
}

function round(number, digits = 0) {
  return Number(number.toFixed(digits));
}
