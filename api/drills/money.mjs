// Holds the promises about money against what happens: `npm run drill:money -- [--quick] [--only billing,sepa] [--seed 7]`.
// Each part is a file of its own that counts what went wrong; after each, the invariants of the database are looked at.
// Ends with one line of JSON, and with exit code 1 when anything at all is wrong.
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildStale } from '../../tools/build.mjs';
import { stopWithStarter } from '../../tools/stop-with-starter.mjs';
import { openMoneyWorld } from './money-world.mjs';

const PARTS = ['submits', 'webhooks', 'billing', 'schedules', 'sepa'];
const FAULTS_SHOWN = 5;
const invariants = readFileSync(new URL('../invariants.sql', import.meta.url), 'utf8');

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const parts = values.only?.split(',') ?? PARTS;
if (!Number.isInteger(seed) || parts.some((name) => !PARTS.includes(name))) {
  console.error(`Usage: npm run drill:money -- [--quick] [--only ${PARTS.join(',')}] [--seed 7]`);
  process.exit(1);
}

stopWithStarter();
let world;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void Promise.resolve(world?.close()).finally(() => process.exit(130)));
}

const startedAt = performance.now();
const figures = {};
const faults = [];
try {
  await buildStale({ only: ['api'] });
  world = await openMoneyWorld();
  for (const name of parts) await runPart(name);
} catch (error) {
  report('start', String(error?.stack ?? error));
} finally {
  await world?.close();
}
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(`${faults.length} faults, seed ${seed}, ${seconds} s`);
console.log(JSON.stringify(figures));
process.exit(faults.length === 0 ? 0 : 1);

async function runPart(name) {
  const file = new URL(`./${name}.mjs`, import.meta.url);
  if (!existsSync(file)) return report(name, 'there is no such part yet');
  const began = performance.now();
  const { drill } = await import(file.href);
  const log = (text) => console.log(`  ${text}`);
  console.log(`▸ ${name}`);
  try {
    const outcome = await drill(world.forPart(name, { isQuick: values.quick, seed, log }));
    figures[name] = outcome.figures;
    for (const fault of outcome.faults) report(name, fault);
    if (outcome.databaseUrl) await checkInvariants(name, outcome.databaseUrl);
    checkPlanted(name, outcome.planted);
  } catch (error) {
    report(name, String(error?.stack ?? error));
  }
  const took = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`  ${figures[name] ? inWords(figures[name]) : 'nothing was counted'}, in ${took} s`);
}

/** How many of what, and how rare what was not seen may still be, by the rule of three. */
function inWords(counted) {
  const [[unit, count], ...rest] = Object.entries(counted);
  const found = rest.map(([what, times]) => `${times} ${what}`).join(', ');
  const isBounded = count > 0 && rest.some(([, times]) => times === 0);
  const bound = isBounded ? ` (0: below ${(300 / count).toPrecision(2)} % at 95 %)` : '';
  return `${count} ${unit}, ${found}${bound}`;
}

async function checkInvariants(name, url) {
  const problems = await world.asOwner(url, invariants);
  for (const { invariant, detail } of problems) report(name, `invariant: ${invariant}: ${detail}`);
  if (problems.length === 0) console.log('  every invariant of the database holds');
}

/** A checker that finds nothing must be one that would find something. */
function checkPlanted(name, planted) {
  if (!planted) return;
  console.log(`  the checker found ${planted.found} of ${planted.planted} faults planted afterwards`);
  if (planted.found !== planted.planted)
    report(name, `${planted.planted - planted.found} planted faults were not seen`);
}

function report(name, fault) {
  faults.push({ name, fault });
  const shown = faults.filter((it) => it.name === name).length;
  if (shown <= FAULTS_SHOWN) console.error(`✗ ${name}: ${fault}`);
}
