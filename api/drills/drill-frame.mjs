// The frame of a drill in parts. Each part is a file of its own that counts what went wrong; after each, the invariants of
// the database are looked at. Ends with one line of JSON, and with exit code 1 when anything at all is wrong.
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildStale } from '../../tools/build.mjs';
import { stopWithStarter } from '../../tools/stop-with-starter.mjs';
import { boundOf } from './bound.mjs';
import { openDrillWorld } from './drill-world.mjs';

const FAULTS_SHOWN = 5;
const invariants = readFileSync(new URL('../invariants.sql', import.meta.url), 'utf8');

/** `parts`: what each is called, and its file. */
export async function runDrill(command, parts) {
  const { isQuick, seed, chosen } = readOptions(command, Object.keys(parts));
  stopWithStarter();
  let world;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => void Promise.resolve(world?.close()).finally(() => process.exit(130)));
  }
  const startedAt = performance.now();
  const run = { isQuick, seed, figures: {}, faults: [] };
  try {
    await buildStale({ only: ['api'] });
    world = await openDrillWorld();
    for (const name of chosen) await runPart({ ...run, world }, name, new URL(parts[name], import.meta.url));
  } catch (error) {
    report(run.faults, 'start', String(error?.stack ?? error));
  } finally {
    await world?.close();
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${run.faults.length} faults, seed ${seed}, ${seconds} s`);
  console.log(JSON.stringify(run.figures));
  process.exit(run.faults.length === 0 ? 0 : 1);
}

function readOptions(command, names) {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, seed: { type: 'string' } },
  });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const chosen = values.only?.split(',') ?? names;
  if (Number.isInteger(seed) && chosen.every((name) => names.includes(name)))
    return { isQuick: values.quick, seed, chosen };
  console.error(`Usage: npm run ${command} -- [--quick] [--only ${names.join(',')}] [--seed 7]`);
  return process.exit(1);
}

async function runPart({ isQuick, seed, figures, faults, world }, name, file) {
  if (!existsSync(file)) return report(faults, name, 'there is no such part yet');
  const began = performance.now();
  const { drill } = await import(file.href);
  const log = (text) => console.log(`  ${text}`);
  console.log(`▸ ${name}`);
  try {
    const outcome = await drill(world.forPart(name, { isQuick, seed, log }));
    figures[name] = outcome.figures;
    for (const fault of outcome.faults) report(faults, name, fault);
    if (outcome.databaseUrl) await checkInvariants({ faults, world }, name, outcome.databaseUrl);
    checkPlanted(faults, name, outcome.planted);
  } catch (error) {
    report(faults, name, String(error?.stack ?? error));
  }
  const took = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`  ${figures[name] ? inWords(figures[name]) : 'nothing was counted'}, in ${took} s`);
}

/** How many of what, and how frequent what was not seen may still be. */
function inWords(counted) {
  const [[unit, count], ...rest] = Object.entries(counted);
  const found = rest.map(([what, times]) => `${times} ${what}`).join(', ');
  const isBounded = count > 0 && rest.some(([, times]) => times === 0);
  const bound = isBounded ? ` (0: below ${boundOf(count)})` : '';
  return `${count} ${unit}, ${found}${bound}`;
}

async function checkInvariants({ faults, world }, name, url) {
  const problems = await world.asOwner(url, invariants);
  for (const { invariant, detail } of problems) report(faults, name, `invariant: ${invariant}: ${detail}`);
  if (problems.length === 0) console.log('  every invariant of the database holds');
}

/** A checker that finds nothing must be one that would find something. */
function checkPlanted(faults, name, planted) {
  if (!planted) return;
  console.log(`  the checker found ${planted.found} of ${planted.planted} faults planted afterwards`);
  if (planted.found !== planted.planted)
    report(faults, name, `${planted.planted - planted.found} planted faults were not seen`);
}

function report(faults, name, fault) {
  faults.push({ name, fault });
  const shown = faults.filter((it) => it.name === name).length;
  if (shown <= FAULTS_SHOWN) console.error(`✗ ${name}: ${fault}`);
}
