// The job that forgets login sessions and throttle counts that have run out. What it removes was worth nothing any more.
import { AccountDatabase } from '../../database/account-database.ts';
import type { Database } from '../../database/database.ts';
import type { Job } from '../../jobs/job.ts';

export const sweepSignIns = (database: Database): Job => ({
  name: 'sweep-sign-ins',
  everyMinutes: 15,
  async run(now) {
    const text = 'select session_count::int as sessions, throttle_count::int as throttles from sweep_sign_in($1)';
    const [swept] = await new AccountDatabase(database).rows<{ sessions: number; throttles: number }>(text, [now]);
    return { ...swept };
  },
});
