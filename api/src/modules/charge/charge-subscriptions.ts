// The daily job that charges subscriptions: writes the lines of every period that has begun, in every gym by its own day.
// It finds out by the lines that are there, so it may run at any time, twice at once, be killed anywhere, or come late.
import type { Database } from '../../database/database.ts';
import { GymDatabase } from '../../database/gym-database.ts';
import type { Job } from '../../jobs/job.ts';
import { applyVatChanges } from '../vat-change/apply-vat-changes.ts';
import { chargeBatch } from './charge-batch.ts';

/** Subscriptions of a transaction. */
const BATCH = 500;

/** Hourly: every gym's day begins at an hour of its own. */
export const chargeSubscriptions = (database: Database, batchSize = BATCH): Job => ({
  name: 'charge-subscriptions',
  everyMinutes: 60,
  run: async (now) => {
    const { rows } = await database.pool.query<{ gym_id: string }>('select gyms_with_subscriptions() as gym_id');
    const figures = { gyms: rows.length, subscriptions: 0, lines: 0 };
    const failures: unknown[] = [];
    for (const { gym_id: gymId } of rows) {
      await chargeGym(database, gymId, { now, batchSize }).then(
        ({ subscriptions, lines }) => {
          figures.subscriptions += subscriptions;
          figures.lines += lines;
        },
        // One gym that cannot be charged must not keep the others.
        (error: unknown) => failures.push(error),
      );
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} of ${rows.length} gyms were not charged.`);
    return figures;
  },
});

async function chargeGym(database: Database, gymId: string, round: { now: Date; batchSize: number }) {
  const db = new GymDatabase(database, { gymId, accountId: null, employeeId: null }, 'charge-subscriptions');
  await db.write((em) => applyVatChanges(em, round.now));
  const figures = { subscriptions: 0, lines: 0 };
  let after: string | null = null;
  do {
    const batch: Awaited<ReturnType<typeof chargeBatch>> = await db.write((em) => chargeBatch(em, { ...round, after }));
    figures.subscriptions += batch.subscriptionCount;
    figures.lines += batch.lineCount;
    after = batch.lastId;
  } while (after !== null);
  return figures;
}
