// The rules of every gym, once a night by its own clock.
import type { Database } from '../../database/database.ts';
import { GymDatabase } from '../../database/gym-database.ts';
import type { NightlyJob } from '../../jobs/job-queue.ts';
import { runRules } from './run-rules.ts';

export const nightlyRules = (database: Database): NightlyJob => ({
  name: 'notification-rules',
  dueIn: async (now) => {
    const { rows } = await database.pool.query<{ gym_id: string }>('select gyms_without_their_night($1) as gym_id', [
      now,
    ]);
    return rows.map((row) => row.gym_id);
  },
  run: async (gymId, now) => {
    const db = new GymDatabase(database, { gymId, accountId: null, employeeId: null }, 'notification-rules');
    const run = await runRules(db, now);
    // Last: a run that was cut off is run again.
    await db.write((em) =>
      em.execute(
        `insert into notification_rule_run (gym_id, ran_for, ran_at)
         select g.id, (?::timestamptz at time zone g.time_zone - interval '3 hours')::date, ? from gym g
         on conflict (gym_id) do update set ran_for = excluded.ran_for, ran_at = excluded.ran_at`,
        [now, now],
      ),
    );
    return { ...run };
  },
});
