import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { seedDemo } from '../../database/seeds/demo.ts';
import { addGym, addMember, addSubscription, insert } from '../../testing/fixtures.ts';
import { openTestDatabase } from '../../testing/test-database.ts';
import { testSecrets } from '../../testing/test-secrets.ts';
import type { TestDatabase } from '../../testing/test-database.ts';
import { chargeSubscriptions } from './charge-subscriptions.ts';

let db: TestDatabase;
let gymId: string;
let memberId: string;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.owner.query('truncate gym cascade');
  gymId = await addGym(db.owner, { locale: 'en' });
  memberId = await addMember(db.owner, gymId);
});

const run = (now: string, batchSize?: number) => chargeSubscriptions(db.database, batchSize).run(new Date(now));
const subscribe = (row: Record<string, unknown>) =>
  addSubscription(db.owner, gymId, memberId, { price_cents: 3100, created_at: '2024-01-01T10:00:00Z', ...row });

async function lines(): Promise<string[]> {
  const { rows } = await db.owner.query<Record<string, string>>(
    `select period_starts_on::text as from, coalesce(period_ends_on::text, 'on') as to, total_cents as cents, vat_cents as vat, status
       from purchase order by period_starts_on, id`,
  );
  return rows.map(({ from, to, cents, vat, status }) => `${from}..${to} ${cents} (${vat}) ${status}`);
}

test('every month that has begun is charged once, the first by the day', async () => {
  await subscribe({ starts_on: '2026-01-16' });
  expect(await run('2026-03-01T12:00:00Z')).toEqual({ gyms: 1, subscriptions: 1, lines: 3 });
  expect(await lines()).toEqual([
    '2026-01-16..2026-01-31 1600 (132) OPEN',
    '2026-02-01..2026-02-28 3100 (256) OPEN',
    '2026-03-01..2026-03-31 3100 (256) OPEN',
  ]);
  expect(await run('2026-03-31T12:00:00Z')).toEqual({ gyms: 1, subscriptions: 0, lines: 0 });
  expect(await run('2028-02-29T12:00:00Z')).toMatchObject({ lines: 23 });
  expect((await lines()).at(-1)).toBe('2028-02-01..2028-02-29 3100 (256) OPEN');
});

test('a line is of the gym’s own day, on its account, and says what it is for', async () => {
  await subscribe({ starts_on: '2026-01-16', created_at: '2026-01-16T15:00:00Z' });
  // In Amsterdam March has begun, elsewhere it has not.
  await run('2026-02-28T22:59:59Z');
  expect(await lines()).toHaveLength(2);
  await run('2026-02-28T23:00:00Z');
  const { rows } = await db.owner.query(
    'select description, purchased_at, payment_method, currency, member_id, created_by, kind, quantity from purchase order by period_starts_on',
  );
  const common = {
    payment_method: 'ACCOUNT',
    currency: 'EUR',
    member_id: memberId,
    created_by: null,
    kind: 'SUBSCRIPTION',
    quantity: 1,
  };
  expect(rows).toEqual([
    // Never before the subscription was made.
    {
      ...common,
      description: expect.stringMatching(/^Unlimited, 16.+31 Jan 2026$/),
      purchased_at: new Date('2026-01-16T15:00:00Z'),
    },
    { ...common, description: 'Unlimited, February 2026', purchased_at: new Date('2026-01-31T23:00:00Z') },
    { ...common, description: 'Unlimited, March 2026', purchased_at: new Date('2026-02-28T23:00:00Z') },
  ]);
});

test('a last month is charged by the day, and nothing after it', async () => {
  await subscribe({ starts_on: '2026-01-01', ends_on: '2026-02-14' });
  await run('2026-06-01T12:00:00Z');
  expect(await lines()).toEqual(['2026-01-01..2026-01-31 3100 (256) OPEN', '2026-02-01..2026-02-14 1550 (128) OPEN']);
});

test('a VAT rate that changes is that of periods from its day on, however late they are charged', async () => {
  await subscribe({ starts_on: '2026-01-01' });
  const typeId = await insert(db.owner, 'subscription_type', {
    gym_id: gymId,
    name: 'Plus',
    is_recurring: true,
    price_cents: 3100,
    vat_rate_bp: 900,
  });
  await insert(db.owner, 'vat_change', {
    gym_id: gymId,
    id: crypto.randomUUID(),
    from_rate_bp: 900,
    to_rate_bp: 2100,
    starts_on: '2026-03-01',
    created_at: '2026-01-05T10:00:00Z',
  });
  await run('2026-02-28T22:59:59Z');
  const offered = async () =>
    (
      await db.owner.query<{ rate: number }>('select vat_rate_bp as rate from subscription_type where id = $1', [
        typeId,
      ])
    ).rows[0]?.rate;
  expect(await offered()).toBe(900);
  await run('2026-04-02T12:00:00Z');
  expect(await offered()).toBe(2100);
  expect(await lines()).toEqual([
    '2026-01-01..2026-01-31 3100 (256) OPEN',
    '2026-02-01..2026-02-28 3100 (256) OPEN',
    '2026-03-01..2026-03-31 3100 (538) OPEN',
    '2026-04-01..2026-04-30 3100 (538) OPEN',
  ]);
  // Agreed after it, at the old rate: that is meant.
  await subscribe({ starts_on: '2026-04-03', ends_on: '2026-04-30', created_at: '2026-04-03T10:00:00Z' });
  await run('2026-04-03T12:00:00Z');
  expect((await lines()).at(-1)).toBe('2026-04-03..2026-04-30 2893 (239) OPEN');
});

test('a year and what is bought once are one line, what costs nothing or never counted is none', async () => {
  await subscribe({ starts_on: '2026-02-10', ends_on: '2027-02-09', billing: 'YEARLY', vat_rate_bp: 2100 });
  await subscribe({ starts_on: '2026-03-02', billing: 'ONCE' });
  await subscribe({ starts_on: '2026-01-01', price_cents: 0 });
  await subscribe({ starts_on: '2026-01-01', voided_at: '2026-01-01T10:00:00Z' });
  await subscribe({ starts_on: '2026-03-05' });
  expect(await run('2026-03-04T12:00:00Z')).toMatchObject({ lines: 2 });
  expect(await lines()).toEqual(['2026-02-10..2027-02-09 3100 (538) OPEN', '2026-03-02..on 3100 (256) OPEN']);
});

test('a line that was taken back is not written again, and a counter-line is no line of a period', async () => {
  const subscriptionId = await subscribe({ starts_on: '2026-03-01' });
  await run('2026-03-04T12:00:00Z');
  await db.owner.query(`update purchase set status = 'CANCELLED'`);
  expect(await run('2026-03-05T12:00:00Z')).toMatchObject({ lines: 0 });
  const { rows } = await db.owner.query<{ id: string }>('select id from purchase');
  await insert(db.owner, 'purchase', {
    gym_id: gymId,
    member_id: memberId,
    kind: 'SUBSCRIPTION',
    description: 'Credit',
    unit_price_cents: -100,
    total_cents: -100,
    vat_rate_bp: 900,
    vat_cents: -8,
    currency: 'EUR',
    purchased_at: '2026-03-05T10:00:00Z',
    subscription_id: subscriptionId,
    corrects_purchase_id: rows[0]?.id,
  });
  expect(await run('2026-04-05T12:00:00Z')).toMatchObject({ lines: 1 });
});

test('what began before the day that a gym charges from was charged elsewhere', async () => {
  await db.owner.query(`update gym set charges_from = '2026-02-15'`);
  await subscribe({ starts_on: '2024-01-15' });
  await subscribe({ starts_on: '2025-06-01', ends_on: '2026-05-31', billing: 'YEARLY' });
  expect(await run('2026-02-28T12:00:00Z')).toMatchObject({ subscriptions: 0, lines: 0 });
  expect(await run('2026-03-01T12:00:00Z')).toMatchObject({ lines: 1 });
});

test('two at once write every line once, in batches smaller than the gym', async () => {
  for (let index = 0; index < 25; index += 1) await subscribe({ starts_on: '2026-01-01' });
  const [one, other] = await Promise.all([run('2026-03-04T12:00:00Z', 4), run('2026-03-04T12:00:00Z', 4)]);
  expect(Number(one?.['lines']) + Number(other?.['lines'])).toBe(75);
  expect(await run('2026-03-04T12:00:00Z', 4)).toMatchObject({ lines: 0 });
  expect(new Set(await lines()).size).toBe(3);
});

test('a subscription that somebody is changing is left for the next round, the others are charged', async () => {
  const busy = await subscribe({ starts_on: '2026-03-01' });
  await subscribe({ starts_on: '2026-03-01' });
  const client = await db.owner.connect();
  await client.query('begin');
  await client.query('select from subscription where id = $1 for no key update', [busy]);
  expect(await run('2026-03-04T12:00:00Z')).toMatchObject({ lines: 1 });
  await client.query(`update subscription set ends_on = '2026-03-10' where id = $1`, [busy]);
  await client.query('commit');
  client.release();
  await run('2026-03-04T12:00:00Z');
  expect(await lines()).toContain('2026-03-01..2026-03-10 1000 (83) OPEN');
});

test('a gym that cannot be charged keeps none of the others waiting, and is told', async () => {
  const broken = await addGym(db.owner, { time_zone: 'Mars/Olympus' });
  await addSubscription(db.owner, broken, await addMember(db.owner, broken));
  await subscribe({ starts_on: '2026-03-01' });
  await expect(run('2026-03-04T12:00:00Z')).rejects.toThrow('1 of 2 gyms were not charged.');
  expect(await lines()).toHaveLength(1);
});

test('to a fresh demo nothing is added but what becomes due', async () => {
  await db.owner.query('truncate gym, account cascade');
  const now = new Date('2026-11-24T10:15:00Z');
  await seedDemo({ ownerUrl: db.ownerUrl, now, putFile: async () => {}, secrets: testSecrets });
  expect(await run(now.toISOString())).toMatchObject({ lines: 0 });
  const { rows } = await db.owner.query<{ due: number }>(
    `select count(*)::int as due from subscription where voided_at is null and price_cents > 0
       and case billing when 'MONTHLY' then starts_on <= '2026-12-01' and (ends_on is null or ends_on >= '2026-12-01')
                        else starts_on between '2026-11-25' and '2026-12-01' end`,
  );
  expect(rows[0]?.due).toBeGreaterThan(100);
  expect(await run('2026-12-01T10:15:00Z')).toMatchObject({ lines: rows[0]?.due });
  const invariants = readFileSync(new URL('../../../invariants.sql', import.meta.url), 'utf8');
  expect((await db.owner.query(invariants)).rows).toEqual([]);
});
