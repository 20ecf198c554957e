import { afterAll, beforeAll, expect, test } from 'vitest';
import { fewestConnections } from '../config.ts';
import { openDatabase } from '../database/database.ts';
import type { Database } from '../database/database.ts';
import { entities } from '../entities.ts';
import { createLogger } from '../logging.ts';
import { sweepSignIns } from '../modules/account/sweep-sign-ins.ts';
import { FixedClock } from '../testing/fixed-clock.ts';
import { addGym } from '../testing/fixtures.ts';
import { addCoach, signIn } from '../testing/sign-in.ts';
import { openTestApi } from '../testing/test-api.ts';
import type { TestApi } from '../testing/test-api.ts';
import { until } from '../testing/until.ts';
import type { Job } from './job.ts';
import { runJob, startJobs } from './job-runner.ts';

let api: TestApi;
let other: Database;
let logged: string[];
beforeAll(async () => {
  api = await openTestApi();
  other = await openDatabase({ appUrl: api.appUrl, entities });
});
afterAll(async () => {
  await other.close();
  await api.close();
});

function surroundings(database: Database = api.database) {
  logged = [];
  const clock = new FixedClock('2026-03-04T12:00:00Z');
  return { database, clock, log: createLogger('info', { write: (line) => void logged.push(line) }) };
}

function slowJob() {
  const finish: (() => void)[] = [];
  const job: Job = {
    name: 'slow',
    everyMinutes: 1,
    run: () => new Promise((done) => finish.push(() => done({ things: 1 }))),
  };
  return { job, finish };
}

test('of two processes one runs a job, and the next round is anybody’s', async () => {
  const { job, finish } = slowJob();
  const first = runJob(job, surroundings());
  await until(() => finish.length === 1);
  expect(await runJob(job, surroundings(other))).toBe('TAKEN');
  expect(await runJob({ ...job, name: 'another', run: async () => ({}) }, surroundings(other))).toBe('DONE');
  finish[0]!();
  expect(await first).toBe('DONE');
  const again = runJob(job, surroundings(other));
  await until(() => finish.length === 2);
  finish[1]!();
  expect(await again).toBe('DONE');
});

test('a job that fails is logged without data and leaves the lock', async () => {
  const broken: Job = {
    name: 'broken',
    everyMinutes: 1,
    run: () => Promise.reject(new Error('jan@gym.example is too much')),
  };
  expect(await runJob(broken, surroundings())).toBe('FAILED');
  expect(logged.join('')).toContain('"job":"broken"');
  expect(logged.join('')).not.toContain('jan@');
  expect(await runJob({ ...broken, run: async () => ({}) }, surroundings(other))).toBe('DONE');
});

test('stopping waits for what runs and starts nothing more', async () => {
  const { job, finish } = slowJob();
  const jobs = startJobs([job], surroundings(), 1);
  await until(() => finish.length === 1);
  let hasStopped = false;
  const stopping = jobs.stop().then(() => (hasStopped = true));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(hasStopped).toBe(false);
  finish[0]!();
  await stopping;
  expect(finish).toHaveLength(1);
});

test('more jobs than connections all come to their turn', async () => {
  const small = await openDatabase({ appUrl: api.appUrl, entities, poolSize: fewestConnections });
  let doneCount = 0;
  const jobs = Array.from({ length: 2 * fewestConnections }, (_, number): Job => ({
    name: `one of many ${number}`,
    everyMinutes: 60,
    run: async () => {
      await small.pool.query('select pg_sleep(0.05)');
      doneCount += 1;
      return {};
    },
  }));
  const runner = startJobs(jobs, surroundings(small), 1);
  await until(() => doneCount === jobs.length);
  await runner.stop();
  await small.close();
});

test('the sweep removes what has run out, of all accounts, and nothing else', async () => {
  const gymId = await addGym(api.owner);
  const coach = await addCoach(api, gymId);
  const expired = await signIn(api, coach.email);
  api.clock.advance(29 * 86_400_000);
  const out = await signIn(api, coach.email);
  await out.ask('mutation { signOut { endedSessionCount } }');
  const current = await signIn(api, (await addCoach(api, gymId)).email);
  api.clock.advance(2 * 86_400_000);
  await signIn(api, coach.email);
  const job = sweepSignIns(api.database);
  // The counts of the addresses, of which one is of this very moment; those of the accounts went with the successes.
  expect(await job.run(api.clock.now())).toEqual({ sessions: 2, throttles: 3 });
  expect(await job.run(api.clock.now())).toEqual({ sessions: 0, throttles: 0 });
  const { rows } = await api.owner.query<{ sessions: number; throttles: number }>(
    'select (select count(*)::int from login_session) as sessions, (select count(*)::int from sign_in_throttle) as throttles',
  );
  expect(rows).toEqual([{ sessions: 2, throttles: 1 }]);
  expect((await current.ask<{ viewer: object | null }>('{ viewer { id } }')).data?.viewer).not.toBeNull();
  expect((await expired.ask('{ viewer { id } }')).data).toEqual({ viewer: null });
});
