// Builds what is stale: api/dist from the api's sources, web/dist from the web's and the schema. A build is made beside
// the old one and put in its place when it is complete, so a killed build leaves the old one standing.
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { withLock } from './lock.mjs';
import { failWith, fileSystemProblem, Problem } from './problem.mjs';
import { root } from './toolchain.mjs';

const STAMP = '.spotter-stamp';
const NEW = 'dist.new';
const shared = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'tools/build.mjs'];

const parts = {
  api: {
    sources: ['api/src', 'api/package.json', 'api/tsconfig.json', 'api/rolldown.config.mjs', ...shared],
    steps: (out) => [
      ['api', 'tsc', '-p', 'tsconfig.json', '--outDir', out, '--incremental', 'false', '--tsBuildInfoFile', 'null'],
      ['api', 'rolldown', '--config', 'rolldown.config.mjs', '--input', `${out}/main.js`, '--dir', `${out}/server`],
    ],
  },
  web: {
    sources: ['web', 'schema.graphql', ...shared],
    steps: (out) => [
      ['web', 'graphql-codegen', '--config', 'codegen.ts'],
      ['web', 'vite', 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'warn'],
      [
        'web',
        'vite',
        'build',
        '--config',
        'graphiql/vite.config.ts',
        '--outDir',
        `../${out}/graphiql`,
        '--logLevel',
        'warn',
      ],
    ],
  },
};

/** Returns the names of the parts that were built. */
export async function buildStale({ log = console.log, only = Object.keys(parts) } = {}) {
  return withLock(
    `build ${root}`,
    async () => {
      const built = [];
      for (const name of only) if (await buildPart(name, log)) built.push(name);
      return built;
    },
    () => log('Another build is under way, waiting for it …'),
  );
}

async function buildPart(name, log) {
  const dist = join(root, name, 'dist');
  const wanted = hashOf(parts[name].sources);
  if (existsSync(join(dist, STAMP)) && readFileSync(join(dist, STAMP), 'utf8') === wanted) return false;
  log(`Building ${name} …`);
  const fresh = join(root, name, NEW);
  rmSync(fresh, { recursive: true, force: true });
  for (const [folder, program, ...args] of parts[name].steps(NEW)) await runProgram(folder, program, args);
  writeFileSync(join(fresh, STAMP), wanted);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
  return true;
}

async function runProgram(folder, program, args) {
  const child = spawn(join(root, folder, 'node_modules', '.bin', program), args, {
    cwd: join(root, folder),
    // Started by a test runner it would be "test", and React would be built with all its checks.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((done, fail) => child.once('error', fail).once('close', done));
  if (code !== 0)
    throw fileSystemProblem(output, root) ?? new Problem(`Building ${folder} failed (${program}):\n${output.trim()}`);
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.flatMap((it) => filesUnder(join(root, it))))
    hash.update(relative(root, path)).update('\0').update(readFileSync(path));
  return hash.digest('hex');
}

const skipped = new Set(['node_modules', 'dist', 'dist.new', 'e2e', 'testing', '.cache']);
const isSource = (name) => !skipped.has(name) && !/\.generated\.tsx?$|\.test\.tsx?$/.test(name);

function filesUnder(path) {
  try {
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries
      .filter(({ name }) => isSource(name))
      .flatMap((it) => (it.isDirectory() ? filesUnder(join(path, it.name)) : [join(path, it.name)]));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

if (process.argv[1] === import.meta.filename)
  buildStale().then(
    (built) => console.log(built.length ? `Built ${built.join(' and ')}.` : 'Everything is up to date.'),
    failWith,
  );
