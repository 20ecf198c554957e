// The switches: time, webhooks, misfortunes, and what people do at Stripe that the API cannot.
import { advance } from './due.ts';
import type { Fault } from './fault-plan.ts';
import { signatureOf, bodyOf, type Delivery } from './deliveries.ts';
import { payCheckout, settleDebitOf } from './money/complete-checkout.ts';
import { attachMethod, makeCard, makeDebit, makeIdeal } from './money/payment-methods.ts';
import { closeDispute, dispute } from './money/disputes.ts';
import { failRefund, refund } from './money/refunds.ts';
import { finishOnboarding } from './resources/accounts.ts';
import type { Shelf } from './shelf.ts';
import type { World } from './world.ts';

type Wanted = Record<string, unknown>;
type Control = (world: World, wanted: Wanted) => object | Promise<object>;

const text = (wanted: Wanted, name: string): string => {
  const value = wanted[name];
  if (typeof value !== 'string') throw new Error(`${name} is missing.`);
  return value;
};

const shelfOf = (world: World, wanted: Wanted): Shelf => {
  const shelf = world.shelfOf(text(wanted, 'account'));
  if (!shelf) throw new Error('There is no such account.');
  return shelf;
};

const chargeOf = (shelf: Shelf, wanted: Wanted): string =>
  shelf.need('payment_intent', text(wanted, 'payment_intent')).latest_charge ?? '';

const payer = { name: 'A. Tester', email: 'tester@example.com' };

const shown = ({ event, ...delivery }: Delivery) => ({ ...delivery, type: event.type, event: event.id });

const deliveryOf = (world: World, wanted: Wanted): Delivery => {
  const id = text(wanted, 'delivery');
  const delivery = world.deliveries.all().find((it) => it.id === id || it.event.id === id);
  if (!delivery) throw new Error('There is no such delivery.');
  return delivery;
};

export const controls: Record<string, Control> = {
  /** Everything that is there, to look at. */
  state: (world) => ({
    now: world.now,
    accounts: world.shelves().map((shelf) => ({ account: shelf.account, objects: shelf.everything() })),
  }),

  advance: (world, wanted) => {
    advance(world, Number(wanted['seconds'] ?? 0));
    return { now: world.now };
  },

  finish_onboarding: (world, wanted) => finishOnboarding(world, text(wanted, 'account')),

  /** Pays as the page does: `card` (a test number), or `method` ideal or sepa_debit. */
  pay_checkout: (world, wanted) => {
    const shelf = shelfOf(world, wanted);
    const session = shelf.need('checkout.session', text(wanted, 'session'));
    if (session.status !== 'open') throw new Error(`The checkout is ${session.status}.`);
    const kind = wanted['method'] ?? 'card';
    const number = typeof wanted['card'] === 'string' ? wanted['card'] : '4242424242424242';
    const method =
      kind === 'ideal'
        ? makeIdeal(shelf, payer, world.now)
        : kind === 'sepa_debit'
          ? makeDebit(shelf, payer, world.now)
          : makeCard(shelf, number, payer, world.now);
    return payCheckout(world, shelf, session, method);
  },

  /** What the bank says of a debit. */
  settle_debit: (world, wanted) => ({
    isSettled: settleDebitOf(world, shelfOf(world, wanted), text(wanted, 'payment_intent'), wanted['isPaid'] !== false),
  }),

  give_card: (world, wanted) => {
    const shelf = shelfOf(world, wanted);
    const number = typeof wanted['card'] === 'string' ? wanted['card'] : '4242424242424242';
    const customer = shelf.need('customer', text(wanted, 'customer'));
    const method = attachMethod(world, shelf, makeCard(shelf, number, payer, world.now), customer.id);
    const settings = { ...customer.invoice_settings, default_payment_method: method.id };
    shelf.put({ ...customer, invoice_settings: settings });
    return method;
  },

  /** From now on charges of it are refused; without a code they are taken again. */
  break_card: (world, wanted) => {
    const declineCode = typeof wanted['decline_code'] === 'string' ? wanted['decline_code'] : undefined;
    return shelfOf(world, wanted).hide(text(wanted, 'payment_method'), { declineCode });
  },

  /** As somebody does on Stripe's dashboard. */
  refund: (world, wanted) => {
    const shelf = shelfOf(world, wanted);
    const amount = typeof wanted['amount'] === 'number' ? wanted['amount'] : null;
    return refund(world, shelf, { chargeId: chargeOf(shelf, wanted), amount, reason: null, metadata: {} });
  },

  fail_refund: (world, wanted) => failRefund(world, shelfOf(world, wanted), text(wanted, 'refund')),

  dispute: (world, wanted) => {
    const shelf = shelfOf(world, wanted);
    const amount = typeof wanted['amount'] === 'number' ? wanted['amount'] : undefined;
    return dispute(world, shelf, chargeOf(shelf, wanted), 'fraudulent', amount);
  },

  close_dispute: (world, wanted) =>
    closeDispute(world, shelfOf(world, wanted), text(wanted, 'dispute'), wanted['isWon'] === true),

  fail_next: (world, wanted) => {
    world.faults.add(wanted as unknown as Fault);
    return {};
  },

  stop_failing: (world) => {
    world.faults.clear();
    return {};
  },

  deliveries: (world) => ({ data: world.deliveries.all().map(shown) }),

  /** With the body and a fresh signature: to be sent by the test itself, changed or not. */
  delivery: (world, wanted) => {
    const delivery = deliveryOf(world, wanted);
    const body = bodyOf(delivery.event);
    return { ...shown(delivery), body, signature: signatureOf(body, delivery.secret, world.now) };
  },

  hold: (world) => {
    world.deliveries.hold();
    return {};
  },

  release: async (world) => {
    world.deliveries.release();
    await world.deliveries.settled();
    return { data: world.deliveries.all().map(shown) };
  },

  settled: async (world) => {
    await world.deliveries.settled();
    return { data: world.deliveries.all().map(shown) };
  },

  /** Sends one now, as often as said and whatever became of it before; `age`: signed so many seconds ago. */
  deliver: async (world, wanted) => {
    const delivery = deliveryOf(world, wanted);
    const statuses: (number | null)[] = [];
    for (let time = 0; time < Number(wanted['times'] ?? 1); time += 1)
      statuses.push(await world.deliveries.send(delivery, world.now - Number(wanted['age'] ?? 0)));
    return { statuses };
  },

  drop: (world, wanted) => {
    world.deliveries.drop(deliveryOf(world, wanted));
    return {};
  },
};
