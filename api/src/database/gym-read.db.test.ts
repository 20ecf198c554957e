// What a read in a gym leaves on its connection: nothing. The pool has one connection, so every read meets the last one's.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities } from '../entities.ts';
import { addGym, addMember } from '../testing/fixtures.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { openDatabase, type Database } from './database.ts';
import { GymDatabase } from './gym-database.ts';

let whole: TestDatabase;
let database: Database;
let gymId: string;
let otherGymId: string;
let memberId: string;

const reader = (gym: string) => new GymDatabase(database, { gymId: gym, accountId: null, employeeId: null }, 'test');
const members = 'select id from member';

beforeAll(async () => {
  whole = await openTestDatabase();
  [gymId, otherGymId] = [await addGym(whole.owner), await addGym(whole.owner)];
  memberId = await addMember(whole.owner, gymId);
  database = await openDatabase({ appUrl: whole.appUrl, entities, poolSize: 1 });
});
afterAll(async () => {
  await database.close();
  await whole.close();
});

/** As the next user of the connection finds it. */
async function leftBehind() {
  const { rows } = await database.pool.query<{ gym: string; read_only: string; timeout: string; pid: number }>(
    `select coalesce(current_setting('app.gym_id', true), '') as gym, current_setting('transaction_read_only') as read_only,
       current_setting('statement_timeout') as timeout, pg_backend_pid() as pid`,
  );
  return rows[0]!;
}

test('reads the rows of its gym, named or not, with values or without, and leaves nothing', async () => {
  const before = await leftBehind();
  expect(before).toMatchObject({ gym: '', read_only: 'off' });
  const brief = { name: 'members', isBrief: true };
  for (const options of [{}, { name: 'members' }, { name: 'members' }, brief, brief, { timeoutMs: 5000 }]) {
    expect(await reader(gymId).rows(members, [], options)).toEqual([{ id: memberId }]);
    expect(await leftBehind()).toEqual(before);
    expect(await reader(otherGymId).rows(members, [], options)).toEqual([]);
    expect(await reader(gymId).rows(`${members} where id = $1`, [memberId])).toHaveLength(1);
  }
});

test.each([false, true])('reads at the same time each see their own gym (brief: %s)', async (isBrief) => {
  const answers = await Promise.all(
    [gymId, otherGymId, gymId, otherGymId].map((gym) => reader(gym).rows(members, [], { name: 'members', isBrief })),
  );
  expect(answers.map((rows) => rows.length)).toEqual([1, 0, 1, 0]);
});

test('however many prepared reads there are, they leave connections for the rest, and all are answered', async () => {
  const roomy = await openDatabase({ appUrl: whole.appUrl, entities, poolSize: 100 });
  const { places } = roomy.preparedReads;
  // Opened beforehand: the last to open could find nothing left to read.
  const open = await Promise.all(Array.from({ length: places }, () => roomy.pool.connect()));
  for (const connection of open) connection.release();
  let inUse = 0;
  let most = 0;
  roomy.pool.on('acquire', () => (most = Math.max(most, (inUse += 1))));
  roomy.pool.on('release', () => (inUse -= 1));
  const one = new GymDatabase(roomy, { gymId, accountId: null, employeeId: null }, 'test');
  const slow = 'select id, pg_sleep(0.01) from member';
  const asked = Array.from({ length: 3 * places }, () => one.rows(slow, [], { name: 'slow' }));
  expect((await Promise.all(asked)).flat()).toHaveLength(3 * places);
  expect(most).toBe(places);
  await roomy.close();
});

test.each([
  ['cannot be read', 'select nothing from nowhere', {}, '42P01'],
  ['fails while it runs', 'select 1 / $1::int as one', {}, '22012'],
  ['takes too long', 'select pg_sleep(5), $1::int', { timeoutMs: 30 }, '57014'],
  ['writes', `update member set first_name = 'x' where $1::int = 0`, {}, '25006'],
])('a statement that %s fails alone, each time it is sent', async (_what, text, options, code) => {
  const { pid: _pid, ...before } = await leftBehind();
  const values = text.includes('$1') ? [0] : [];
  const named = { name: `failing ${code}` };
  for (const how of [{}, named, named, { ...named, isBrief: true }]) {
    await expect(reader(gymId).rows(text, values, { ...options, ...how })).rejects.toMatchObject({ code });
    expect(await leftBehind()).toMatchObject(before);
  }
  expect(await reader(gymId).rows(members)).toEqual([{ id: memberId }]);
});

test('a named statement that failed once works when its values do', async () => {
  const divide = (by: number) => reader(gymId).rows('select 4 / $1::int as quotient', [by], { name: 'quotient' });
  await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
  expect(await divide(2)).toEqual([{ quotient: 2 }]);
  await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
  expect(await divide(4)).toEqual([{ quotient: 1 }]);
});
