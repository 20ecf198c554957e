// As whom PostgreSQL runs, and where. It refuses to run as root, so root's server runs in a user namespace in which
// root is called nobody, or else under an unprivileged account, moved to a place that this account can reach.
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Problem } from './problem.mjs';

const NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];

/** Only what PostgreSQL needs: PG* and LC_* variables of the caller's shell must not change what it does. */
const environment = {
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
  // A statement needs a few MiB for as long as it runs. glibc gives them back to the system after each and asks again, a
  // page at a time, for the next: on a virtual machine two thirds of an overview's time in PostgreSQL (decision 0029).
  MALLOC_TOP_PAD_: String(1024 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(32 * 1024 * 1024),
  MALLOC_MMAP_THRESHOLD_: String(16 * 1024 * 1024),
};

export function chooseIdentity({ binaries, dataDir, durable, log }) {
  if (process.getuid() !== 0) return identity(binaries, binaries.native, dataDir);
  const owner = existsSync(dataDir) ? statSync(dataDir) : undefined;
  const ownedByOther = owner && owner.uid !== 0;
  if (!ownedByOther && !movedBefore(dataDir, durable) && namespacesWork())
    return identity(binaries, binaries.native, dataDir, { prefix: NAMESPACE });

  const account = ownedByOther ? { uid: owner.uid, gid: owner.gid } : findAccount();
  const canReach = (path) => spawnSync('/bin/sh', ['-c', '[ -x "$0" ]', path], { ...account, cwd: '/' }).status === 0;
  const home = movedHome(dataDir, durable);
  let native = binaries.native;
  if (!canReach(join(native, 'bin', 'postgres'))) {
    native = join(home, binaries.version);
    if (!existsSync(native)) {
      makeReachable(home);
      cpSync(binaries.native, native, { recursive: true, verbatimSymlinks: true });
    }
  }
  let place = dataDir;
  if (movedBefore(dataDir, durable) || (!canReach(dirname(dataDir)) && !ownedByOther)) {
    makeReachable(home);
    place = join(home, 'data');
    log(
      `The database is kept in ${place}: PostgreSQL may not run as root, and the account it runs under cannot reach ${dataDir}.`,
    );
  }
  return identity(binaries, native, place, { account });
}

function identity({ major }, native, dataDir, { prefix = [], account } = {}) {
  const command = (program, args) => [...prefix, join(native, 'bin', program), ...args];
  const spawnOptions = { ...account, env: environment };
  return {
    major,
    dataDir,
    command,
    spawnOptions,
    run(program, args, input = '') {
      const [file, ...rest] = command(program, args);
      return spawnSync(file, rest, { ...spawnOptions, cwd: '/', input, encoding: 'utf8' });
    },
    makeDirectory(path) {
      mkdirSync(path, { mode: 0o700 });
      this.giveAway(path);
    },
    giveAway(path) {
      if (account) chownSync(path, account.uid, account.gid);
    },
  };
}

const namespacesWork = () => spawnSync(NAMESPACE[0], [...NAMESPACE.slice(1), 'true']).status === 0;

// Data that shall last does not go to a temporary directory, which is emptied now and then.
const movedHome = (dataDir, durable) =>
  join(durable ? '/var/lib' : tmpdir(), `spotter-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
const movedBefore = (dataDir, durable) =>
  !existsSync(dataDir) && existsSync(join(movedHome(dataDir, durable), 'data', 'PG_VERSION'));

function makeReachable(directory) {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o755);
}

function findAccount() {
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = entries.find(([name]) => name === 'postgres') ?? entries.find(([name]) => name === 'nobody');
  if (!found)
    throw new Problem(
      'PostgreSQL may not run as root and there is no other account: start as an ordinary user, or set DATABASE_URL.',
    );
  return { uid: Number(found[2]), gid: Number(found[3]) };
}
