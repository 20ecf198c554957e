// The night's queue on a real database: once for all processes, caught up when missed, taken over when killed.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../database/database.ts';
import type { Database } from '../database/database.ts';
import { entities } from '../entities.ts';
import { createLogger } from '../logging.ts';
import { nightlyRules } from '../modules/notification-rule/nightly-rules.ts';
import { FixedClock } from '../testing/fixed-clock.ts';
import { addGym, addMember, addSubscription } from '../testing/fixtures.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { prepareJobQueue, startNights } from './job-queue.ts';
import type { NightlyJob } from './job-queue.ts';

let first: TestDatabase;
let second: Database;
let clock: FixedClock;
const log = createLogger('silent');
beforeAll(async () => {
  first = await openTestDatabase();
  await Promise.all([prepareJobQueue(first.ownerUrl), prepareJobQueue(first.ownerUrl)]);
  second = await openDatabase({ appUrl: first.appUrl, entities });
});
beforeEach(() => {
  clock = new FixedClock('2026-03-04T12:00:00Z');
});
afterAll(async () => {
  await second.close();
  await first.close();
});

const surroundings = (database: Database) => ({ database, clock, log });

test('the app role may use the queue and owns none of it', async () => {
  const { rows } = await first.owner.query<{ owner: string }>(
    `select distinct tableowner as owner from pg_tables where schemaname = 'pgboss'`,
  );
  expect(rows.map(({ owner }) => owner)).not.toContain('spotter_app');
});

test('of two processes that start at once, one does the night of a gym, and stopping waits for it', async () => {
  const began: string[] = [];
  const ended: string[] = [];
  const finish: (() => void)[] = [];
  const due = new Set(['gym-1', 'gym-2']);
  const job: NightlyJob = {
    name: 'night-of-two',
    dueIn: async () => [...due],
    run: async (gymId) => {
      began.push(gymId);
      await new Promise<void>((done) => finish.push(done));
      due.delete(gymId);
      ended.push(gymId);
      return {};
    },
  };
  const queues = await Promise.all([
    startNights([job], surroundings(first.database)),
    startNights([job], surroundings(second)),
  ]);
  const release = setInterval(() => finish.splice(0).forEach((done) => done()), 50);
  await until(() => ended.length === 2);
  await Promise.all(queues.map((queue) => queue.stop()));
  clearInterval(release);
  expect(began.toSorted()).toEqual(['gym-1', 'gym-2']);
}, 20_000);

test('a night is due from three o’clock of the gym’s own, a missed one at once, and each once', async () => {
  const gymId = await addGym(first.owner, { time_zone: 'America/New_York' });
  const job = nightlyRules(first.database);
  const isDue = async (at: string) => (await job.dueIn(new Date(at))).includes(gymId);
  expect(await isDue('2026-03-05T12:00:00Z')).toBe(true);
  await job.run(gymId, new Date('2026-03-05T12:00:00Z'));
  expect(await isDue('2026-03-05T12:00:00Z')).toBe(false);
  expect(await isDue('2026-03-06T07:59:00Z')).toBe(false);
  expect(await isDue('2026-03-06T08:00:00Z')).toBe(true);
  // The night in which the hour from two to three is skipped.
  await job.run(gymId, new Date('2026-03-07T09:00:00Z'));
  expect(await isDue('2026-03-08T06:59:00Z')).toBe(false);
  expect(await isDue('2026-03-08T07:01:00Z')).toBe(true);
});

test('a run that was cut off between rules is gone on with, and makes nothing twice', async () => {
  const gymId = await addGym(first.owner);
  for (const rule of ['BIRTHDAY', 'NO_EMPLOYEE'])
    await first.owner.query('insert into notification_rule (gym_id, rule, is_on) values ($1, $2, true)', [gymId, rule]);
  const memberId = await addMember(first.owner, gymId, { birth_date: '1990-03-05' });
  await addSubscription(first.owner, gymId, memberId, { starts_on: '2026-01-01' });
  const now = clock.now();
  const made = async () =>
    (
      await first.owner.query<{ kind: string }>('select kind from notification where gym_id = $1 order by kind', [
        gymId,
      ])
    ).rows.map(({ kind }) => kind);
  // Killed after the birthday's transaction: its connection is gone while the next rule runs.
  await first.owner.query(
    `create function cut_off() returns trigger language plpgsql as $$ begin
       perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
     create trigger cut_off before insert on notification for each row when (new.kind = 'NO_EMPLOYEE') execute function cut_off()`,
  );
  await expect(nightlyRules(first.database).run(gymId, now)).rejects.toThrow(/terminat/i);
  expect(await made()).toEqual(['BIRTHDAY']);
  expect(await nightlyRules(second).dueIn(now)).toContain(gymId);
  await first.owner.query('drop function cut_off cascade');
  await Promise.all([nightlyRules(first.database).run(gymId, now), nightlyRules(second).run(gymId, now)]);
  expect(await made()).toEqual(['BIRTHDAY', 'NO_EMPLOYEE']);
});
