// Writes one gym's rows in the running transaction.
import type pg from 'pg';
import { copyTable } from './copy.ts';
import type { GymModel } from './gym.ts';

export async function fillGym(
  client: pg.ClientBase,
  gym: GymModel,
  onRows: (count: number) => void = () => {},
): Promise<number> {
  let count = 0;
  for (const table of gym.tables()) {
    const copied = await copyTable(client, table);
    onRows(copied);
    count += copied;
  }
  const { memberIds, at } = gym.lastVisits();
  await client.query(
    `update member m set last_visit_at = v.at from unnest($2::uuid[], $3::timestamptz[]) v (id, at) where m.gym_id = $1 and m.id = v.id`,
    [gym.plan.gymId, memberIds, at],
  );
  return count;
}
