// A server that loses its database must work again as soon as the database does, however often that happens.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, viewerOf } from '../testing/test-api.ts';
import type { TestApi } from '../testing/test-api.ts';
import { until } from '../testing/until.ts';
import { addGym } from '../testing/fixtures.ts';
import type { Context } from '../graphql/context.ts';

const POOL_SIZE = 10;
let api: TestApi;
let context: Context;
beforeAll(async () => {
  api = await openTestApi();
  context = api.contextFor(viewerOf(await addGym(api.owner), {}));
});
afterAll(() => api.close());

const terminate = (pid: number) => api.owner.query('select pg_terminate_backend($1)', [pid]);
const inUse = () => api.database.pool.totalCount - api.database.pool.idleCount;

const losses: Record<string, () => Promise<unknown>> = {
  'in a write': () =>
    context.db.write(async (em) => {
      const [row] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
      await terminate(row!.pid);
      return em.execute('select 1');
    }),
  'at the commit of a write': () =>
    context.db.write(async (em) => {
      const [row] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
      await terminate(row!.pid);
    }),
  'in a read': () => context.db.rows('select pg_terminate_backend(pg_backend_pid())'),
  'in brief reads that follow each other': async () => {
    const options = { name: 'end of the connection', isBrief: true };
    const read = () => context.db.rows('select pg_terminate_backend(pg_backend_pid())', [], options);
    const [first] = await Promise.allSettled(Array.from({ length: 4 }, read));
    throw (first as PromiseRejectedResult).reason;
  },
  'in the rows of an account': () =>
    context.accounts.as('00000000-0000-7000-8000-000000000000', async (client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      await terminate(rows[0]!.pid);
      return client.query('select 1');
    }),
};

test.each(Object.entries(losses))(
  'connections that end %s are given back, more of them than the pool has',
  async (_when, lose) => {
    for (let loss = 0; loss < POOL_SIZE + 2; loss += 1)
      await expect(lose()).rejects.toThrow(/terminat|not queryable|connection/i);
    await until(() => inUse() === 0);
    expect(await context.db.rows('select 1 as one')).toEqual([{ one: 1 }]);
    expect(await context.db.write((em) => em.execute('select 1 as one'))).toEqual([{ one: 1 }]);
  },
);

test('connections that were idle when they ended are replaced', async () => {
  await Promise.all(Array.from({ length: POOL_SIZE }, () => api.database.pool.query('select pg_sleep(0.05)')));
  await api.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'spotter_app' and datname = current_database()`,
  );
  await until(() => api.database.pool.totalCount === 0);
  expect(await context.db.write((em) => em.execute('select 1 as one'))).toEqual([{ one: 1 }]);
});
