// Notes that mandates were collected with: their 36 months start anew, and the bank knows them by their account now.
import type { EntityManager } from '@mikro-orm/postgresql';

/** `on` is the day of collection, yyyy-mm-dd. Safe to repeat; leaves no audit rows, the batch that does it says so. */
export async function useMandates(em: EntityManager, ids: readonly string[], on: string): Promise<void> {
  await em.execute(
    `update mandate set last_used_on = greatest(last_used_on, ?::date), counts_from = greatest(counts_from, ?::date)
      where id = any(?::uuid[])`,
    [on, on, `{${ids.join(',')}}`],
  );
}
