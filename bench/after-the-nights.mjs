// What is measured is a day, not the nights that generated gyms have never had: a server makes up for those at its start.
import { setTimeout as sleep } from 'node:timers/promises';

// The jobs that come round every few minutes, charges among them, begin 10 s after the start.
const FIRST_ROUND_MS = 20_000;
const LIMIT_MS = 20 * 60_000;

/** Waits until the server that has just started on this database has worked off what is due, and PostgreSQL knows what it wrote. */
export async function afterTheNights(owner) {
  const startedAt = Date.now();
  await sleep(FIRST_ROUND_MS);
  while (!(await areDone(owner))) {
    if (Date.now() - startedAt > LIMIT_MS) throw new Error('The nights that were due are not done.');
    await sleep(1000);
  }
  await owner.query('vacuum analyze');
}

async function areDone(owner) {
  const { rows } = await owner.query(
    `select count(*) filter (where name = 'nights' and state = 'completed') > 0 as is_planned,
            count(*) filter (where state < 'completed') = 0 as is_worked_off,
            count(*) filter (where state = 'failed') as failed
       from pgboss.job`,
  );
  const [{ is_planned: isPlanned, is_worked_off: isWorkedOff, failed }] = rows;
  if (failed > 0) throw new Error(`${failed} jobs of the night failed.`);
  return isPlanned && isWorkedOff;
}
