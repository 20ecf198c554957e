// Runs the jobs inside the server, each at its own interval. Of several processes on one database one at a time runs a job:
// it holds an advisory lock meanwhile. Jobs with a time of day, retries or a queue are pg-boss's, once there are any.
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { Turnstile } from '../database/turnstile.ts';
import type { Clock } from '../graphql/clock.ts';
import type { Job } from './job.ts';

export interface JobSurroundings {
  database: Database;
  clock: Clock;
  log: Logger;
}

export type JobOutcome = 'DONE' | 'FAILED' | 'TAKEN';

export interface JobRunner {
  /** Starts nothing more, and waits for what runs. */
  stop(): Promise<void>;
}

// Each holds a connection to be alone at its work: all of them at once would leave none to work with.
const atATime = 2;

/** The first round is a little after the start, when the server has had time for those who waited for it. */
export function startJobs(jobs: Job[], surroundings: JobSurroundings, firstAfterMs = 10_000): JobRunner {
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<unknown>>();
  const turnstile = new Turnstile({ places: atATime, queue: Infinity });
  let isStopping = false;
  const runLater = (job: Job, afterMs: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      runLater(job, job.everyMinutes * 60_000);
      const turn = turnstile.pass(async () => isStopping || runJob(job, surroundings));
      running.add(turn);
      void turn.finally(() => running.delete(turn));
    }, afterMs).unref();
    timers.add(timer);
  };
  for (const job of jobs) runLater(job, firstAfterMs);
  return {
    async stop() {
      isStopping = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}

/** TAKEN: another process is at it. Never throws: a job that fails is run again when it is due again. */
export async function runJob(job: Job, { database, clock, log }: JobSurroundings): Promise<JobOutcome> {
  try {
    return await underLock(database, `spotter job ${job.name}`, async () => {
      const figures = await job.run(clock.now());
      log.info({ job: job.name, ...figures }, 'job done');
    });
  } catch (error) {
    log.error({ err: error, job: job.name }, 'job failed');
    return 'FAILED';
  }
}

async function underLock(database: Database, name: string, work: () => Promise<void>): Promise<JobOutcome> {
  const holder = await database.pool.connect();
  let broken: Error | undefined;
  try {
    const { rows } = await holder.query<{ free: boolean }>('select pg_try_advisory_lock(hashtext($1)) as free', [name]);
    if (!rows[0]?.free) return 'TAKEN';
    try {
      await work();
      return 'DONE';
    } finally {
      await holder.query('select pg_advisory_unlock(hashtext($1))', [name]);
    }
  } catch (error) {
    // A connection that may still hold the lock does not go back to the pool.
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    holder.release(broken);
  }
}
