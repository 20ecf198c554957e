// Work of the night, one job a gym, in pg-boss's queue: it lies in the database, so that a job is done once however many
// processes there are, is tried again when it fails, and is taken over from a process that was killed.
import { PgBoss } from 'pg-boss';
import pg from 'pg';
import { appRole } from '../database/app-role.ts';
import type { JobSurroundings } from './job-runner.ts';

/** A night's work in each gym, at an hour of the gym's own clock. Modules make some; job-list.ts names them all. */
export interface NightlyJob {
  /** Stable: it is the name of the queue. */
  name: string;
  /** The gyms that have not had their night yet, also when it was missed. */
  dueIn(now: Date): Promise<string[]>;
  /** Does what is due in the gym, and keeps that it was done. Safe to repeat, and to be cut off anywhere. */
  run(gymId: string, now: Date): Promise<Record<string, number>>;
}

export interface JobQueue {
  /** Starts nothing more, and waits for what runs. */
  stop(): Promise<void>;
}

const schema = 'pgboss';
const planning = 'nights';
const everyQuarter = '*/15 * * * *';
const stopTimeoutMs = 8000;

/** The queue's tables, as the owner: the app role may use them, and owns nothing. Safe from several processes at once. */
export async function prepareJobQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema, max: 1, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`begin; select pg_advisory_xact_lock(hashtext('spotter job queue'));
      grant usage on schema ${schema} to ${appRole};
      grant select, insert, update, delete on all tables in schema ${schema} to ${appRole};
      grant usage on all sequences in schema ${schema} to ${appRole};
      commit`);
  } finally {
    await owner.end();
  }
}

export interface Patience {
  /** A process that no longer says that it lives loses its job to another after so long. */
  heartbeatSeconds: number;
  /** How often each process looks for such jobs. */
  superviseSeconds: number;
}

const usualPatience: Patience = { heartbeatSeconds: 60, superviseSeconds: 60 };

/** Looks at the start and every quarter of an hour which gyms are due, and works them off. */
export async function startNights(
  jobs: readonly NightlyJob[],
  surroundings: JobSurroundings,
  { heartbeatSeconds, superviseSeconds }: Patience = usualPatience,
): Promise<JobQueue> {
  const { database, clock, log } = surroundings;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values) },
    schema,
    migrate: false,
    // Rebuilding indexes is the owner's.
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue'));
  await boss.start();
  await boss.createQueue(planning, { policy: 'exclusive', retryLimit: 0 });
  await boss.schedule(planning, everyQuarter);
  for (const job of jobs) await boss.createQueue(job.name, { policy: 'exclusive', heartbeatSeconds, ...tries });
  const plan = () => planNights(boss, jobs, clock.now());
  // Before anybody looks for it: who looks a moment too early looks again only after the interval.
  await boss.send(planning, null);
  await boss.work(planning, { pollingIntervalSeconds: 15 }, plan);
  for (const job of jobs) {
    await boss.work<{ gymId: string }>(job.name, { pollingIntervalSeconds: 5, batchSize: 1 }, async ([work]) => {
      if (work) await runNight(job, work.data.gymId, surroundings);
    });
  }
  return { stop: () => boss.stop({ graceful: true, close: false, timeout: stopTimeoutMs }) };
}

const tries = { retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 4 * 3600 };

/** One that waits or runs already is not sent again: exclusive by its gym. */
async function planNights(boss: PgBoss, jobs: readonly NightlyJob[], now: Date): Promise<void> {
  for (const job of jobs) {
    for (const gymId of await job.dueIn(now)) await boss.send(job.name, { gymId }, { singletonKey: gymId });
  }
}

async function runNight(job: NightlyJob, gymId: string, { clock, log }: JobSurroundings): Promise<void> {
  try {
    const figures = await job.run(gymId, clock.now());
    log.info({ job: job.name, gymId, ...figures }, 'job done');
  } catch (error) {
    log.error({ err: error, job: job.name, gymId }, 'job failed');
    throw error;
  }
}
