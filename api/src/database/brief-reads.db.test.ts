// Brief reads share connections: who waits for whom, and what becomes of the others when one is slow, fails or loses the connection.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities } from '../entities.ts';
import { addGym } from '../testing/fixtures.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { BriefReads, type BriefReadsOptions } from './brief-reads.ts';
import { openDatabase, type Database } from './database.ts';
import { GymRead } from './gym-read.ts';
import { MOST_SENT } from './read-lane.ts';

const HELD_UP_MS = 100;
const SLOW_MS = 1500;

interface Answer {
  pid: number;
}

let whole: TestDatabase;
let database: Database;
let gymId: string;
beforeAll(async () => {
  whole = await openTestDatabase();
  gymId = await addGym(whole.owner);
  database = await openDatabase({ appUrl: whole.appUrl, entities });
});
afterAll(async () => {
  await database.close();
  await whole.close();
});

function openReads(options: Partial<BriefReadsOptions> = {}) {
  const reads = new BriefReads(database.pool, { mostLanes: 4, ...options });
  const answered: string[] = [];
  const read = async (name: string, text: string, values: unknown[] = []): Promise<Answer> => {
    try {
      const [row] = await reads.rows<Answer>(new GymRead({ gymId, text, values, name, timeoutMs: undefined }));
      return row!;
    } finally {
      answered.push(name);
    }
  };
  return {
    answered,
    brief: () => read('brief', 'select pg_backend_pid() as pid'),
    slow: (ms: number) => read('slow', 'select pg_backend_pid() as pid from pg_sleep($1)', [ms / 1000]),
    divide: (by: number) => read('divide', 'select 12 / $1::int as quotient', [by]),
    end: () => read('end', 'select pg_terminate_backend(pg_backend_pid())'),
  };
}

const many = <T>(count: number, one: () => Promise<T>) => Promise.all(Array.from({ length: count }, one));
const processesOf = (answers: Answer[]) => new Set(answers.map(({ pid }) => pid));
const neverHeldUp = { heldUpMs: 60_000 };

test('they follow each other on one connection, which the pool has back when the last is answered', async () => {
  const { brief } = openReads(neverHeldUp);
  expect(processesOf(await many(10 * MOST_SENT, brief)).size).toBe(1);
  expect(database.pool.totalCount - database.pool.idleCount).toBe(0);
});

test('what comes after a slow one finds another connection', async () => {
  const { answered, brief, slow } = openReads({ heldUpMs: HELD_UP_MS });
  const held = slow(SLOW_MS);
  await new Promise((resolve) => setTimeout(resolve, 2 * HELD_UP_MS));
  const others = processesOf(await many(20, brief));
  expect(answered).not.toContain('slow');
  expect(others).not.toContain((await held).pid);
});

test('of those that came with a slow one only the ones sent right after it wait for it', async () => {
  const { answered, brief, slow } = openReads({ heldUpMs: HELD_UP_MS });
  await Promise.all([slow(SLOW_MS), many(20, brief)]);
  expect(answered.indexOf('slow')).toBe(20 - (MOST_SENT - 1));
});

test('when all are slow they wait for the connections there may be, and are all answered', async () => {
  const { slow } = openReads({ mostLanes: 2, heldUpMs: 10 });
  const answers = await many(3 * MOST_SENT, () => slow(40));
  expect(answers).toHaveLength(3 * MOST_SENT);
  expect(processesOf(answers).size).toBe(2);
});

test('one that fails leaves those before and after it alone', async () => {
  const { divide } = openReads();
  const answers = await Promise.allSettled([1, 0, 3, 0, 4].map(divide));
  expect(answers.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, false, true]);
  expect(await divide(6)).toEqual({ quotient: 2 });
});

test('with the connection go those that were sent on it; who waited is answered on another', async () => {
  const { brief, end } = openReads(neverHeldUp);
  const answers = await Promise.allSettled([end(), ...Array.from({ length: 20 }, brief)]);
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(MOST_SENT);
  expect(processesOf(await many(5, brief)).size).toBe(1);
});
