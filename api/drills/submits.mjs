// The part of the money drill about selling: every intent is submitted two to twenty times at once through the real door,
// requests are cut off at random, the server is killed now and then, and whoever got no answer sends the same again. In the
// end each intent is there exactly once, as it was meant.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../tools/toolchain.mjs';

const require = createRequire(join(root, 'api', 'package.json'));
const pg = require('pg');
const argon2 = require('@node-rs/argon2');

const INTENTS = { quick: 100, full: 10_000 };
const AT_ONCE = 8;
/** Of all requests: cut off by the sender before the answer came. */
const CUT_OFF = 0.15;
/** Of all intents: afterwards somebody uses the id for something else, which must be refused. */
const REUSED = 0.1;
/** A start takes seconds: the short version goes without. */
const KILLS = { quick: 0, full: 20 };
const MEMBERS = 120;
const ITEMS = 40;
const PATIENCE_MS = 60_000;
const FAULTS_KEPT = 20;

const mutation = `mutation ($input: PurchaseShopItemInput!) {
  purchaseShopItem(input: $input) { purchase { id quantity total { amountCents } } } }`;

export async function drill(world) {
  const { ownerUrl } = await world.newDatabase();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const shop = await openShop(owner);
    const part = new SubmitDrill({ ...world, ownerUrl, owner, shop });
    return { ...(await part.run(world.isQuick ? 'quick' : 'full')), databaseUrl: ownerUrl };
  } finally {
    await owner.end();
  }
}

async function openShop(owner) {
  const password = randomUUID();
  const hash = await argon2.hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const { rows } = await owner.query(
    `with gym as (insert into gym (name) values ('Drill') returning id),
       account as (insert into account (email, password_hash) values ('seller@gym.example', $1) returning id),
       employee as (insert into employee (gym_id, account_id, first_name, last_name, email, role)
         select gym.id, account.id, 'Drill', 'Seller', 'seller@gym.example', 'EMPLOYEE' from gym, account),
       member as (insert into member (gym_id, member_number, first_name, last_name, joined_on)
         select gym.id, n, 'Member', n::text, '2024-01-01' from gym, generate_series(1, $2::int) n returning id),
       category as (insert into shop_category (gym_id, name) select id, 'Drill' from gym returning gym_id, id),
       item as (insert into shop_item (gym_id, shop_category_id, name, price_cents, vat_rate_bp)
         select gym_id, id, 'Item ' || n, 1 + 37 * n, case n % 2 when 0 then 900 else 2100 end
           from category, generate_series(1, $3::int) n returning id, price_cents)
     select (select json_agg(id) from member) as members, (select json_agg(item) from item) as items`,
    [hash, MEMBERS, ITEMS],
  );
  return { ...rows[0], credentials: { email: 'seller@gym.example', password } };
}

class SubmitDrill {
  #given;
  #server;
  #cookie;
  #made = 0;
  #counts = { requests: 0, cutOff: 0, kills: 0, reused: 0 };
  #faults = [];

  constructor(given) {
    this.#given = given;
  }

  async run(size) {
    await this.#start();
    await this.#signIn();
    const intents = Array.from({ length: INTENTS[size] }, () => this.#intent());
    const killsAfter = new Set(
      Array.from({ length: KILLS[size] }, (_, kill) => Math.floor(((kill + 0.5) * intents.length) / KILLS[size])),
    );
    let next = 0;
    const worker = async () => {
      while (next < intents.length) {
        const at = next++;
        if (killsAfter.has(at)) void this.#restart();
        await this.#submit(intents[at]);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    await this.#server.stop();
    const { requests, cutOff, kills, reused } = this.#counts;
    this.#given.log(
      `${intents.length} intents in ${requests} requests, ${cutOff} cut off, ${kills} kills, ${reused} ids used for something else`,
    );
    const found = await this.#look(intents);
    if (found.duplicates + found.lost > 0)
      this.#fault(`${found.duplicates} lines too many, ${found.lost} missing or not as they were meant`);
    return {
      figures: { intents: intents.length, ...found },
      faults: this.#faults,
      planted: await this.#plant(intents),
    };
  }

  /** Who buys what and how many is meant once. */
  #intent() {
    const { members, items } = this.#given.shop;
    const number = this.#made++;
    const item = items[Math.floor(number / members.length) % items.length];
    const quantity = 1 + Math.floor(number / (members.length * items.length));
    const input = {
      id: randomUUID(),
      memberId: members[number % members.length],
      shopItemId: item.id,
      quantity,
      totalCents: quantity * item.price_cents,
    };
    return { input, submits: 2 + Math.floor(this.#given.chance() * 19) };
  }

  async #submit({ input, submits }) {
    const answers = await Promise.all(Array.from({ length: submits }, () => this.#untilAnswered(input)));
    for (const answer of answers) {
      const purchase = answer.data?.purchaseShopItem.purchase;
      if (purchase?.id !== input.id || purchase.total.amountCents !== input.totalCents)
        this.#fault(`${input.id} was answered with ${JSON.stringify(answer).slice(0, 300)}`);
    }
    if (this.#given.chance() >= REUSED) return;
    this.#counts.reused += 1;
    const { totalCents: _, ...other } = { ...input, quantity: input.quantity + 500 };
    const answer = await this.#untilAnswered(other);
    if (answer.errors?.[0]?.extensions.reason !== 'ID_REUSED')
      this.#fault(`an id used for something else was answered with ${JSON.stringify(answer).slice(0, 300)}`);
  }

  /** As a browser does that tries again: the same, until somebody says what became of it. */
  async #untilAnswered(input) {
    const startedAt = performance.now();
    for (;;) {
      const answer = await this.#send({ query: mutation, variables: { input } }).catch(() => undefined);
      if (answer) return answer;
      if (performance.now() - startedAt > PATIENCE_MS) throw new Error(`No answer for ${PATIENCE_MS} ms.`);
      // A server that is starting needs the processor more than its callers.
      await sleep(20 + this.#given.chance() * 180);
    }
  }

  async #send(body) {
    const cut = new AbortController();
    this.#counts.requests += 1;
    let timer;
    if (this.#given.chance() < CUT_OFF) {
      this.#counts.cutOff += 1;
      timer = setTimeout(() => cut.abort(), this.#given.chance() * 30);
    }
    try {
      const response = await fetch(this.#server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: this.#server.origin, cookie: this.#cookie ?? '' },
        body: JSON.stringify(body),
        signal: AbortSignal.any([cut.signal, AbortSignal.timeout(20_000)]),
      });
      const answer = await response.json();
      // Nobody's fault but the moment's: a server that stops, or has just lost its database.
      return response.status >= 500 || answer.errors?.[0]?.extensions?.code === 'INTERNAL_SERVER_ERROR'
        ? undefined
        : answer;
    } finally {
      clearTimeout(timer);
    }
  }

  async #start() {
    this.#server = await this.#given.startServer({ ownerUrl: this.#given.ownerUrl });
  }

  async #restart() {
    this.#counts.kills += 1;
    this.#server.kill();
    await this.#start();
  }

  async #signIn() {
    const response = await fetch(this.#server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#server.origin },
      body: JSON.stringify({
        query: 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }',
        variables: { input: this.#given.shop.credentials },
      }),
    });
    [this.#cookie] = response.headers.getSetCookie()[0]?.split(';') ?? [];
    if (!this.#cookie) throw new Error(`The seller cannot sign in: ${await response.text()}`);
  }

  /** Lines that belong to no intent by their id; and intents without a line that says what was meant, recorded once. */
  async #look(intents) {
    const { rows } = await this.#given.owner.query(
      `with intent as (
         select (j ->> 'id')::uuid as id, (j ->> 'memberId')::uuid as member_id, (j ->> 'shopItemId')::uuid as item_id,
                (j ->> 'quantity')::int as quantity, (j ->> 'totalCents')::int as total_cents
           from json_array_elements($1) j),
       good as (
         select i.id from intent i join purchase p on p.id = i.id and p.member_id = i.member_id and p.shop_item_id = i.item_id
            and p.quantity = i.quantity and p.total_cents = i.total_cents and p.status = 'OPEN'
          where (select count(*) from audit_log a where a.subject = 'purchase' and a.subject_id = i.id) = 1)
       select (select count(*)::int from purchase p where not exists (select from intent i where i.id = p.id)) as duplicates,
              (select count(*)::int from intent) - (select count(*)::int from good) as lost`,
      [JSON.stringify(intents.map(({ input }) => input))],
    );
    return rows[0];
  }

  /** A line written twice and one that is gone: the look above must see both. Taken back again. */
  async #plant(intents) {
    const { owner } = this.#given;
    await owner.query('begin');
    await owner.query(
      `insert into purchase (gym_id, member_id, kind, description, quantity, unit_price_cents, total_cents, vat_rate_bp, vat_cents,
         currency, purchased_at, shop_item_id)
       select gym_id, member_id, kind, description, quantity, unit_price_cents, total_cents, vat_rate_bp, vat_cents, currency,
         purchased_at, shop_item_id from purchase where id = $1`,
      [intents[0].input.id],
    );
    await owner.query('delete from purchase where id = $1', [intents[1].input.id]);
    const seen = await this.#look(intents);
    await owner.query('rollback');
    return { planted: 2, found: Math.min(1, seen.duplicates) + Math.min(1, seen.lost) };
  }

  #fault(text) {
    if (this.#faults.length < FAULTS_KEPT) this.#faults.push(text);
  }
}
