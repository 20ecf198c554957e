// The demo in a fresh database: complete, right where it can be counted, and walled off per gym.
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenKeys } from '../../testing/broken-keys.ts';
import { openTestDatabase } from '../../testing/test-database.ts';
import type { TestDatabase } from '../../testing/test-database.ts';
import { testSecrets } from '../../testing/test-secrets.ts';
import { seedDemo } from './demo.ts';

const now = new Date('2026-11-24T10:15:00Z');
const files = new Map<string, Buffer>();
const keep = async (key: string, bytes: Buffer): Promise<void> => {
  files.set(key, bytes);
};

let test: TestDatabase;
let owner: pg.Pool;
const seed = (putFile = keep) => seedDemo({ ownerUrl: test.ownerUrl, now, secrets: testSecrets, putFile });
const count = async (query: string, values: unknown[] = []) =>
  Number((await owner.query<{ n: string }>(`select count(*) as n from ${query}`, values)).rows[0]?.n);

/** The queries that find something, with how much. */
async function findings(queries: string[], values: unknown[] = []): Promise<string[]> {
  const found: string[] = [];
  for (const query of queries) {
    const rows = await count(query, values);
    if (rows > 0) found.push(`${rows} rows of ${query}`);
  }
  return found;
}

/** What is said about members, and when. */
const sinceJoining = [
  ['registration', 'registered_at'],
  ['subscription', 'created_at'],
  ['note', 'created_at'],
  ['notification', 'created_at'],
  ['purchase', 'purchased_at'],
  ['checkup', 'created_at'],
  ['benchmark_result', 'created_at'],
  ['attachment', 'uploaded_at'],
  ['checklist', 'assigned_at'],
];

beforeAll(async () => {
  test = await openTestDatabase();
  owner = test.owner;
});
afterAll(() => test.close());

/** What only people who use it, the bank and Stripe bring about. */
const filledByUse = [
  'api_token',
  'checkout',
  'checkout_line',
  'collection',
  'hand_over',
  'health_tag_view',
  'login_session',
  'mandate_text',
  'member_message',
  'notification_rule_run',
  'payment_batch',
  'payment_batch_line',
  'registration_override',
  'sign_in_throttle',
  'stripe_account',
  'stripe_customer',
  'stripe_difference',
  'stripe_event',
  'stripe_invoice_item',
  'stripe_refund',
  'vat_change',
];

describe('seedDemo', () => {
  it('leaves nothing behind when it is cut off halfway', async () => {
    await expect(seed(() => Promise.reject(new Error('the disk is full')))).rejects.toThrow('the disk is full');
    expect(await count('gym')).toBe(0);
    expect(await count('member')).toBe(0);
  });

  it('fills tables that were noted to be empty after that as fast as new ones', async () => {
    await owner.query('analyze');
    await expect(seed(() => Promise.reject(new Error('cut off')))).rejects.toThrow('cut off');
  }, 20_000);

  it('leaves nothing behind when its connection is lost', async () => {
    const lose = async () => {
      await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`);
    };
    await expect(seed(lose)).rejects.toThrow(/terminat|connection/i);
    expect(await count('gym')).toBe(0);
  });

  it('fills the database once, also when two processes start on it', async () => {
    const filled = await Promise.all([seed(), seed()]);
    expect(filled.filter(Boolean)).toHaveLength(1);
    expect(await seed()).toBe(false);
    expect(await count('gym')).toBe(2);
    expect(await count(`member m join gym g on g.id = m.gym_id where g.name = 'Lift Utrecht'`)).toBe(250);
    expect(await count('member')).toBe(290);
  });

  it('leaves every table of the model with rows', async () => {
    const { rows } = await owner.query<{ name: string }>(`select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`);
    const empty: string[] = [];
    for (const { name } of rows) if ((await count(name)) === 0) empty.push(name);
    expect(empty).toEqual(filledByUse);
  });

  it('puts triggers and the forced wall back, and leaves a trail of the tags in a story and of settings only', async () => {
    expect(await count(`pg_trigger where not tgisinternal and tgenabled = 'D'`)).toBe(0);
    expect(await count(`pg_class where relrowsecurity and not relforcerowsecurity`)).toBe(0);
    expect(await count(`audit_log where (subject, action) not in (('member_tag', 'INSERT'), ('gym', 'UPDATE'))`)).toBe(
      0,
    );
    const told = `(select * from audit_log where subject = 'member_tag') l left join member_tag t on t.gym_id = l.gym_id
      and t.member_id = l.member_id and t.tag_id = l.subject_id and t.added_at = l.happened_at and t.added_by = l.employee_id`;
    expect(await count(told)).toBeGreaterThan(10);
    expect(await count(`${told} where t.tag_id is null`)).toBe(0);
    const settings = `audit_log l join gym g on g.id = l.gym_id join employee e on e.id = l.employee_id and e.role = 'ADMIN'`;
    expect(await count(`${settings} where l.subject = 'gym'`)).toBe(3);
    // As they were set they are.
    expect(await count(`${settings} where l.subject = 'gym' and not to_jsonb(g) @> l.after`)).toBe(0);
  });

  it('leaves no key pointing at nothing', async () => {
    expect(await brokenKeys(owner)).toEqual([]);
  });

  it('shares no person, address or login between the two gyms', async () => {
    const columns = ['email', 'phone_digits', 'full_name', 'account_id'];
    const shared = columns.map(
      (column) => `member a join member b on a.${column} = b.${column} and a.gym_id < b.gym_id`,
    );
    expect(await findings(shared)).toEqual([]);
    expect(await count(`employee a join employee b on a.email = b.email and a.gym_id < b.gym_id`)).toBe(0);
    expect(await count(`employee e join member m on m.account_id = e.account_id`)).toBe(0);
    expect(
      await count(`(select email from member where email is not null group by email having count(*) > 1) double`),
    ).toBe(0);
  });

  it('keeps the derived columns as the triggers would', async () => {
    expect(
      await count(`member m where last_visit_at is distinct from (select max(starts_at) from registration r
        where r.gym_id = m.gym_id and r.member_id = m.id and r.status = 'ATTENDED')`),
    ).toBe(0);
    expect(
      await count(`member m where subscribed_until is distinct from (select case when bool_or(s.ends_on is null) then null
        else max(s.ends_on) end from subscription s where s.gym_id = m.gym_id and s.member_id = m.id and s.voided_at is null)`),
    ).toBe(0);
  });

  it('gives each session no more members than places', async () => {
    expect(
      await count(`(select s.id from session s join registration r on r.gym_id = s.gym_id and r.session_id = s.id
        where r.status <> 'CANCELLED' group by s.gym_id, s.id, s.places having count(*) > s.places) full_up`),
    ).toBe(0);
  });

  it('makes its sessions from the weekly schedule, and has one ahead that is full, with members who wait', async () => {
    const sameTime = `to_char(s.starts_at at time zone g.time_zone, 'ID HH24:MI') = to_char(t.starts_at, t.weekday || ' HH24:MI')`;
    expect(
      await findings([
        `session s join gym g on g.id = s.gym_id left join schedule_slot t on t.gym_id = s.gym_id and t.id = s.schedule_slot_id
          where (t.session_type_id, t.calendar_id) is distinct from (s.session_type_id, s.calendar_id) or not ${sameTime}`,
        `session s where places_taken <> (select count(*) from registration r where r.session_id = s.id and r.status <> 'CANCELLED')`,
        `registration r where r.paid_with = 'SINGLE_SESSION' and not exists (select from purchase p
          where p.session_id = r.session_id and p.member_id = r.member_id and p.kind = 'SINGLE_SESSION') and r.status <> 'CANCELLED'`,
      ]),
    ).toEqual([]);
    expect(
      await count(
        `waiting_list_entry w join session s on s.id = w.session_id where s.starts_at > $1 and s.places_taken >= s.places`,
        [now],
      ),
    ).toBe(3);
    expect(await count('waiting_list_entry')).toBe(3);
  });

  it('puts nothing into the future that has happened, and leaves nothing of the past open', async () => {
    expect(
      await count(`registration where registered_at > $1 or status_changed_at > starts_at + interval '2 hours'`, [now]),
    ).toBe(0);
    expect(
      await count(`registration where status = 'REGISTERED' and starts_at < $1::timestamptz - interval '1 day'`, [now]),
    ).toBe(0);
    const pasts = [
      ...sinceJoining,
      ['notification', 'completed_at'],
      ['purchase', 'paid_at'],
      ['checkup', 'completed_at'],
      ['member_tag', 'added_at'],
      ['session', 'cancelled_at'],
    ];
    expect(
      await findings(
        pasts.map(([table, column]) => `${table} where ${column} > $1`),
        [now],
      ),
    ).toEqual([]);
  });

  it('knows nobody before they joined', async () => {
    const earlier = sinceJoining.map(
      ([table, column]) =>
        `${table} x join member m on m.gym_id = x.gym_id and m.id = x.member_id where x.${column} < m.created_at`,
    );
    expect(await findings(earlier)).toEqual([]);
  });

  it('stores the bytes behind every attachment', async () => {
    const { rows } = await owner.query<{ storage_key: string; size_bytes: string }>(
      'select storage_key, size_bytes from attachment',
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(files.get(row.storage_key)?.length).toBe(Number(row.size_bytes));
  });

  it('opens the demo logins with the roles they promise', async () => {
    const { rows } = await owner.query(`select a.email, g.name, e.role, m.full_name from account a
      left join employee e on e.account_id = a.id left join member m on m.account_id = a.id
      join gym g on g.id = coalesce(e.gym_id, m.gym_id) order by 1`);
    expect(rows.map((row) => Object.values(row as object))).toEqual([
      ['admin@lift.example', 'Lift Utrecht', 'ADMIN', null],
      ['admin@other.example', 'Boxgym Noord', 'ADMIN', null],
      ['coach@lift.example', 'Lift Utrecht', 'EMPLOYEE', null],
      ['member@lift.example', 'Lift Utrecht', null, 'Zoë van der Berg'],
    ]);
    const linked = await count(
      `member m join employee e on e.gym_id = m.gym_id and e.id = m.employee_id where e.email = 'coach@lift.example'`,
    );
    expect(linked).toBeGreaterThan(50);
    expect(linked).toBeLessThan(90);
  });
});
