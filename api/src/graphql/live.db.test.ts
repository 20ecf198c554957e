import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../testing/until.ts';
import { createLive, LIVE_CHANNEL, type Live } from './live.ts';

const url = process.env['TEST_DATABASE_URL']!;
const topic = { gymId: 'g1', memberId: 'm1' };
let live: Live;
let other: pg.Client;

beforeAll(async () => {
  live = createLive(url, { firstRetryMs: 20 });
  other = new pg.Client({ connectionString: url });
  await other.connect();
  await until(async () => (await isListening()) === 1);
});

afterAll(async () => {
  await live.close();
  await other.end();
});

// Of this database: another test on the same server may listen in its own.
const listeners = `select pid from pg_stat_activity
  where application_name = 'spotter live' and query ilike 'listen%' and datname = current_database()`;
const isListening = async () => (await other.query(listeners)).rowCount;
const notify = (change: object | string) =>
  other.query('select pg_notify($1, $2)', [LIVE_CHANNEL, typeof change === 'string' ? change : JSON.stringify(change)]);

test('a change reaches who listens to that member of that gym, and nobody else', async () => {
  const mine = live.subscribe(topic);
  const otherGym = live.subscribe({ gymId: 'g2', memberId: 'm1' });
  await notify('not json');
  await notify({ gymId: 'g1' });
  await notify({ ...topic, kind: 'NOTE' });
  expect(await mine.next()).toEqual({ done: false, value: { kind: 'NOTE' } });
  await notify({ gymId: 'g2', memberId: 'm1', kind: 'TAG' });
  expect(await otherGym.next()).toEqual({ done: false, value: { kind: 'TAG' } });
  await mine.return?.();
  await otherGym.return?.();
  expect(await mine.next()).toEqual({ done: true, value: undefined });
});

test('a renamed tag reaches every screen of its gym that shows tags', async () => {
  const [mine, without, otherGym] = [
    { ...topic, gymKinds: ['TAG'] },
    topic,
    { ...topic, gymId: 'g2', gymKinds: ['TAG'] },
  ].map((it) => live.subscribe(it));
  await notify({ gymId: 'g1', memberId: null, kind: 'API_TOKEN' });
  await notify({ gymId: 'g1', memberId: null, kind: 'TAG' });
  for (const gymId of ['g1', 'g2']) await notify({ ...topic, gymId, kind: 'NOTE' });
  expect(await mine?.next()).toEqual({ done: false, value: { kind: 'TAG' } });
  expect(await without?.next()).toEqual({ done: false, value: { kind: 'NOTE' } });
  expect(await otherGym?.next()).toEqual({ done: false, value: { kind: 'NOTE' } });
  for (const queue of [mine, without, otherGym]) await queue?.return?.();
});

test('who listens to a whole gym hears of everybody and everything in it, and of no other', async () => {
  const [whole, otherGym] = ['g1', 'g2'].map((gymId) => live.subscribe({ gymId }));
  await notify({ ...topic, kind: 'NOTE' });
  expect(await whole?.next()).toEqual({ done: false, value: { kind: 'NOTE' } });
  await notify({ gymId: 'g1', memberId: null, kind: 'SESSION' });
  expect(await whole?.next()).toEqual({ done: false, value: { kind: 'SESSION' } });
  await notify({ gymId: 'g2', memberId: 'm9', kind: 'TAG' });
  expect(await otherGym?.next()).toEqual({ done: false, value: { kind: 'TAG' } });
  for (const queue of [whole, otherGym]) await queue?.return?.();
});

test('who listens to a session hears of its members and of itself, once each, and of no other session', async () => {
  const [mine, another, otherGym] = [
    { gymId: 'g1', sessionId: 's1', gymKinds: ['TAG'] },
    { gymId: 'g1', sessionId: 's2' },
    { gymId: 'g2', sessionId: 's1' },
  ].map((it) => live.subscribe(it));
  await notify({ gymId: 'g1', memberId: 'm1', sessionId: 's1', kind: 'REGISTRATION' });
  expect(await mine?.next()).toEqual({ done: false, value: { kind: 'REGISTRATION' } });
  await notify({ gymId: 'g1', memberId: null, sessionId: 's1', kind: 'SESSION' });
  expect(await mine?.next()).toEqual({ done: false, value: { kind: 'SESSION' } });
  await notify({ gymId: 'g1', memberId: 'm1', sessionId: null, kind: 'NOTE' });
  await notify({ gymId: 'g1', memberId: null, sessionId: null, kind: 'TAG' });
  expect(await mine?.next()).toEqual({ done: false, value: { kind: 'TAG' } });
  for (const [gymId, sessionId, queue] of [
    ['g1', 's2', another],
    ['g2', 's1', otherGym],
  ] as const) {
    await notify({ gymId, memberId: 'm1', sessionId, kind: 'MARK' });
    expect(await queue?.next()).toEqual({ done: false, value: { kind: 'MARK' } });
  }
  for (const queue of [mine, another, otherGym]) await queue?.return?.();
});

test('after a lost connection everybody is told that something may have changed, and changes are heard again', async () => {
  const mine = live.subscribe(topic);
  const next = mine.next();
  await other.query(`select pg_terminate_backend(pid) from (${listeners}) it`);
  expect(await next).toEqual({ done: false, value: { kind: 'UNKNOWN' } });
  await notify({ ...topic, kind: 'NOTE' });
  expect(await mine.next()).toEqual({ done: false, value: { kind: 'NOTE' } });
});

test('closing ends every subscription', async () => {
  const closing = createLive(url);
  const next = closing.subscribe(topic).next();
  await closing.close();
  expect((await next).done).toBe(true);
  expect((await closing.subscribe(topic).next()).done).toBe(true);
});
