// The part of the money drill about what Stripe tells: payments live their lives on the emulator while its messages come to
// the real door in any order, twice, late, at once and forged; in the end the books say of each what its script says.
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { advance } from '../../stripe-emulator/src/due.ts';
import { bodyOf, signatureOf } from '../../stripe-emulator/src/deliveries.ts';
import { openEmulator } from '../../stripe-emulator/src/open-emulator.ts';
import { root } from '../../tools/toolchain.mjs';
import { FORGERIES, forge } from './stripe-forgeries.mjs';
import { StripeGym } from './stripe-gym.mjs';
import { MONTH } from './stripe-lives.mjs';

const require = createRequire(join(root, 'api', 'package.json'));
const pg = require('pg');
const { fastify } = require('fastify');

const PERMUTATIONS = { quick: 90, full: 50_000 };
/** Of two gyms, whose messages are not each other's. */
const PER_BATCH = { quick: 30, full: 120 };
/** In turn: the messages alone; with the jobs between them; and some that never come, so that the jobs must do. */
const KINDS = ['told', 'with jobs', 'lossy'];
const LOST = 0.3;
const ROUNDS = { before: 4, after: 4 };
const MONTH_SECONDS = 31 * 86_400 + 3700;
const FAULTS_KEPT = 20;

export async function drill(world) {
  const { ownerUrl, appUrl } = await world.newDatabase();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { openDatabase } = await import('../dist/database/database.js');
  const { entities } = await import('../dist/entities.js');
  const database = await openDatabase({ appUrl, entities, poolSize: 4 });
  database.pool.on('error', () => {});
  try {
    const part = new WebhookDrill({ ...world, owner, database });
    return { ...(await part.run(world.isQuick ? PERMUTATIONS.quick : PERMUTATIONS.full)), databaseUrl: ownerUrl };
  } finally {
    await database.close();
    await owner.end();
  }
}

class WebhookDrill {
  #given;
  #counts = {
    batches: 0,
    permutations: 0,
    messages: 0,
    doubled: 0,
    lost: 0,
    jobs: 0,
    forged: 0,
    forgedAccepted: 0,
    wrong: 0,
  };
  #byForgery = new Map(FORGERIES.map((kind) => [kind, 0]));
  #byLife = new Map();
  #faults = [];

  constructor(given) {
    this.#given = given;
  }

  async run(permutations) {
    let planted;
    const perBatch = this.#given.isQuick ? PER_BATCH.quick : PER_BATCH.full;
    for (let left = permutations; left > 0; left -= perBatch) {
      const batch = await this.#openBatch();
      try {
        await this.#live(batch, Math.min(left, perBatch));
        await this.#judge(batch);
        planted ??= await this.#plant(batch);
      } finally {
        await batch.close();
      }
      if (this.#faults.length >= FAULTS_KEPT) break;
      if (this.#counts.permutations % 6000 < perBatch) this.#given.log(`${this.#counts.permutations} lives …`);
    }
    this.#report();
    const { permutations: lived, wrong, forgedAccepted } = this.#counts;
    return { figures: { permutations: lived, wrong, forgedAccepted }, faults: this.#faults, planted };
  }

  async #openBatch() {
    const { owner, database, chance } = this.#given;
    const { openStripe } = await import('../dist/adapters/stripe/open-stripe.js');
    const { Secrets } = await import('../dist/adapters/secrets/secrets.js');
    const { registerStripeRoutes } = await import('../dist/modules/stripe/stripe-routes.js');
    const emulator = await openEmulator({ now: new Date('2026-03-04T12:00:00Z') });
    emulator.world.deliveries.hold();
    const clock = { now: () => new Date(emulator.world.clock.time) };
    const gateway = openStripe({ secretKey: emulator.secretKey, apiBase: emulator.url, mode: 'TEST' });
    const secrets = new Secrets(randomBytes(32));
    const server = { database, clock, gateway, publicUrl: 'http://gym.example' };
    const app = fastify();
    await registerStripeRoutes(app, { ...server, secrets });
    const gyms = [0, 1].map(() => new StripeGym({ owner, world: emulator.world, secrets, chance }));
    for (const gym of gyms) await gym.open();
    const close = async () => {
      await app.close();
      await emulator.close();
    };
    const kind = KINDS[this.#counts.batches % KINDS.length];
    this.#counts.batches += 1;
    return {
      world: emulator.world,
      kind,
      app,
      server,
      gyms,
      outstanding: [],
      seen: new Set(),
      genuine: new Set(),
      close,
    };
  }

  /** Everybody does their next thing; then some of the messages come, and others wait. */
  async #live(batch, count) {
    const { gyms, world } = batch;
    const half = Math.ceil(count / 2);
    await gyms[0].begin(half, this.#counts.permutations);
    await gyms[1].begin(count - half, this.#counts.permutations + half);
    for (const { name } of gyms.flatMap((gym) => gym.lives)) this.#byLife.set(name, (this.#byLife.get(name) ?? 0) + 1);
    this.#counts.permutations += count;
    for (let round = 0; round < ROUNDS.before; round += 1) await this.#playRound(batch, false);
    // Comparing looks back three weeks: what was lost is found before it is older.
    if (batch.kind === 'lossy') await this.#runJobs(batch);
    advance(world, MONTH_SECONDS);
    for (let round = 0; round < ROUNDS.after; round += 1) await this.#playRound(batch, true);
    await this.#deliver(batch, 1);
    await this.#workOff(batch);
    if (batch.kind === 'lossy') await this.#runJobs(batch);
    await this.#freeStuck(batch);
  }

  async #playRound(batch, isLate) {
    for (const life of batch.gyms.flatMap((gym) => gym.lives)) await step(life, isLate);
    this.#gather(batch);
    await this.#deliver(batch, 0.5);
    if (batch.kind === 'with jobs' && this.#given.chance() < 0.3) await this.#runJobs(batch);
    advance(batch.world, Math.floor(this.#given.chance() * 600));
  }

  /** The new messages of each gym, each to come once, twice or three times. */
  #gather(batch) {
    for (const gym of batch.gyms)
      for (const { event, secret } of batch.world.deliveries.all()) {
        if (secret !== gym.secret || batch.seen.has(event.id)) continue;
        batch.seen.add(event.id);
        if (batch.kind === 'lossy' && this.#given.chance() < LOST) {
          this.#counts.lost += 1;
          continue;
        }
        batch.genuine.add(event.id);
        const times = 1 + Math.floor(this.#given.chance() ** 3 * 3);
        for (let time = 0; time < times; time += 1) batch.outstanding.push({ gym, event });
        if (times > 1) this.#counts.doubled += 1;
      }
  }

  async #deliver(batch, share) {
    const { chance } = this.#given;
    const [now, later] = [[], []];
    for (const message of batch.outstanding) (chance() < share ? now : later).push(message);
    batch.outstanding = later;
    shuffle(now, chance);
    for (let start = 0; start < now.length;) {
      // Some come at the same moment.
      const group = now.slice(start, start + 1 + Math.floor(chance() * 4));
      start += group.length;
      await Promise.all(group.map((message) => this.#send(batch, message)));
    }
  }

  async #send(batch, { gym, event }) {
    const { chance } = this.#given;
    if (chance() < 0.25) await this.#sendForged(batch, gym, event);
    const body = bodyOf(event);
    const status = await post(batch, gym, { body, signature: signatureOf(body, gym.secret, batch.world.now) });
    this.#counts.messages += 1;
    if (status !== 200) this.#fault(`a genuine ${event.type} was answered ${status}`);
  }

  async #sendForged(batch, gym, event) {
    const { chance } = this.#given;
    const kind = FORGERIES[Math.floor(chance() * FORGERIES.length)];
    const other = batch.gyms.find((it) => it !== gym);
    const given = { event, chance, now: batch.world.now, secret: gym.secret, otherSecret: other.secret };
    const { isElsewhere, ...message } = forge(kind, given);
    const status = await post(batch, isElsewhere ? other : gym, message);
    this.#counts.forged += 1;
    this.#byForgery.set(kind, this.#byForgery.get(kind) + 1);
    if (status === 400) return;
    this.#counts.forgedAccepted += 1;
    this.#fault(`a message ${kind} was answered ${status}`);
  }

  /** As the server's clock would, in the middle of everything. */
  async #runJobs({ server, gyms }) {
    const { sideOf, doWhatIsDue } = await import('../dist/modules/stripe/stripe-jobs.js');
    const { connectedAccount } = await import('../dist/modules/stripe/gym-stripe.js');
    const { reconcile } = await import('../dist/modules/stripe/reconcile.js');
    for (const { gymId } of gyms) {
      const side = sideOf(server, gymId);
      const account = await connectedAccount(side);
      await doWhatIsDue(side, account);
      await reconcile(side, account);
      this.#counts.jobs += 1;
    }
  }

  /** Lines of subscriptions that have ended are taken off their invoices by the job's own verb; that makes messages too. */
  async #freeStuck(batch) {
    const { sideOf } = await import('../dist/modules/stripe/stripe-jobs.js');
    const { connectedAccount } = await import('../dist/modules/stripe/gym-stripe.js');
    const { freeStuckItems } = await import('../dist/modules/stripe/free-stuck-items.js');
    for (const { gymId } of batch.gyms) {
      const side = sideOf(batch.server, gymId);
      await freeStuckItems(side, await connectedAccount(side));
    }
    this.#gather(batch);
    await this.#deliver(batch, 1);
    await this.#workOff(batch);
  }

  /** What the door has begun, and what it had to postpone, is worked off by the job's own verb. */
  async #workOff({ server, gyms, world }) {
    const { sideOf } = await import('../dist/modules/stripe/stripe-jobs.js');
    const { processEvents } = await import('../dist/modules/stripe/process-events.js');
    for (let round = 0; round < 12; round += 1) {
      for (const { gymId } of gyms) await processEvents(sideOf(server, gymId));
      const { rows } = await this.#given.owner.query('select 1 from stripe_event where processed_at is null limit 1');
      if (rows.length === 0) return;
      advance(world, 3600);
    }
    this.#fault('some messages cannot be worked off');
  }

  async #judge(batch) {
    await this.#compare(batch);
    const { rows } = await this.#given.owner.query(`select event_id from stripe_event where gym_id = any($1::uuid[])`, [
      batch.gyms.map(({ gymId }) => gymId),
    ]);
    const stored = rows.map((row) => row.event_id);
    const strangers = stored.filter((id) => !batch.genuine.has(id));
    this.#counts.forgedAccepted += strangers.length;
    if (strangers.length > 0) this.#fault(`${strangers.length} events were stored that never were`);
    if (stored.length - strangers.length !== batch.genuine.size)
      this.#fault(`${stored.length} events are stored of ${batch.genuine.size}`);
    await this.#reconcile(batch);
  }

  /** Comparing with Stripe's lists finds nothing to report, and changes nothing. */
  async #reconcile(batch) {
    const { sideOf } = await import('../dist/modules/stripe/stripe-jobs.js');
    const { connectedAccount } = await import('../dist/modules/stripe/gym-stripe.js');
    const { reconcile } = await import('../dist/modules/stripe/reconcile.js');
    for (const { gymId } of batch.gyms) {
      const side = sideOf(batch.server, gymId);
      await reconcile(side, await connectedAccount(side));
      const { rows } = await this.#given.owner.query(
        'select kind, object_id from stripe_difference where gym_id = $1',
        [gymId],
      );
      for (const { kind, object_id: id } of rows) this.#wrong(`a difference was noted: ${kind} ${id}`);
    }
    await this.#compare(batch);
  }

  async #compare(batch) {
    for (const fault of await deviations(this.#given.owner, batch.gyms)) this.#wrong(fault);
  }

  /** Books that were cooked must be seen. */
  async #plant(batch) {
    const { owner } = this.#given;
    const gyms = batch.gyms.map(({ gymId }) => gymId);
    const cooked = [
      `update purchase set status = 'OPEN' where id = (select id from purchase where gym_id = any($1) and status = 'PAID' limit 1)`,
      `update purchase set status_reason = 'other' where id = (select id from purchase where gym_id = any($1) and status = 'RETURNED' limit 1)`,
      `insert into payment (gym_id, member_id, purchase_id, kind, method, amount_cents, currency, reference, happened_at)
       select gym_id, member_id, purchase_id, kind, method, amount_cents, currency, 'again', happened_at from payment where gym_id = any($1) and kind = 'PAYMENT' limit 1`,
      `update checkout set status = 'PAID' where id = (select id from checkout where gym_id = any($1) and status = 'EXPIRED' limit 1)`,
      `update stripe_customer set has_payment_method = false where id = (select id from stripe_customer where gym_id = any($1) and has_payment_method and consumables_status is null limit 1)`,
      `delete from payment where id = (select id from payment where gym_id = any($1) and kind = 'REFUND' limit 1)`,
    ];
    let found = 0;
    for (const text of cooked) {
      await owner.query('begin');
      await owner.query(text, [gyms]);
      if ((await deviations(owner, batch.gyms)).length > 0) found += 1;
      await owner.query('rollback');
    }
    return { planted: cooked.length, found };
  }

  #wrong(fault) {
    this.#counts.wrong += 1;
    this.#fault(fault);
  }

  #fault(fault) {
    if (this.#faults.length < FAULTS_KEPT) this.#faults.push(fault);
  }

  #report() {
    const { log } = this.#given;
    const { permutations, messages, doubled, lost, jobs, forged } = this.#counts;
    log(
      `${permutations} lives, ${messages} messages of which ${doubled} came more than once, ${lost} lost, ${forged} forged, jobs run ${jobs} times between`,
    );
    log([...this.#byLife].map(([name, count]) => `${name} ${count}`).join(', '));
    log(`forged: ${[...this.#byForgery].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
  }
}

/** Until its script pauses; what waits for the end of the month waits. */
async function step(life, isLate) {
  if (life.outcome || (life.waitsFor === MONTH && !isLate)) return;
  const { value, done } = life.running.next();
  if (done) life.outcome = value;
  else life.waitsFor = await value;
}

async function post({ app }, { gymId }, { body, signature }) {
  const headers = { 'content-type': 'application/json', ...(signature && { 'stripe-signature': signature }) };
  const { statusCode } = await app.inject({ method: 'POST', url: `/webhooks/stripe/${gymId}`, headers, payload: body });
  return statusCode;
}

function shuffle(items, chance) {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(chance() * (index + 1));
    [items[index], items[other]] = [items[other], items[index]];
  }
}

/** Where the books say something else than the scripts. */
async function deviations(owner, gyms) {
  const ids = [gyms.map(({ gymId }) => gymId)];
  const { rows: lines } = await owner.query(
    `select p.id, p.status, p.status_reason as reason,
            coalesce(sum(y.amount_cents) filter (where y.kind <> 'REFUND'), 0)::int as paid,
            coalesce(sum(y.amount_cents) filter (where y.kind = 'REFUND'), 0)::int as refunded
       from purchase p left join payment y on y.gym_id = p.gym_id and y.purchase_id = p.id
      where p.gym_id = any($1) group by p.gym_id, p.id`,
    ids,
  );
  const { rows: attempts } = await owner.query(
    `select id, status from checkout where gym_id = any($1) union all
     select id, status from stripe_invoice_item where gym_id = any($1)`,
    ids,
  );
  const { rows: customers } = await owner.query(
    `select member_id as id, has_payment_method as "hasMethod", consumables_status as consumables
       from stripe_customer where gym_id = any($1)`,
    ids,
  );
  const customerOf = new Map(customers.map(({ id, ...customer }) => [id, JSON.stringify(customer)]));
  const lineOf = new Map(lines.map(({ id, ...line }) => [id, line]));
  const statusOf = new Map(attempts.map(({ id, status }) => [id, status]));
  return gyms.flatMap(({ lives }) =>
    lives.flatMap((life) => {
      if (!life.outcome) return [`"${life.name}" did not come to its end`];
      const { checkout, lines: wanted, customer } = life.outcome;
      const known = customerOf.get(life.memberId);
      return [
        ...(statusOf.get(life.id) === checkout ? [] : [`"${life.name}" is ${statusOf.get(life.id)}, not ${checkout}`]),
        ...(customer && known !== JSON.stringify(customer)
          ? [`the customer of "${life.name}" is ${known}, not ${JSON.stringify(customer)}`]
          : []),
        ...life.lines.flatMap(({ id }, index) => {
          const [found, should] = [JSON.stringify(lineOf.get(id)), JSON.stringify(wanted[index])];
          return found === should ? [] : [`a line of "${life.name}" is ${found}, not ${should}`];
        }),
      ];
    }),
  );
}
