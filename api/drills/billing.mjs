// The part of the money drill about charging subscriptions: every run of the job is started twice at the same moment or
// killed at a named point, over days, months and years of made-up subscriptions in several time zones; then PostgreSQL's
// own calendar says which lines are missed and which are there twice.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { root } from '../../tools/toolchain.mjs';

const pg = createRequire(join(root, 'api', 'package.json'))('pg');
const check = readFileSync(new URL('billing-check.sql', import.meta.url), 'utf8');
const child = fileURLToPath(new URL('billing-process.mjs', import.meta.url));

const RUNS = { quick: 30, full: 1000 };
/** After so many runs the gyms are made anew: what is looked at after every run stays small. */
const RUNS_OF_GYMS = 50;
const KILLED = { quick: 0.3, full: 0.5 };
const NEW_SUBSCRIPTIONS = 12;
const DAY_MS = 86_400_000;
const ZONES = ['Europe/Amsterdam', 'America/Los_Angeles', 'Pacific/Auckland', 'Africa/Cairo'];
const POINTS = [
  'before looking for gyms',
  'before the lock',
  'while locking',
  'with the lock',
  'before writing',
  'while writing',
  'before the commit',
  'while committing',
];

export async function drill(world) {
  const { ownerUrl, appUrl } = await world.newDatabase();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const drill = new BillingDrill({ ...world, owner, appUrl });
  try {
    return { ...(await drill.run()), databaseUrl: ownerUrl };
  } finally {
    await drill.close();
    await owner.end();
  }
}

class BillingDrill {
  #world;
  #owner;
  #processes = [];
  #started = 0;
  #nowMs = Date.parse('2023-01-10T11:00:00Z');
  #found = { missed: new Set(), double: new Set(), wrong: new Set() };
  #kills = new Map(POINTS.map((point) => [point, 0]));
  #survived = 0;
  #faults = [];
  #lines = 0;
  #answers;

  constructor(world) {
    this.#world = world;
    this.#owner = world.owner;
  }

  async run() {
    const runs = this.#world.isQuick ? RUNS.quick : RUNS.full;
    for (let run = 0; run < runs; run += 1) {
      if (run % RUNS_OF_GYMS === 0) await this.#makeGyms();
      this.#nowMs = await this.#later();
      await this.#addSubscriptions();
      if (this.#chance() < (this.#world.isQuick ? KILLED.quick : KILLED.full)) await this.#runKilled();
      else await this.#runTwice();
      await this.#look(['missed', 'double', 'wrong']);
      if (this.#faults.length > 0) break;
      if ((run + 1) % 250 === 0) this.#world.log(`${run + 1} of ${runs} runs`);
    }
    await this.#countLines();
    const { log } = this.#world;
    const kills = [...this.#kills].map(([point, times]) => `${point} ${times}`).join(', ');
    log(`killed ${kills}; ${this.#survived} ended before the point came`);
    log(`${this.#lines} lines written in ${runs} runs, up to ${new Date(this.#nowMs).toISOString().slice(0, 10)}`);
    const { missed, double, wrong } = this.#found;
    const faults = [...missed, ...double, ...wrong, ...this.#faults];
    return { figures: { runs, double: double.size, missed: missed.size }, faults, planted: await this.#plantFaults() };
  }

  async close() {
    const processes = await Promise.all(this.#processes.splice(0));
    for (const process of processes) process.disconnect();
    await Promise.all(processes.map(({ whenGone }) => whenGone));
  }

  /** Both at the same moment, without the lock that keeps jobs apart: what is held here is held by the database alone. */
  async #runTwice() {
    const pair = [await this.#take(), await this.#take()];
    const answers = await Promise.all(pair.map((it) => it.charge({ now: this.#nowMs })));
    this.#answers = JSON.stringify(answers);
    for (const { error } of answers) if (error) this.#faults.push(error);
    this.#processes.push(...pair);
  }

  async #runKilled() {
    const point = POINTS[Math.floor(this.#chance() * POINTS.length)];
    const victim = await this.#take();
    const isAlone = this.#chance() < 0.5;
    const twin = isAlone ? null : await this.#take();
    const occurrence = point.includes('gyms') ? 1 : 1 + Math.floor(this.#chance() * ZONES.length);
    const asked = [victim.charge({ now: this.#nowMs, point, occurrence }), twin?.charge({ now: this.#nowMs })];
    const [killed, other] = await Promise.all(asked);
    if (killed.error || other?.error) this.#faults.push(killed.error ?? other.error);
    if (killed.isGone) this.#kills.set(point, this.#kills.get(point) + 1);
    else this.#survived += 1;
    if (twin) this.#processes.push(twin);
    if (!killed.isGone) this.#processes.push(victim);
    else await this.#untilForgotten(victim.name);
    // Whatever is left undone: nothing is there twice, or half.
    await this.#look(['double', 'wrong']);
    const next = await this.#take();
    const lastly = await next.charge({ now: this.#nowMs });
    const { error } = lastly;
    this.#answers = JSON.stringify([point, isAlone, killed, other, lastly]);
    if (error) this.#faults.push(error);
    this.#processes.push(next);
  }

  /** What a killed process held is let go when the server notices, as in the hour until the job comes again. */
  async #untilForgotten(name) {
    while (await this.#isConnected(name)) await sleep(5);
  }

  async #isConnected(name) {
    const { rowCount } = await this.#owner.query('select from pg_stat_activity where application_name = $1', [name]);
    return rowCount > 0;
  }

  /** A process that is ready; spares are started ahead. */
  async #take() {
    const spares = 3;
    while (this.#processes.length < spares) this.#processes.push(this.#start());
    return this.#processes.shift();
  }

  async #start() {
    const name = `billing-${(this.#started += 1)}`;
    // By its name the server tells which connections are its own.
    const env = { ...process.env, NODE_COMPILE_CACHE: join(root, '.cache', 'node'), PGAPPNAME: name };
    const started = fork(child, [this.#world.appUrl], { env });
    const whenGone = new Promise((done) => started.once('exit', () => done({ isGone: true })));
    const answer = () => Promise.race([new Promise((done) => started.once('message', done)), whenGone]);
    if ((await answer()).isGone) throw new Error('A billing process ended at its start.');
    if (!(await this.#isConnected(name))) throw new Error('A billing process does not say its name.');
    const charge = (order) => {
      const answered = answer();
      started.send(order);
      return answered;
    };
    return { name, whenGone, charge, disconnect: () => started.disconnect() };
  }

  async #look(kinds) {
    const { rows } = await this.#owner.query(check, [new Date(this.#nowMs)]);
    for (const { fault, about } of rows) if (kinds.includes(fault)) this.#found[fault].add(`${fault}: ${about}`);
    if (rows.some(({ fault }) => kinds.includes(fault)))
      this.#faults.push(`after ${new Date(this.#nowMs).toISOString()} ${this.#answers}`);
  }

  /** Breaks the lines on purpose, and puts each back: a check that sees nothing must be able to see. */
  async #plantFaults() {
    const victim = `(select ctid from purchase where total_cents > 1 order by id limit 1)`;
    const plants = {
      missed: [`delete from purchase where ctid = ${victim}`],
      double: [
        'drop index purchase_once_per_period',
        `insert into purchase (gym_id, member_id, kind, description, unit_price_cents, total_cents, vat_rate_bp, vat_cents, currency,
           purchased_at, subscription_id, period_starts_on, period_ends_on)
         select gym_id, member_id, kind, description, unit_price_cents, total_cents, vat_rate_bp, vat_cents, currency,
           purchased_at, subscription_id, period_starts_on, period_ends_on from purchase where ctid = ${victim}`,
      ],
      wrong: [
        `update purchase set unit_price_cents = total_cents - 1, total_cents = total_cents - 1 where ctid = ${victim}`,
      ],
    };
    let found = 0;
    for (const [fault, statements] of Object.entries(plants)) {
      await this.#owner.query('begin');
      for (const statement of statements) await this.#owner.query(statement);
      const { rows } = await this.#owner.query(check, [new Date(this.#nowMs)]);
      if (rows.length === 1 && rows[0].fault === fault) found += 1;
      await this.#owner.query('rollback');
    }
    return { planted: Object.keys(plants).length, found };
  }

  async #makeGyms() {
    await this.#countLines();
    await this.#owner.query('truncate gym cascade');
    for (const zone of ZONES) {
      const chargesFrom = this.#chance() < 0.25 ? this.#dayAround(-60) : null;
      await this.#owner.query(
        `with gym as (insert into gym (name, time_zone, charges_from) values ($1, $1, $2) returning id),
           type as (insert into subscription_type (gym_id, name, is_recurring, price_cents) select id, 'Unlimited', true, 4900 from gym)
         insert into member (gym_id, member_number, first_name, last_name, joined_on) select id, 1, 'Zoë', 'Berg', '2020-01-01' from gym`,
        [zone, chargesFrom],
      );
    }
  }

  async #countLines() {
    const { rows } = await this.#owner.query('select count(*)::int as lines from purchase');
    this.#lines += rows[0].lines;
  }

  async #addSubscriptions() {
    const wishes = Array.from({ length: NEW_SUBSCRIPTIONS }, () => {
      const billing = this.#pick(['MONTHLY', 'MONTHLY', 'MONTHLY', 'MONTHLY', 'YEARLY', 'ONCE']);
      return {
        zone: this.#pick(ZONES),
        billing,
        // Mostly what starts about now, and now and then something that nobody charged for more than a year.
        starts_on: this.#dayAround(this.#chance() < 0.2 ? -500 : -20, 40),
        runs_days: billing === 'MONTHLY' && this.#chance() < 0.4 ? Math.floor(this.#chance() * 120) : null,
        price_cents: this.#chance() < 0.1 ? 0 : 1 + Math.floor(this.#chance() * 20_000),
        is_voided: this.#chance() < 0.05,
      };
    });
    await this.#owner.query(
      `insert into subscription (gym_id, member_id, subscription_type_id, billing, starts_on, ends_on, price_cents, currency, voided_at, created_at)
       select g.id, m.id, t.id, w.billing, w.starts_on,
              case w.billing when 'MONTHLY' then w.starts_on + w.runs_days
                             -- A year from 29 February ends on 28 February: no year is short of a day.
                             when 'YEARLY' then (w.starts_on + interval '1 year')::date
                               - (to_char(w.starts_on, 'MM-DD') <> '02-29')::int end,
              w.price_cents, 'EUR', case when w.is_voided then $2::timestamptz end, $2::timestamptz - interval '400 days'
         from jsonb_to_recordset($1::jsonb) w (zone text, billing text, starts_on date, runs_days int, price_cents int, is_voided bool)
         join gym g on g.time_zone = w.zone join member m on m.gym_id = g.id join subscription_type t on t.gym_id = g.id`,
      [JSON.stringify(wishes), new Date(this.#nowMs)],
    );
  }

  /** A little or much later, often within minutes of a midnight, the end of a month, or a change of the clocks. */
  async #later() {
    const dice = this.#chance();
    const passed =
      this.#nowMs +
      (dice < 0.6 ? this.#chance() * 3 : dice < 0.95 ? this.#chance() * 20 : this.#chance() * 200) * DAY_MS;
    if (this.#chance() < 0.5) return passed;
    const unit = this.#chance() < 0.5 ? 'day' : 'month';
    const { rows } = await this.#owner.query(
      `select ((date_trunc($1, $2::timestamptz at time zone $3) + ('1 ' || $1)::interval) at time zone $3) as at`,
      [unit, new Date(passed), this.#pick(ZONES)],
    );
    return Math.max(this.#nowMs, rows[0].at.getTime() + Math.floor((this.#chance() - 0.5) * 240_000));
  }

  #dayAround(offset, width = 1) {
    return new Date(this.#nowMs + (offset + this.#chance() * width) * DAY_MS).toISOString().slice(0, 10);
  }

  #pick(list) {
    return list[Math.floor(this.#chance() * list.length)];
  }

  #chance() {
    return this.#world.chance();
  }
}
