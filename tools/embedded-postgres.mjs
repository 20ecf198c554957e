// A real PostgreSQL without an installation: makes the data directory, starts the server on a free port of
// 127.0.0.1 or joins the one already running on that directory, and stops it again. It leaves the schema,
// the roles and the data to the api.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
} from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from './lock.mjs';
import { fileSystemProblem, Problem } from './problem.mjs';
import { chooseIdentity } from './embedded-postgres-identity.mjs';
import { findBinaries } from './embedded-postgres-binaries.mjs';
import { freePort, isFree } from './ports.mjs';

const OWNER = 'spotter';
const DATABASE = 'spotter';
const PASSWORD_FILE = 'spotter-owner-password';
const LOG_FILE = 'server.log';

// `sh` between us and the server: as soon as its standard input closes, because we stopped or were killed, it
// asks the server for a fast shutdown. `read` is built in, so killing the watcher leaves no process behind.
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- & server=$!
( while read -r line <&3; do :; done; kill -INT $server ) 2>/dev/null & watcher=$!
exec 3<&-
wait $server; status=$?
kill -9 $watcher 2>/dev/null
exit $status`;

/**
 * Starts (or joins) the server on `dataDir`. `durable: false` switches off every promise about power cuts and is for
 * tests only. `port` asks for a certain port when it is free.
 * Returns { ownerUrl, port, pid, adopted, whenGone, stop }: `whenGone` resolves when the server has ended, however it
 * ended; `stop` ends a server that was started here and leaves an adopted one to its starter.
 */
export async function startEmbeddedPostgres({ dataDir, durable = true, port, log = () => {} }) {
  const binaries = findBinaries();
  const wanted = resolve(dataDir);
  try {
    mkdirSync(dirname(wanted), { recursive: true });
    return await withLock(
      `postgres ${realpathSync(dirname(wanted))}/${basename(wanted)}`,
      () => startLocked({ identity: chooseIdentity({ binaries, dataDir: wanted, durable, log }), durable, port, log }),
      () => log('Another start is preparing this database, waiting for it …'),
    );
  } catch (error) {
    throw (!(error instanceof Problem) && fileSystemProblem(error, wanted)) || error;
  }
}

async function startLocked({ identity, durable, port, log }) {
  const { dataDir } = identity;
  if (!existsSync(join(dataDir, 'PG_VERSION'))) initialise(identity, durable, log);
  checkVersion(identity);

  const living = await findLiving(dataDir, log);
  if (living) {
    if (durable && runsUndurable(living.pid))
      throw new Problem(`The server on ${dataDir} runs without fsync: stop it first.`);
    return describe({ dataDir, ...living, adopted: true, stop: async () => {} });
  }
  await endLeftovers(dataDir);
  rmSync(join(dataDir, 'postmaster.pid'), { force: true });

  for (let attempt = 1; ; attempt++) {
    const chosen = attempt === 1 && port && (await isFree(port)) ? port : await freePort();
    const outcome = await launch(identity, durable, chosen, log);
    if (outcome.server) return describe({ dataDir, ...outcome.server, adopted: false });
    if (attempt < 5 && /could not (bind|create any TCP)/.test(outcome.failure)) continue;
    throw explain(outcome.failure, dataDir);
  }
}

/** initdb beside the final place, then rename: a killed attempt never leaves half a cluster. */
function initialise(identity, durable, log) {
  const { dataDir } = identity;
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new Problem(
      `${dataDir} is not empty and holds no PostgreSQL data: set DATA_DIR to another directory or empty it.`,
    );
  log('Creating the database …');
  for (const name of readdirSync(dirname(dataDir)))
    if (name.startsWith(`${basename(dataDir)}.new-`))
      rmSync(join(dirname(dataDir), name), { recursive: true, force: true });

  const fresh = `${dataDir}.new-${process.pid}`;
  try {
    identity.makeDirectory(fresh);
    const password = randomBytes(24).toString('base64url');
    const passwordFile = join(dirname(fresh), `${basename(dataDir)}.new-password-${process.pid}`);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    identity.giveAway(passwordFile);
    try {
      runInitdb(identity, fresh, passwordFile, durable);
    } finally {
      rmSync(passwordFile, { force: true });
    }
    createDatabase(identity, fresh);
    writeFileSync(join(fresh, PASSWORD_FILE), password, { mode: 0o600 });
    identity.giveAway(join(fresh, PASSWORD_FILE));
    renameSync(fresh, dataDir);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}

function runInitdb(identity, directory, passwordFile, durable) {
  // The builtin provider sorts the same everywhere. LC_CTYPE still comes from the C library: pg_trgm asks it what a
  // letter is, and under plain C everything outside ASCII is none.
  for (const ctype of ['C.UTF-8', 'C']) {
    const args = ['-D', directory, '-U', OWNER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
    args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`);
    // Where nothing is kept, nobody needs a password that is slow to try: each connection of a test tries one.
    if (!durable) args.push('--no-sync', '--set=scram_iterations=1');
    const result = identity.run('initdb', args);
    if (result.status === 0) return;
    if (ctype === 'C' || !/invalid locale/.test(result.stderr))
      throw explain(result.stderr || String(result.error), directory);
  }
}

function createDatabase(identity, directory) {
  const result = identity.run('postgres', ['--single', '-D', directory, 'postgres'], `create database ${DATABASE}\n`);
  if (result.status !== 0 || /ERROR|FATAL/.test(result.stderr)) throw explain(result.stderr, directory);
}

function checkVersion({ dataDir, major }) {
  const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (found !== major)
    throw new Problem(
      `The data in ${dataDir} was written by PostgreSQL ${found} and Spotter brings PostgreSQL ${major}: dump it with version ${found}, or set DATA_DIR to another directory.`,
    );
}

/** The postmaster that works on this directory, once it answers; undefined when there is none. */
async function findLiving(dataDir, log) {
  for (let waited = 0; ; waited += 20) {
    const file = readPidFile(dataDir);
    if (!file || !worksOn(file.pid, dataDir)) return undefined;
    if (file.status === 'ready') return { pid: file.pid, port: file.port };
    if (waited === 5000) log('Waiting for the running database …');
    await sleep(20);
  }
}

function readPidFile(dataDir) {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() };
  } catch {
    return undefined;
  }
}

/** Whether this process is a PostgreSQL whose working directory is `dataDir`; every process of a server has it as such. */
function worksOn(pid, dataDir) {
  try {
    return (
      readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres' &&
      readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir)
    );
  } catch {
    return false;
  }
}

const runsUndurable = (pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('fsync=off');

/** Backends can outlive a killed postmaster; no server may start beside them, so they are given 5 s and then ended. */
async function endLeftovers(dataDir) {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const left = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && worksOn(name, dataDir));
    if (left.length === 0) return;
    if (waited >= 5000) for (const pid of left) process.kill(Number(pid), 'SIGKILL');
    await sleep(50);
  }
  throw new Problem(`Processes of a previous server still work on ${dataDir}: end them and start again.`);
}

const settings = (durable, port) => [
  `port=${port}`,
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_preload_libraries=pg_stat_statements',
  'timezone=UTC',
  'log_timezone=UTC',
  // The log must not hold anybody's data: no statement texts, no "Key (email)=(…) already exists".
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  ...['fsync', 'synchronous_commit', 'full_page_writes'].map((name) => `${name}=${durable ? 'on' : 'off'}`),
];

/** Starts the server behind the guard: { server } when it answers, { failure } with its last words when it ended first. */
async function launch(identity, durable, port, log) {
  const { dataDir } = identity;
  const logFile = join(dataDir, LOG_FILE);
  if (existsSync(logFile) && statSync(logFile).size > 5_000_000) renameSync(logFile, `${logFile}.old`);
  const output = openSync(logFile, 'a', 0o600);
  identity.giveAway(logFile);
  const logStart = statSync(logFile).size;
  const [command, ...args] = identity.command('postgres', [
    '-D',
    dataDir,
    ...settings(durable, port).flatMap((s) => ['-c', s]),
  ]);
  const guard = spawn('/bin/sh', ['-c', GUARD, 'spotter-postgres-guard', command, ...args], {
    ...identity.spawnOptions,
    cwd: '/',
    stdio: ['pipe', output, output],
    detached: true, // Ctrl-C in the terminal is for us; we stop the server when the api has ended
  });
  closeSync(output);
  let ended = false;
  guard.once('exit', () => (ended = true));
  guard.once('error', () => (ended = true));
  guard.stdin.on('error', () => {});

  for (let waited = 0; ; waited += 20) {
    const file = readPidFile(dataDir);
    if (file?.status === 'ready' && file.port === port && worksOn(file.pid, dataDir)) {
      guard.unref();
      guard.stdin.unref();
      return { server: { pid: file.pid, port, stop: () => stopServer(dataDir, file.pid, guard) } };
    }
    if (ended) return { failure: readFileSync(logFile).subarray(logStart).toString('utf8') };
    if (waited % 5000 === 4980) log('The database is recovering from its last stop …');
    await sleep(20);
  }
}

async function stopServer(dataDir, pid, guard) {
  if (worksOn(pid, dataDir)) process.kill(pid, 'SIGINT');
  guard.stdin.destroy();
  for (let waited = 0; worksOn(pid, dataDir); waited += 20) {
    if (waited === 20_000) process.kill(pid, 'SIGQUIT');
    await sleep(20);
  }
}

function describe({ dataDir, pid, port, adopted, stop }) {
  const password = readFileSync(join(dataDir, PASSWORD_FILE), 'utf8').trim();
  const whenGone = (async () => {
    while (worksOn(pid, dataDir)) await sleep(250, undefined, { ref: false });
  })();
  return {
    ownerUrl: `postgres://${OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`,
    port,
    pid,
    adopted,
    dataDir,
    whenGone,
    stop,
  };
}

function explain(output, where) {
  const known = fileSystemProblem(output, where);
  if (known) return known;
  const line = output.split('\n').find((text) => /FATAL|PANIC|error:/.test(text)) ?? output.trim().split('\n').at(-1);
  return new Problem(
    `The embedded PostgreSQL did not start: ${line?.replace(/^.*?(FATAL|PANIC|error): +/, '') || 'no reason given'}${existsSync(join(where, LOG_FILE)) ? ` (more in ${join(where, LOG_FILE)})` : ''}.`,
  );
}
