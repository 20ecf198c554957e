// Kills the server and PostgreSQL at random moments while clients write, starts them again, and holds what the clients
// were told against what the database has: `npm run drill:kill -- --rounds 500 [--seed 7]`.
// The seed decides what is written and what is killed; the moments are the clock's, so a seed narrows a failure down and
// does not replay it.
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildStale } from '../../tools/build.mjs';
import { stopWithStarter } from '../../tools/stop-with-starter.mjs';
import { boundOf } from './bound.mjs';
import { FAULTS, History } from './history.mjs';
import { findPlanted } from './planted-faults.mjs';
import { openSurroundings } from './surroundings.mjs';
import { makeWorld } from './world.mjs';
import { makeWrite } from './writes.mjs';

const WRITERS = 6;
const PATIENCE_MS = 120;

/** What is killed, and what has to be started again by hand. What is not must come back by itself. */
const kills = [
  { name: 'server', weight: 3, strike: (it) => it.killServer(), restart: { server: true } },
  { name: 'postmaster', weight: 2, strike: (it) => it.signalPostmaster('SIGKILL'), restart: { postgres: true } },
  { name: 'immediate stop', weight: 1, strike: (it) => it.signalPostmaster('SIGQUIT'), restart: { postgres: true } },
  { name: 'backend', weight: 2, strike: (it, world) => it.killBackend(world.choose, 'SIGKILL'), restart: {} },
  { name: 'connection', weight: 2, strike: (it, world) => it.killBackend(world.choose, 'SIGTERM'), restart: {} },
  {
    name: 'server and postmaster',
    weight: 1,
    strike: (it) => (it.killServer(), it.signalPostmaster('SIGKILL')),
    restart: { server: true, postgres: true },
  },
];
const weighted = kills.flatMap((kill) => Array(kill.weight).fill(kill));

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' }, seed: { type: 'string' } } });
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  console.error('Usage: npm run drill:kill -- --rounds 500 [--seed 7]');
  process.exit(1);
}

stopWithStarter();
let surroundings;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void surroundings?.close().finally(() => process.exit(130)));
}

// Waiting for a process to end keeps nothing alive by itself.
const alive = setInterval(() => {}, 60_000);
const startedAt = performance.now();
const history = new History();
let planted;
const struck = new Map(kills.map(({ name }) => [name, 0]));
try {
  await buildStale({ only: ['api'] });
  surroundings = await openSurroundings();
  const world = await makeWorld(surroundings, seed);
  const cookie = await signInWriter(world);
  for (let round = 1; round <= rounds; round += 1) {
    await playRound(world, cookie);
    if (process.stdout.isTTY)
      process.stdout.write(
        `\rround ${round} of ${rounds}, ${history.entries.length} writes, ${history.violations.length} faults `,
      );
    if (history.violations.length > 0) break;
  }
  // All of it again: what was there after one kill must be there after all of them.
  await history.check(history.entries, surroundings);
  await history.checkAuditTrail(surroundings);
  await history.checkInvariants(surroundings);
  planted = await findPlanted(history, surroundings);
} catch (error) {
  history.report('start', String(error?.stack ?? error));
} finally {
  await surroundings?.close();
  clearInterval(alive);
}
report();

async function signInWriter(world) {
  const entry = await history.send(
    { kind: 'signIn', key: null, variables: { input: world.credentials(0) } },
    senderOf(world),
  );
  if (entry.outcome !== 'ok') throw new Error('The writer cannot sign in.');
  return entry.received;
}

function senderOf(world, cookie) {
  return { url: surroundings.url, address: world.address(), cookie };
}

async function playRound(world, cookie) {
  const first = history.entries.length;
  const kill = world.choose(weighted);
  let isOver = false;
  const writers = Array.from({ length: WRITERS }, () => keepWriting(world, cookie, () => isOver));
  await sleep(world.between(50, 400));
  await kill.strike(surroundings, world);
  struck.set(kill.name, struck.get(kill.name) + 1);
  // Writers go on for a moment: what they hear while things fall apart is what this is about.
  await sleep(world.between(0, PATIENCE_MS));
  isOver = true;
  await surroundings.recover(kill.restart);
  await Promise.all(writers);
  const entries = history.entries.slice(first);
  await history.check(entries, surroundings);
  for (const entry of entries) {
    if (entry.outcome === 'unknown' && entry.kind !== 'signIn' && world.chance(0.5))
      await history.retry(entry, senderOf(world));
    world.remember(entry);
  }
  await history.check(entries, surroundings);
  const held = await surroundings.heldConnections();
  if (held > 0) history.report('leaked', `${held} after killing the ${kill.name}`);
}

async function keepWriting(world, cookie, isOver) {
  while (!isOver()) {
    const write = makeWrite(world);
    if (!write) continue;
    const entry = await history.send(write, senderOf(world, cookie));
    // A client that hears nothing does not ask again at once.
    if (entry.outcome !== 'ok') await sleep(10);
  }
}

function report() {
  const [ok, fail, unknown] = ['ok', 'fail', 'unknown'].map((outcome) => history.count(outcome));
  const there = history.entries.filter(({ outcome, isThere }) => outcome === 'unknown' && isThere).length;
  const all = history.entries.length;
  const kinds = Map.groupBy(history.entries, ({ kind }) => kind);
  console.log(`\nKilled: ${[...struck].map(([name, times]) => `${name} ${times}`).join(', ')}.`);
  console.log(`Written: ${[...kinds].map(([name, entries]) => `${name} ${entries.length}`).join(', ')}.`);
  console.log(
    `Told: ${ok} ok, ${fail} refused (${history.unheard} requests met a closed door), ${unknown} unknown (${there} of them are there).`,
  );
  console.log(
    `${history.unanswered} answers were lost under way; ${history.retried} writes were sent again with the same id.`,
  );
  console.log(
    `${surroundings?.starts ?? 0} times ready again, after ${Math.round(surroundings?.slowestStartMs ?? 0)} ms at most.`,
  );
  const among = {
    lost: ok,
    undead: fail,
    doubled: all,
    half: all,
    unaudited: history.auditRows,
    forgotten: history.requests,
    hung: history.requests,
    leaked: surroundings?.starts ?? 0,
    start: surroundings?.starts ?? 0,
    invariant: history.looks,
  };
  for (const [fault, name] of Object.entries(FAULTS)) {
    const found = history.violations.filter((violation) => violation.fault === fault);
    const bound = found.length === 0 && among[fault] > 0 ? ` (below ${boundOf(among[fault])})` : '';
    console.log(`${found.length === 0 ? '✓' : '✗'} ${found.length} of ${among[fault]} ${name}${bound}`);
    for (const { about } of found.slice(0, 5)) console.log(`    ${about}`);
  }
  if (planted) console.log(`The checker found ${planted.found} of ${planted.planted} faults planted afterwards.`);
  const faults = history.violations.length;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${faults} faults, ${all} writes, ${rounds} rounds, seed ${seed}, ${seconds} s`);
  process.exitCode = faults === 0 && planted && planted.found === planted.planted ? 0 : 1;
}
