// The monthly billing run: the job that charges subscriptions, in a process of its own, on the first of a month in a gym of
// so many members, and once more when nothing is due. Twice the size tells how it grows.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const run = fileURLToPath(new URL('billing-run.mjs', import.meta.url));
/** A month of lines is there already, as in any gym that has been at it for longer. */
const BEFORE = '2026-02-10T09:00:00Z';
const NOW = '2026-03-01T09:00:00Z';
const HEAP_MIB = 96;

export async function benchBilling({ databaseUrl, members }) {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  await fill(owner, members);
  await owner.query('vacuum (analyze) gym, member, subscription, subscription_type, purchase');
  await owner.end();
  const [, charged, again] = await charge(databaseUrl, [BEFORE, NOW, NOW]);
  return {
    members,
    lines: charged.lines,
    seconds: charged.seconds,
    linesPerSecond: charged.lines / charged.seconds,
    idleSeconds: again.seconds,
    startMiB: charged.startMiB,
    peakMiB: charged.peakMiB,
  };
}

/** Members with an account to be collected from, all on a monthly subscription; made quietly, since that is not measured. */
async function fill(owner, members) {
  await owner.query('begin');
  await owner.query('set local session_replication_role = replica');
  await owner.query(`insert into gym (name, charges_from) values ('Bench', '2026-02-01')`);
  await owner.query(
    `insert into subscription_type (gym_id, name, is_recurring, price_cents) select id, 'Unlimited', true, 4950 from gym`,
  );
  await owner.query(
    `insert into member (gym_id, member_number, first_name, last_name, joined_on)
     select g.id, n, 'Member', n::text, '2025-01-01' from gym g, generate_series(1, $1::int) n`,
    [members],
  );
  await owner.query(
    `insert into subscription (gym_id, member_id, subscription_type_id, starts_on, price_cents, currency, created_at)
     select m.gym_id, m.id, t.id, date '2025-01-01' + m.member_number % 365, 3950 + m.member_number % 40 * 100, 'EUR', '2025-01-01'
       from member m join subscription_type t on t.gym_id = m.gym_id`,
  );
  await owner.query('commit');
}

async function charge(databaseUrl, moments) {
  // It may hold so many objects and no more: were memory to grow with the gym, it would end here.
  const args = [`--max-old-space-size=${HEAP_MIB}`, '--max-semi-space-size=8'];
  const child = spawn(process.execPath, [...args, run, databaseUrl, ...moments], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`The billing run ended with ${code}.`);
  return JSON.parse(text);
}
