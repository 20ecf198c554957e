// A gym of the webhook drill: its rows, its account on the emulator, and the payments that are under way.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Params, readForm } from '../../stripe-emulator/src/params.ts';
import { findRoute } from '../../stripe-emulator/src/routes.ts';
import { finishOnboarding } from '../../stripe-emulator/src/resources/accounts.ts';
import { attachMethod, makeCard } from '../../stripe-emulator/src/money/payment-methods.ts';
import { root } from '../../tools/toolchain.mjs';
import { CheckoutActs, InvoiceActs, checkoutLives, endingLives } from './stripe-lives.mjs';
import { invoiceLives, setupLives, singleLineLives } from './stripe-lives.mjs';

// Before anything that is decorated.
createRequire(join(root, 'api', 'package.json'))('reflect-metadata');
const { webhookSecretContext } = await import('../dist/modules/stripe/save-webhook-secret.js');
const { EVENT_TYPES } = await import('../dist/modules/stripe/gather-event.js');

const lifeKinds = [
  ...Object.entries(checkoutLives).map(([name, script]) => ({ name, script, most: 2 })),
  ...Object.entries(singleLineLives).map(([name, script]) => ({ name, script, most: 1 })),
  ...Object.entries(invoiceLives).map(([name, script]) => ({ name, script, isInvoice: true })),
  ...Object.entries(endingLives).map(([name, script]) => ({ name, script, isInvoice: true, isOwn: true })),
  ...Object.entries(setupLives).map(([name, script]) => ({ name, script, isSetup: true, isOwn: true })),
];

export class StripeGym {
  lives = [];
  gymId = randomUUID();
  #memberId = randomUUID();
  #accountRow = randomUUID();
  #memberCount = 1;
  #rows = { member: [], stripe_customer: [], purchase: [], checkout: [], checkout_line: [], stripe_invoice_item: [] };

  constructor({ owner, world, secrets, chance }) {
    Object.assign(this, { owner, world, secrets, chance });
  }

  async open() {
    this.account = this.#ask('POST', '/v1/accounts', { type: 'standard' }).id;
    finishOnboarding(this.world, this.account);
    this.shelf = this.world.shelf(this.account);
    const events = Object.fromEntries(EVENT_TYPES.map((type, index) => [`enabled_events[${index}]`, type]));
    this.secret = this.#ask('POST', '/v1/webhook_endpoints', { url: 'http://127.0.0.1:9/', ...events }).secret;
    const sealed = this.secrets.seal(this.secret, webhookSecretContext(this.gymId, this.#accountRow));
    const now = this.#now();
    await this.#insert('gym', [{ id: this.gymId, name: 'Drill', payment_collection: 'STRIPE' }]);
    await this.#insert('member', [
      { gym_id: this.gymId, id: this.#memberId, member_number: 1, first_name: 'D', last_name: 'Rill', joined_on: now },
    ]);
    await this.#insert('stripe_account', [
      {
        gym_id: this.gymId,
        id: this.#accountRow,
        mode: 'TEST',
        account_id: this.account,
        charges_enabled: true,
        webhook_secret_sealed: sealed.toString('base64'),
        webhook_secret_set_at: now,
        connected_at: now,
      },
    ]);
  }

  /** Begins payments, each kind as often as any other: `first` goes on where the gym before stopped. */
  async begin(count, first) {
    for (let index = 0; index < count; index += 1) this.#begin(lifeKinds[(first + index) % lifeKinds.length]);
    for (const [table, rows] of Object.entries(this.#rows)) await this.#insert(table, rows);
  }

  #begin({ name, script, most = 1, isInvoice = false, isSetup = false, isOwn = false }) {
    const memberId = isOwn ? this.#addMember() : this.#memberId;
    const method = isInvoice ? 'STRIPE_INVOICE' : 'STRIPE_CHECKOUT';
    const lines = isSetup
      ? []
      : Array.from({ length: 1 + Math.floor(this.chance() * most) }, () => this.#addLine(method, memberId));
    const given = { lines, memberId, isOwn };
    const { acts, id } = isInvoice ? this.#addItem(given) : isSetup ? this.#addSetup(given) : this.#addCheckout(given);
    this.lives.push({ name, id, isInvoice, memberId, lines, running: script(acts) });
  }

  /** One of whom Stripe knows something. */
  #addMember() {
    const id = randomUUID();
    this.#memberCount += 1;
    this.#rows.member.push({
      gym_id: this.gymId,
      id,
      member_number: this.#memberCount,
      first_name: 'D',
      last_name: 'Rill',
      joined_on: this.#now(),
    });
    return id;
  }

  #addCustomer(memberId, customer, subscription = null) {
    this.#rows.stripe_customer.push({
      gym_id: this.gymId,
      id: randomUUID(),
      member_id: memberId,
      stripe_account_id: this.#accountRow,
      is_current: true,
      customer_id: customer,
      has_payment_method: subscription !== null,
      consumables_subscription_id: subscription?.id ?? null,
      consumables_key: subscription?.metadata.spotter_consumables ?? null,
      consumables_status: subscription ? 'ACTIVE' : null,
    });
  }

  #addLine(paymentMethod, memberId) {
    const line = { id: randomUUID(), cents: 150 + Math.floor(this.chance() * 5000) };
    this.#rows.purchase.push({
      gym_id: this.gymId,
      id: line.id,
      member_id: memberId,
      kind: 'SHOP',
      description: 'Drill',
      unit_price_cents: line.cents,
      total_cents: line.cents,
      vat_rate_bp: 900,
      vat_cents: Math.round((line.cents * 9) / 109),
      currency: 'EUR',
      purchased_at: this.#now(),
      payment_method: paymentMethod,
      status: 'PENDING',
      held_from: 'OPEN',
    });
    return line;
  }

  #addCheckout({ lines, memberId }) {
    const id = randomUUID();
    const metadata = { spotter_gym: this.gymId, spotter_checkout: id };
    return this.#addSession(id, 'PAYMENT', {
      lines,
      memberId,
      fields: {
        mode: 'payment',
        ...Object.fromEntries(
          Object.entries(metadata).map(([key, value]) => [`payment_intent_data[metadata][${key}]`, value]),
        ),
        ...Object.assign({}, ...lines.map(({ cents }, index) => lineFields(index, cents))),
      },
    });
  }

  #addSetup({ lines, memberId }) {
    const customer = this.#ask('POST', '/v1/customers', { name: 'Drill' }).id;
    this.#addCustomer(memberId, customer);
    return this.#addSession(randomUUID(), 'SETUP', {
      lines,
      memberId,
      fields: { mode: 'setup', customer, currency: 'eur' },
    });
  }

  #addSession(id, kind, { lines, memberId, fields }) {
    const metadata = { spotter_gym: this.gymId, spotter_checkout: id };
    const session = this.#ask('POST', '/v1/checkout/sessions', {
      success_url: 'http://gym.example/',
      ...Object.fromEntries(Object.entries(metadata).map(([key, value]) => [`metadata[${key}]`, value])),
      ...fields,
    });
    this.#rows.checkout.push({
      gym_id: this.gymId,
      id,
      member_id: memberId,
      stripe_account_id: this.#accountRow,
      kind,
      short_code: id.replaceAll('-', ''),
      status: 'WAITING',
      amount_cents: session.amount_total ?? 0,
      currency: 'EUR',
      session_id: session.id,
      session_url: session.url,
      created_at: this.#now(),
      expires_at: new Date(session.expires_at * 1000),
    });
    for (const line of lines)
      this.#rows.checkout_line.push({
        gym_id: this.gymId,
        checkout_id: id,
        purchase_id: line.id,
        amount_cents: line.cents,
      });
    const cancel = () => this.owner.query('update checkout set cancel_asked_at = $2 where id = $1', [id, this.#now()]);
    return {
      id,
      acts: new CheckoutActs({ world: this.world, shelf: this.shelf, sessionId: session.id, lines, cancel }),
    };
  }

  #addItem({ lines: [line], memberId, isOwn }) {
    const { world, shelf } = this;
    const customer = this.#ask('POST', '/v1/customers', { name: 'Drill' }).id;
    const card = makeCard(shelf, '4242424242424242', { name: null, email: null }, world.now);
    attachMethod(world, shelf, card, customer);
    const product = this.#ask('POST', '/v1/products', { name: 'Consumables' }).id;
    const price = { currency: 'eur', product, unit_amount: '0', 'recurring][interval': 'month' };
    const subscription = this.#ask('POST', '/v1/subscriptions', {
      customer,
      default_payment_method: card.id,
      ...(isOwn && { 'metadata[spotter_consumables]': randomUUID() }),
      ...Object.fromEntries(Object.entries(price).map(([key, value]) => [`items[0][price_data][${key}]`, value])),
    });
    if (isOwn) this.#addCustomer(memberId, customer, subscription);
    const id = randomUUID();
    const item = this.#ask('POST', '/v1/invoiceitems', {
      customer,
      subscription: subscription.id,
      amount: String(line.cents),
      currency: 'eur',
      'metadata[spotter_gym]': this.gymId,
      'metadata[spotter_item]': id,
    });
    this.#rows.stripe_invoice_item.push({
      gym_id: this.gymId,
      id,
      purchase_id: line.id,
      member_id: memberId,
      stripe_account_id: this.#accountRow,
      amount_cents: line.cents,
      currency: 'EUR',
      status: 'WAITING',
      item_id: item.id,
      asked_at: this.#now(),
    });
    const acts = { world, shelf, lines: [line], subscriptionId: subscription.id, methodId: card.id };
    return { id, acts: new InvoiceActs(acts) };
  }

  #now() {
    return new Date(this.world.clock.time);
  }

  /** As a request comes in, without the way through the network. */
  #ask(method, path, fields) {
    const { world } = this;
    const params = new Params(readForm(new URLSearchParams(fields).toString()));
    const { run, id } = findRoute(method, path);
    return run({ world, shelf: this.shelf, params, id, now: world.now });
  }

  async #insert(table, rows) {
    if (rows.length === 0) return;
    const names = Object.keys(rows[0]);
    await this.owner.query(
      `insert into ${table} (${names.join()}) select ${names.join()} from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  }
}

const lineFields = (index, cents) => ({
  [`line_items[${index}][quantity]`]: '1',
  [`line_items[${index}][price_data][currency]`]: 'eur',
  [`line_items[${index}][price_data][unit_amount]`]: String(cents),
  [`line_items[${index}][price_data][product_data][name]`]: 'Drill',
});
