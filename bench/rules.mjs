// All rules of notifications in one gym of so many members: the first night, which makes everything, the night after it, and
// how that grows.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const run = fileURLToPath(new URL('rules-run.mjs', import.meta.url));
const FIRST = '2026-03-04T03:00:00Z';
const NEXT = '2026-03-05T03:00:00Z';

export async function benchRules({ databaseUrl, members }) {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  await fill(owner, members);
  await owner.query(
    'vacuum (analyze) gym, member, subscription, subscription_type, session, registration, checkup, purchase, notification',
  );
  const { rows } = await owner.query('select count(*)::int as visits from registration');
  await owner.end();
  const [first, next] = await runRules(databaseUrl, [FIRST, NEXT]);
  return { members, visits: rows[0].visits, first, next };
}

/**
 * Thirteen weeks of a gym where 7 of 10 members have a subscription and come now and then: some have stopped, some come
 * less often, some are new; made quietly, since that is not measured.
 */
async function fill(owner, members) {
  await owner.query('begin');
  await owner.query('set local session_replication_role = replica');
  const made = [
    `insert into gym (name) values ('Bench')`,
    `insert into notification_rule (gym_id, rule, is_on) select g.id, rule, true from gym g, unnest(array['BIRTHDAY', 'ABSENCE',
      'DOWNWARD_TREND', 'CHECKUP_DUE', 'NO_EMPLOYEE', 'SUBSCRIPTION_ENDING', 'PAYMENT_FAILED', 'FIRST_SESSION']) rule`,
    `insert into employee (gym_id, first_name, last_name, email, role) select id, 'Ada', 'Brandt', 'ada@bench.example', 'ADMIN' from gym`,
    `insert into subscription_type (gym_id, name, is_recurring, price_cents) select id, 'Unlimited', true, 4950 from gym`,
    `insert into session_type (gym_id, name, color) select id, 'Yoga', '#336699' from gym`,
    `insert into calendar (gym_id, name) select id, 'Hall' from gym`,
    `create temp table slot on commit drop as select i, uuidv7() as id,
        timestamptz '2025-12-02T08:00:00Z' + make_interval(hours => i * 3) as starts_at from generate_series(0, 727) i`,
    `insert into session (gym_id, id, session_type_id, calendar_id, starts_at, duration_minutes, places)
      select g.id, s.id, t.id, c.id, s.starts_at, 60, 9999 from slot s, gym g, session_type t, calendar c`,
    `create temp table who on commit drop as select n, uuidv7() as id, n % 10 < 7 as is_subscribed, n % 4 * 4 + 4 as visits
        from generate_series(1, ${members}) n`,
    // Of every hundred, ten have stopped, ten come less often since five weeks, and two have just begun.
    `insert into registration (gym_id, session_id, starts_at, member_id, status)
      select g.id, s.id, s.starts_at, w.id, case when (w.n + j) % 12 = 0 then 'NO_SHOW' else 'ATTENDED' end
        from who w cross join lateral generate_series(0, w.visits - 1) j
        join slot s on s.i = (w.n * 37 + j * 45) % 728 cross join gym g
       where w.is_subscribed and case when w.n % 50 = 1 then s.i > 690 when w.n % 10 = 2 then s.i < 520
         when w.n % 10 = 3 then s.i < 440 or j % 4 = 0 else true end`,
    `insert into member (gym_id, id, member_number, first_name, last_name, joined_on, birth_date, employee_id, last_visit_at)
      select g.id, w.id, w.n, 'Member', w.n::text, '2024-01-01', date '1970-01-01' + w.n % 14000,
             case when w.n % 20 <> 0 then e.id end, v.last_at
        from who w cross join gym g cross join employee e
        left join (select member_id, max(starts_at) as last_at from registration where status = 'ATTENDED' group by 1) v on v.member_id = w.id`,
    `insert into subscription (gym_id, member_id, subscription_type_id, starts_on, ends_on, price_cents, currency, created_at)
      select g.id, w.id, t.id, date '2025-01-01' + w.n % 300, case when w.n % 25 = 0 then date '2026-03-01' + w.n % 60 end, 4950, 'EUR', '2025-01-01'
        from who w cross join gym g cross join subscription_type t where w.is_subscribed`,
    `insert into checkup (gym_id, member_id, starts_at, created_at)
      select g.id, w.id, timestamptz '2026-03-20T10:00:00Z' - make_interval(days => w.n % 150), '2025-09-01' from who w, gym g where w.n % 2 = 0`,
    `insert into purchase (gym_id, member_id, kind, description, unit_price_cents, total_cents, vat_rate_bp, vat_cents, currency, purchased_at, status, status_reason)
      select g.id, w.id, 'SHOP', 'Shake', 350, 350, 900, 29, 'EUR', '2026-02-20', 'FAILED', 'AC04' from who w, gym g where w.n % 200 = 0`,
  ];
  for (const statement of made) await owner.query(statement);
  await owner.query('commit');
}

async function runRules(databaseUrl, moments) {
  const child = spawn(process.execPath, [run, databaseUrl, ...moments], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`The run of the rules ended with ${code}.`);
  return JSON.parse(text);
}
