// Brief reads share connections: who waits for whom, and what becomes of the others when one is slow, fails or loses the connection.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addGym } from '../testing/fixtures.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { BriefReads, type BriefReadsOptions } from './brief-reads.ts';
import { GymRead } from './gym-read.ts';
import { MOST_SENT } from './read-lane.ts';

const HELD_UP_MS = 100;
const GATE = 7; // an advisory lock that slow reads wait for

interface Answer {
  pid: number;
}

let whole: TestDatabase;
let gymId: string;
beforeAll(async () => {
  whole = await openTestDatabase();
  gymId = await addGym(whole.owner);
});
afterAll(() => whole.close());

function openReads(options: Partial<BriefReadsOptions> = {}) {
  const reads = new BriefReads(whole.database.pool, { mostLanes: 4, ...options });
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
    slow: () => read('slow', 'select pg_backend_pid() as pid from pg_advisory_xact_lock_shared($1::int)', [GATE]),
    sleepy: (ms: number) => read('sleepy', 'select pg_backend_pid() as pid from pg_sleep($1)', [ms / 1000]),
    nonsense: () => read('nonsense', 'select nothing from nowhere'),
    divide: (by: number) => read('divide', 'select 12 / $1::int as quotient', [by]),
    end: () => read('end', 'select pg_terminate_backend(pg_backend_pid())'),
  };
}

const many = <T>(count: number, one: () => Promise<T>) => Promise.all(Array.from({ length: count }, one));
const connectionsInUse = () => whole.database.pool.totalCount - whole.database.pool.idleCount;
const processesOf = (answers: Answer[]) => new Set(answers.map(({ pid }) => pid));
const neverHeldUp = { heldUpMs: 60_000 };

test('they follow each other on one connection, which the pool has back when the last is answered', async () => {
  const { brief } = openReads(neverHeldUp);
  expect(processesOf(await many(10 * MOST_SENT, brief)).size).toBe(1);
  expect(connectionsInUse()).toBe(0);
});

/** Slow reads wait until the gate is opened. */
async function shutGate(): Promise<() => Promise<void>> {
  const client = await whole.owner.connect();
  await client.query('select pg_advisory_lock($1::int)', [GATE]);
  return async () => {
    await client.query('select pg_advisory_unlock($1::int)', [GATE]);
    client.release();
  };
}

test('what comes after a slow one finds another connection', async () => {
  const { answered, brief, slow } = openReads({ heldUpMs: HELD_UP_MS });
  const open = await shutGate();
  const held = slow();
  await new Promise((resolve) => setTimeout(resolve, 2 * HELD_UP_MS));
  const others = processesOf(await many(20, brief));
  expect(answered).not.toContain('slow');
  await open();
  expect(others).not.toContain((await held).pid);
});

test('of those that came with a slow one only the ones sent right after it wait for it', async () => {
  const { answered, brief, slow } = openReads({ heldUpMs: HELD_UP_MS });
  const open = await shutGate();
  const all = [slow(), ...Array.from({ length: 20 }, brief)];
  await Promise.all(all.slice(MOST_SENT));
  expect(answered).toHaveLength(all.length - MOST_SENT);
  await open();
  await Promise.all(all);
});

test('after a slow one they are on one connection again, however many there are', async () => {
  const { brief, slow } = openReads({ heldUpMs: HELD_UP_MS });
  const open = await shutGate();
  const held = slow();
  let isOver = false;
  const client = async () => {
    while (!isOver) await brief();
  };
  const clients = many(3 * MOST_SENT, client);
  await new Promise((resolve) => setTimeout(resolve, 2 * HELD_UP_MS));
  await open();
  await held;
  await expect.poll(connectionsInUse, { timeout: 10_000 }).toBe(1);
  isOver = true;
  await clients;
});

test('when all are slow they wait for the connections there may be, and are all answered', async () => {
  const { sleepy } = openReads({ mostLanes: 2, heldUpMs: 10 });
  const answers = await many(3 * MOST_SENT, () => sleepy(40));
  expect(answers).toHaveLength(3 * MOST_SENT);
  expect(processesOf(answers).size).toBe(2);
});

test('one that fails leaves those before and after it alone', async () => {
  const { divide } = openReads();
  const answers = await Promise.allSettled([1, 0, 3, 0, 4].map(divide));
  expect(answers.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, false, true]);
  expect(await divide(6)).toEqual({ quotient: 2 });
});

test('one that cannot be read takes those of its name with it, and nobody else', async () => {
  const { brief, nonsense } = openReads(neverHeldUp);
  const answers = await Promise.allSettled([brief(), nonsense(), nonsense(), brief()]);
  expect(answers.map(({ status }) => status === 'fulfilled')).toEqual([true, false, false, true]);
  await expect(nonsense()).rejects.toMatchObject({ code: '42P01' });
});

test('with the connection go those that were sent on it; who waited is answered on another', async () => {
  const { brief, end } = openReads(neverHeldUp);
  const answers = await Promise.allSettled([end(), ...Array.from({ length: 20 }, brief)]);
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(MOST_SENT);
  expect(processesOf(await many(5, brief)).size).toBe(1);
});
