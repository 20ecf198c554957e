// The part of the money drill about what subscriptions cost and when: random schedules, prices by the day and whole lives of
// subscriptions against a plain reference that goes through the days.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../tools/toolchain.mjs';

const require = createRequire(join(root, 'api', 'package.json'));
const fc = (await import(pathToFileURL(require.resolve('fast-check')).href)).default;
const dist = (path) => import(new URL(`../dist/testing/${path}`, import.meta.url).href);

/** How many cases of each: schedules by themselves, and lives in which contracts change, are half of what is asked for each. */
const CASES = {
  quick: { schedules: 10_000, lives: 5_000, money: 40_000 },
  full: { schedules: 300_000, lives: 200_000, money: 1_000_000 },
};
const BATCHES = 20;
const PLANTED_CASES = 5_000;

export async function drill({ isQuick, seed, log }) {
  const cases = isQuick ? CASES.quick : CASES.full;
  const schedules = await drillSchedules({ cases: cases.schedules, lives: cases.lives, seed });
  log(`${schedules.cases} schedules and lives of subscriptions, ${schedules.deviations} deviations`);
  const money = await drillMoney({ cases: cases.money, seed });
  log(`${money.cases} cases of money, ${money.deviations} deviations`);
  return {
    figures: { cases: schedules.cases, moneyCases: money.cases, deviations: schedules.deviations + money.deviations },
    faults: [...schedules.faults, ...money.faults],
    planted: await findPlanted(seed),
  };
}

/** Of `cases` schedules, and so many lives beside them. */
export async function drillSchedules({ cases, lives = 0, seed }) {
  const properties = await dist('billing-properties.js');
  const outcomes = [
    check(properties.schedules(), Math.ceil(cases * 0.9), seed),
    check(properties.notices(), Math.floor(cases * 0.1), seed),
    check(properties.lives(), lives, seed),
  ];
  return { cases: cases + lives, ...sumOf(outcomes) };
}

export async function drillMoney({ cases, seed }) {
  const { money, vatRates } = await dist('billing-properties.js');
  const outcomes = [check(money(), Math.ceil(cases * 0.9), seed), check(vatRates(), Math.floor(cases * 0.1), seed)];
  return { cases, ...sumOf(outcomes) };
}

const sumOf = (outcomes) => ({
  deviations: outcomes.reduce((sum, { deviations }) => sum + deviations, 0),
  faults: outcomes.flatMap(({ faults }) => faults),
});

/** In batches: a deviation ends its own batch only. */
function check(property, cases, seed) {
  const outcome = { deviations: 0, faults: [] };
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const numRuns = Math.floor((cases * (batch + 1)) / BATCHES) - Math.floor((cases * batch) / BATCHES);
    if (numRuns === 0) continue;
    const details = fc.check(property, { numRuns, seed: seed + batch });
    if (!details.failed) continue;
    outcome.deviations += 1;
    const error = details.errorInstance ?? details.error;
    outcome.faults.push(
      `${error?.message ?? error} of ${JSON.stringify(details.counterexample)}, seed ${details.seed}`,
    );
  }
  return outcome;
}

async function findPlanted(seed) {
  const { plantedBillingFaults } = await dist('planted-billing-faults.js');
  const faults = Object.values(plantedBillingFaults);
  const found = faults.filter(
    (property) => fc.check(property, { numRuns: PLANTED_CASES, seed, endOnFailure: true }).failed,
  );
  return { planted: faults.length, found: found.length };
}
