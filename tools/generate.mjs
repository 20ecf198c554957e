// `npm run generate -- --gyms 20 --members 5000 --years 3`: fills a database with made-up gyms for benchmarks, as fast as
// PostgreSQL takes rows. Uses the server of --database-url or DATABASE_URL, else the embedded one on --data-dir.
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { readSecretsKey } from '../api/src/config.ts';
import { unlockSecrets } from '../api/src/database/unlock-secrets.ts';
import { DatabaseNotEmptyError, generate } from '../api/src/database/seeds/generate.ts';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { Problem } from './problem.mjs';
import { stopWithStarter } from './stop-with-starter.mjs';
import { root } from './toolchain.mjs';

const usage = `Usage: npm run generate -- [options]

  --gyms N            how many gyms (20)
  --members N         members a gym (1000)
  --years N           how far back sessions and purchases go; fractions are fine (1)
  --seed TEXT         the same seed on the same day gives the same rows (1)
  --profile search    members only, for benchmarks of the member search
  --append            add to the gyms that are there
  --database-url URL  the owner's connection; default DATABASE_URL, else the embedded PostgreSQL
  --data-dir DIR      of the embedded PostgreSQL and of secrets.key (.data)

Each gym gets a login admin@gym-<n>.example with the password spotter-demo.`;

let postgres;
let isEnding = false;
stopWithStarter();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt);
process.on('unhandledRejection', fail);
await run().catch(fail);

async function run() {
  const options = readOptions();
  if (!options) return console.log(usage);
  const ownerUrl = options.databaseUrl ?? (await startPostgres(options.dataDir));
  const startedAt = performance.now();
  const progress = progressBar(startedAt);
  const key = readSecretsKey(process.env);
  const unlock = () => unlockSecrets({ ownerUrl, key, directory: options.dataDir });
  const rows = await generate({ ...options, ownerUrl, unlock, now: new Date(), onProgress: progress });
  const seconds = (performance.now() - startedAt) / 1000;
  const members = options.gyms * options.members;
  console.log(
    `Made ${count(options.gyms)} gyms with ${count(members)} members: ${count(rows)} rows in ${seconds.toFixed(1)} s, ` +
      `${count(rows / seconds)} rows/s, peak memory ${count(process.resourceUsage().maxRSS / 1024)} MiB.`,
  );
  await end(0);
}

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        gyms: { type: 'string', default: '20' },
        members: { type: 'string', default: '1000' },
        years: { type: 'string', default: '1' },
        seed: { type: 'string', default: '1' },
        profile: { type: 'string', default: 'full' },
        append: { type: 'boolean', default: false },
        'database-url': { type: 'string' },
        'data-dir': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new Problem(`${error.message}\n\n${usage}`);
  }
  if (values.help) return undefined;
  if (!['full', 'search'].includes(values.profile))
    throw new Problem(`--profile must be full or search, but is "${values.profile}".`);
  return {
    gyms: number(values, 'gyms', /^[1-9]\d{0,5}$/),
    members: number(values, 'members', /^[1-9]\d{0,7}$/),
    years: number(values, 'years', /^(\d{1,2})(\.\d+)?$/),
    seed: values.seed,
    profile: values.profile.toUpperCase(),
    mayAppend: values.append,
    databaseUrl: values['database-url'] || process.env.DATABASE_URL?.trim() || undefined,
    dataDir: resolve(root, values['data-dir'] ?? (process.env.DATA_DIR?.trim() || '.data')),
  };
}

function number(values, name, pattern) {
  if (!pattern.test(values[name])) throw new Problem(`--${name} is not a number that fits: "${values[name]}".`);
  return Number(values[name]);
}

async function startPostgres(dataDir) {
  postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log: (line) => console.log(line) });
  return postgres.ownerUrl;
}

/** A bar that redraws itself on a terminal, a line every five seconds elsewhere. */
function progressBar(startedAt) {
  const isTerminal = process.stdout.isTTY;
  let shownAt = 0;
  return ({ gymsDone, gyms, rows, share }) => {
    const now = performance.now();
    if (share < 1 && now - shownAt < (isTerminal ? 100 : 5000)) return;
    shownAt = now;
    const seconds = (now - startedAt) / 1000;
    const left = share > 0.02 && share < 1 ? `, ${Math.ceil((seconds / share) * (1 - share))} s to go` : '';
    const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░');
    const line = `${bar} ${Math.floor(share * 100)} %  gym ${Math.min(gymsDone + 1, gyms)}/${gyms}  ${count(rows)} rows, ${count(rows / seconds)}/s${left}`;
    if (isTerminal) process.stdout.write(`\r\x1b[2K${line}${share === 1 ? '\n' : ''}`);
    else console.log(line);
  };
}

function count(value) {
  return Math.round(value).toLocaleString('en');
}

function fail(error) {
  if (isEnding) return;
  // Errors of the network and of PostgreSQL have a code; their stack says nothing more.
  const isPlain = error instanceof Problem || error instanceof DatabaseNotEmptyError || error?.code;
  console.error(isPlain ? `\n${error.message || error.code}` : error);
  void end(1);
}

function interrupt() {
  if (!isEnding) console.log('\nStopping; the gyms that were finished are kept.');
  void end(130);
}

async function end(code) {
  if (isEnding) return;
  isEnding = true;
  await postgres?.stop();
  process.exit(code);
}
