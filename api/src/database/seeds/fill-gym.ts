// Writes one gym's rows in the running transaction.
import type pg from 'pg';
import { copyTable } from './copy.ts';
import type { LastVisits } from './gym.ts';
import type { GymPlan } from './gym-plan.ts';
import type { TableRows } from './row.ts';

/** The rows of a gym, and what is known only after the last of them. */
export interface GymRows {
  plan: GymPlan;
  tables(): Iterable<TableRows>;
  lastVisits(): LastVisits;
}

export async function fillGym(
  client: pg.ClientBase,
  gym: GymRows,
  onRows: (count: number) => void = () => {},
): Promise<void> {
  for (const table of gym.tables()) await copyTable(client, table, onRows);
  const { memberIds, at } = gym.lastVisits();
  await client.query(
    `update member m set last_visit_at = v.at from unnest($2::uuid[], $3::timestamptz[]) v (id, at) where m.gym_id = $1 and m.id = v.id`,
    [gym.plan.gymId, memberIds, at],
  );
}
