// What the drill of rules asks of the job queue: a process that is killed in the middle of a gym's night loses it to another
// process, which goes on where the first was and makes nothing twice.
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { root } from '../../tools/toolchain.mjs';

const pg = createRequire(join(root, 'api', 'package.json'))('pg');
const child = fileURLToPath(new URL('night-process.mjs', import.meta.url));
// The least that the queue takes; in the server it is a minute.
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 2;
const PATIENCE_MS = 90_000;
const LOCK = 4711;

/** What went wrong, in words. */
export async function takeOver({ ownerUrl, appUrl, log }) {
  const { prepareJobQueue } = await import('../dist/jobs/job-queue.js');
  await prepareJobQueue(ownerUrl);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const processes = [];
  try {
    const gymId = await openGym(owner);
    // Its second rule waits here until it is let go.
    await owner.query('select pg_advisory_lock($1)', [LOCK]);
    const first = startNights(appUrl, processes);
    await until('the first process is in the middle', () => isWaiting(owner));
    const second = startNights(appUrl, processes);
    await until('the second process is ready', () => second.told.includes('ready'));
    first.process.kill('SIGKILL');
    await owner.query('select pg_advisory_unlock($1)', [LOCK]);
    const killedAt = performance.now();
    await until('the second process has taken over', () => second.told.includes('ends'));
    const seconds = Math.round((performance.now() - killedAt) / 1000);
    log(`a night was taken over ${seconds} s after its process was killed`);
    return await faultsOf(owner, gymId, first);
  } catch (error) {
    return [`taking over: ${String(error?.message ?? error)}`];
  } finally {
    for (const one of processes) one.kill('SIGKILL');
    await owner.end();
  }
}

function startNights(appUrl, processes) {
  const started = fork(child, [appUrl, String(HEARTBEAT_SECONDS), String(SUPERVISE_SECONDS)]);
  processes.push(started);
  const told = [];
  started.on('message', (message) => told.push(message));
  return { process: started, told };
}

/** A gym whose night makes one notification by each of two rules; the second waits for a lock. */
async function openGym(owner) {
  const { rows } = await owner.query(
    `with gym as (insert into gym (name, time_zone) values ('Night', 'UTC') returning id),
       rule as (insert into notification_rule (gym_id, rule, is_on) select id, rule, true from gym, unnest('{BIRTHDAY,NO_EMPLOYEE}'::text[]) rule),
       member as (insert into member (gym_id, member_number, first_name, last_name, joined_on, birth_date)
         select id, 1, 'Member', 'One', '2024-01-01', (current_date - interval '30 years')::date from gym returning gym_id, id),
       plan as (insert into subscription_type (gym_id, name, is_recurring, price_cents) select id, 'Unlimited', true, 0 from gym returning id)
     insert into subscription (gym_id, member_id, subscription_type_id, starts_on, price_cents, currency)
       select member.gym_id, member.id, plan.id, '2024-01-01', 0, 'EUR' from member, plan returning gym_id as id`,
  );
  await owner.query(
    `create function wait_for_drill() returns trigger language plpgsql as $$ begin
       perform pg_advisory_xact_lock(${LOCK}); return new; end $$;
     create trigger wait_for_drill before insert on notification for each row when (new.kind = 'NO_EMPLOYEE') execute function wait_for_drill()`,
  );
  return rows[0].id;
}

async function isWaiting(owner) {
  const { rows } = await owner.query(
    `select from pg_locks where locktype = 'advisory' and objid = $1 and not granted`,
    [LOCK],
  );
  return rows.length > 0;
}

async function faultsOf(owner, gymId, first) {
  const { rows } = await owner.query(
    `select (select string_agg(kind, ',' order by kind) from notification where gym_id = $1) as made,
            (select count(*)::int from notification_rule_run where gym_id = $1) as runs`,
    [gymId],
  );
  const [{ made, runs }] = rows;
  return [
    ...(made === 'BIRTHDAY,NO_EMPLOYEE' ? [] : [`after taking over there is ${made ?? 'nothing'}`]),
    ...(runs === 1 ? [] : ['that the night was had is not on record']),
    ...(first.told.includes('ends') ? ['the killed process had ended its night'] : []),
  ];
}

async function until(what, isSo) {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > PATIENCE_MS) throw new Error(`waited in vain until ${what}`);
    await sleep(50);
  }
}
