// `npm test`: every check in a fixed order on one throw-away PostgreSQL, then a table and one closing line.
// `npm test -- api web` runs the steps of these names only; a word that names no step filters the test files:
// `npm test -- api check-up`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';
import { buildStale } from './build.mjs';
import { Problem } from './problem.mjs';
import { stopWithStarter } from './stop-with-starter.mjs';
import { startTemporaryPostgres } from './temporary-postgres.mjs';
import { root } from './toolchain.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'spotter-check-'));

// A step runs when everything it `needs` exists in the repository. `run` throws a Problem when the check fails, or
// returns { passed, failed, skipped } when it counted tests. The steps of one list run one after the other, or, where they
// share the machine, two at a time: those that use one core only, and those that wait for processes to start and to die.
const stepLists = [
  {
    steps: [
      { name: 'format', run: () => quietly('.', 'oxfmt', ['--check']) },
      // Before lint and types, which know the generated ones.
      {
        name: 'codegen',
        needs: ['web/codegen.ts'],
        run: () => quietly('web', 'graphql-codegen', ['--config', 'codegen.ts']),
      },
    ],
  },
  {
    isShared: true,
    steps: [
      { name: 'build-web', needs: ['web/index.html'], run: () => buildStale({ only: ['web'], log: () => {} }) },
      { name: 'build-api', needs: ['api/src'], run: buildSoundApi },
      { name: 'lint', run: () => quietly('.', 'oxlint', ['--type-aware', '--deny-warnings']) },
      {
        name: 'types-web',
        needs: ['web/tsconfig.json'],
        run: () => quietly('web', 'tsc', ['-p', 'tsconfig.json', '--noEmit']),
      },
      {
        name: 'types-stripe',
        needs: ['stripe-emulator/src'],
        run: () => quietly('stripe-emulator', 'tsc', ['-p', '.']),
      },
    ],
  },
  {
    isShared: true,
    steps: [
      { name: 'web', needs: ['web/src'], run: (files, as) => vitest('web', 'vitest.config.ts', files, as) },
      { name: 'schema', needs: ['api/src/schema.ts'], run: checkSchema },
      {
        name: 'stripe',
        needs: ['stripe-emulator/src'],
        run: (files, as) => vitest('stripe-emulator', 'vitest.config.ts', files, as),
      },
    ],
  },
  {
    steps: [
      { name: 'api', needs: ['api/src'], hasDatabase: true, run: (files) => vitest('api', 'vitest.config.ts', files) },
      {
        name: 'e2e',
        needs: ['web/e2e/vitest.config.ts'],
        hasDatabase: true,
        run: (files) => vitest('web', 'e2e/vitest.config.ts', files),
      },
    ],
  },
  {
    isShared: true,
    steps: [
      { name: 'tools', run: (files, as) => vitest('.', 'tools/vitest.config.mjs', files, as) },
      { name: 'drill-kill', needs: ['api/drills/kill.mjs'], run: () => drill('kill', '--rounds', '20') },
      {
        name: 'drill-money',
        needs: ['submits', 'webhooks', 'billing', 'schedules', 'sepa'].map((part) => `api/drills/${part}.mjs`),
        run: () => drill('money', '--quick'),
      },
      {
        name: 'drill-engagement',
        needs: ['api/drills/rules.mjs'],
        run: () => drill('engagement', '--quick'),
      },
    ],
  },
];

const LONGEST_FAILURE = 3000; // characters
const TESTING = ['tools', 'stripe', 'api', 'web', 'e2e'];

const children = new Set();
let postgres;
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
stopWithStarter();

const words = process.argv.slice(2);
const stepNames = stepLists.flatMap(({ steps }) => steps.map(({ name }) => name));
const named = words.filter((word) => stepNames.includes(word));
const fileFilters = words.filter((word) => !named.includes(word));
const results = [];
try {
  for (const { isShared, steps: list } of stepLists) {
    const waiting = list.filter(isChosen).map((step) => ({ ...step, isShared }));
    const takeOneByOne = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step));
    };
    await Promise.all(isShared ? [takeOneByOne(), takeOneByOne()] : [takeOneByOne()]);
  }
} finally {
  await cleanUp();
}
report();

function isChosen({ name, needs = [] }) {
  if (!needs.every((path) => existsSync(join(root, path)))) return false;
  if (named.length > 0) return named.includes(name);
  return fileFilters.length === 0 || TESTING.includes(name);
}

async function runStep({ name, isShared, hasDatabase, run }) {
  console.log(isShared ? `▸ ${name} begins` : `▸ ${name}`);
  const startedAt = performance.now();
  let counts = { passed: 0, failed: 0, skipped: 0 };
  let failures = [];
  let hasFailed = false;
  try {
    if (hasDatabase) await provideDatabase();
    counts = (await run(fileFilters, isShared && name))?.counts ?? counts;
  } catch (thrown) {
    hasFailed = true;
    counts = thrown.counts ?? { ...counts, failed: 1 };
    const message = thrown instanceof Problem ? thrown.message : String(thrown.stack ?? thrown);
    failures = thrown.failures?.length > 0 ? thrown.failures : [message];
    console.error(message);
  }
  return { name, counts, hasFailed, failures, seconds: (performance.now() - startedAt) / 1000 };
}

async function provideDatabase() {
  if (process.env.TEST_DATABASE_URL) return;
  postgres = await startTemporaryPostgres();
  process.env.TEST_DATABASE_URL = postgres.ownerUrl;
}

/** Building checks the types, those of the tests too; but what only tests are made of makes nothing stale. */
async function buildSoundApi() {
  const built = await buildStale({ only: ['api'], log: () => {} });
  if (built.length === 0) await quietly('api', 'tsc', ['-p', 'tsconfig.json', '--noEmit']);
}

/** schema.graphql is what the code says; it is reviewed like code, so a difference is an error and not overwritten. */
async function checkSchema() {
  const emitted = join(scratch, 'schema.graphql');
  await quietly('api', process.execPath, ['dist/schema.js', '--emit', emitted]);
  if (readFileSync(emitted, 'utf8') === readFileSync(join(root, 'schema.graphql'), 'utf8')) return;
  throw new Problem('schema.graphql differs from the code: npm run schema writes it, then review and commit it.');
}

/** With `spoken`, what it says comes in one piece under that name, since another step may be talking. */
async function vitest(folder, config, files, spoken) {
  const report = join(scratch, `${folder}-${config.replaceAll('/', '-')}.json`);
  const args = [
    '--import',
    join(root, 'tools', 'stop-with-starter.mjs'),
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    config,
  ];
  args.push('--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files);
  if (files.length > 0) args.push('--passWithNoTests');
  const { code, output } = await runProgram(folder, process.execPath, args, spoken ? 'pipe' : 'inherit');
  if (spoken) console.log(`▸ ${spoken}\n${output}`);
  if (!existsSync(report)) throw new Problem(`vitest ended with ${code} and without a report.`);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const counts = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  if (code === 0 && success) return { counts };
  // A file that cannot be loaded, or an error outside of any test, fails the run without failing a test.
  throw Object.assign(new Problem(`The tests of ${folder} failed.`), {
    counts: { ...counts, failed: counts.failed || 1 },
    failures: testResults.flatMap(failuresOf),
  });
}

function failuresOf({ name, message, assertionResults }) {
  const file = relative(root, name);
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return message ? [`${file}\n${message}`] : [];
  return failed.map(
    ({ fullName, failureMessages }) => `${file}: ${fullName}\n${failureMessages.map(ownLines).join('\n')}`,
  );
}

function ownLines(trace) {
  return trace
    .split('\n')
    .filter((line) => !line.includes('node_modules'))
    .join('\n');
}

async function quietly(folder, program, args) {
  const { code, output } = await runProgram(folder, program, args, 'pipe');
  if (code !== 0) throw new Problem(output.trim() || `${program} ended with ${code}.`);
}

async function drill(name, ...args) {
  const { code, output } = await runProgram('.', process.execPath, [`api/drills/${name}.mjs`, ...args], 'pipe');
  console.log(`▸ drill-${name}\n${output}`);
  if (code !== 0) throw new Problem(`The drill ${name} ended with ${code}.`);
}

function runProgram(folder, program, args, output) {
  const file = program.includes('/') ? program : join(root, folder, 'node_modules', '.bin', program);
  return new Promise((done, fail) => {
    if (isStopping) return; // the process is about to end
    const env = { ...process.env, SPOTTER_STARTER: String(process.pid) };
    const child = spawn(file, args, { cwd: join(root, folder), env, stdio: ['ignore', output, output] });
    children.add(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
    child.once('error', fail);
    child.once('close', (code) => {
      children.delete(child);
      done({ code, output: text });
    });
  });
}

async function stop() {
  if (isStopping) return;
  isStopping = true;
  for (const child of children) child.kill('SIGTERM');
  await cleanUp();
  process.exit(130);
}

async function cleanUp() {
  await postgres?.stop();
  rmSync(scratch, { recursive: true, force: true });
}

function report() {
  const total = (kind) => results.reduce((sum, { counts }) => sum + counts[kind], 0);
  // Said once more at the end: whoever reads a long log, or only its last page, finds it here.
  for (const { name, failures } of results) {
    for (const failure of failures) console.log(`\n✗ ${name}: ${failure.slice(0, LONGEST_FAILURE)}`);
  }
  console.log('');
  for (const { name, hasFailed, seconds, counts } of results) {
    const tests =
      counts.passed + counts.failed + counts.skipped > 0
        ? `  ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
        : '';
    console.log(`${hasFailed ? '✗' : '✓'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s${tests}`);
  }
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(total);
  const ranTests = passed + failed > 0 || (named.length > 0 && !named.some((name) => TESTING.includes(name)));
  if (!ranTests) console.log('No test ran.');
  console.log(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed === 0 && results.every(({ hasFailed }) => !hasFailed) && ranTests ? 0 : 1;
}
