// What can become of a payment at Stripe, as scripts: each acts on the emulator between its pauses, and ends with what our
// books must say in the end — whatever was told in which order, how often and how late.
import { settleDebitOf, payCheckout } from '../../stripe-emulator/src/money/complete-checkout.ts';
import { closeDispute, dispute } from '../../stripe-emulator/src/money/disputes.ts';
import { collect, voidInvoice } from '../../stripe-emulator/src/money/invoices.ts';
import { makeCard, makeDebit } from '../../stripe-emulator/src/money/payment-methods.ts';
import { refund } from '../../stripe-emulator/src/money/refunds.ts';
import { endSubscription } from '../../stripe-emulator/src/money/subscriptions.ts';
import { expire } from '../../stripe-emulator/src/resources/checkout-sessions.ts';

const GOOD = '4242424242424242';
const payer = { name: 'Drill', email: null };

const open = { status: 'OPEN', reason: null, paid: 0, refunded: 0 };
const paid = (line) => ({ status: 'PAID', reason: null, paid: line.cents, refunded: 0 });
const failed = (reason) => ({ ...open, status: 'FAILED', reason });
const returned = { ...open, status: 'RETURNED', reason: 'dispute_fraudulent' };
const refunded = (line) => ({ status: 'REFUNDED', reason: null, paid: line.cents, refunded: -line.cents });

/** What a script may do to one checkout. Everything is looked up anew: each act replaces what it changes. */
class CheckoutActs {
  constructor({ world, shelf, sessionId, lines, cancel }) {
    Object.assign(this, { world, shelf, sessionId, lines, cancel });
  }
  get session() {
    return this.shelf.need('checkout.session', this.sessionId);
  }
  get intentId() {
    return this.shelf.hidden(this.sessionId).intentId;
  }
  get chargeId() {
    return this.shelf.need('payment_intent', this.intentId).latest_charge;
  }
  pay(number = GOOD) {
    payCheckout(this.world, this.shelf, this.session, makeCard(this.shelf, number, payer, this.world.now));
  }
  debit() {
    payCheckout(this.world, this.shelf, this.session, makeDebit(this.shelf, payer, this.world.now));
  }
  settle(isPaid) {
    settleDebitOf(this.world, this.shelf, this.intentId, isPaid);
  }
  expire() {
    expire(this, this.session);
  }
  refund(amount = null) {
    refund(this.world, this.shelf, { chargeId: this.chargeId, amount, reason: null, metadata: {} });
  }
  dispute() {
    return dispute(this.world, this.shelf, this.chargeId, 'fraudulent').id;
  }
  closeDispute(id, isWon) {
    closeDispute(this.world, this.shelf, id, isWon);
  }
}

/** And to one invoice. */
export class InvoiceActs extends CheckoutActs {
  constructor({ subscriptionId, methodId, ...rest }) {
    super(rest);
    Object.assign(this, { subscriptionId, methodId });
  }
  get invoice() {
    return this.shelf.need('invoice', this.shelf.need('subscription', this.subscriptionId).latest_invoice);
  }
  get intentId() {
    return this.shelf.all('invoice_payment').find((it) => it.invoice === this.invoice.id).payment.payment_intent;
  }
  breakCard(declineCode) {
    this.shelf.hide(this.methodId, { declineCode });
  }
  voidInvoice() {
    voidInvoice(this.world, this.shelf, this.invoice);
  }
  endSubscription() {
    const subscription = this.shelf.need('subscription', this.subscriptionId);
    endSubscription(this.world, this.shelf, subscription, 'cancellation_requested');
  }
  collect() {
    collect(this.world, this.shelf, this.invoice.id);
  }
}

export { CheckoutActs };

/** A pause is where messages come; MONTH: until the month is over. */
export const [PAUSE, MONTH] = ['pause', 'month'];

const end = (checkout, ...lines) => ({ checkout, lines });
const each = (it, model) => it.lines.map((line) => (typeof model === 'function' ? model(line) : model));

export const checkoutLives = {
  *'paid by card'(it) {
    yield PAUSE;
    it.pay();
    return end('PAID', ...each(it, paid));
  },
  *'declined, then paid'(it) {
    it.pay('4000000000000002');
    yield PAUSE;
    it.pay('4000000000009995');
    yield PAUSE;
    it.pay();
    return end('PAID', ...each(it, paid));
  },
  *'declined, then forgotten'(it) {
    it.pay('4000000000000002');
    yield MONTH;
    return end('EXPIRED', ...each(it, open));
  },
  *forgotten(it) {
    yield MONTH;
    return end('EXPIRED', ...each(it, open));
  },
  *cancelled(it) {
    yield it.cancel();
    it.expire();
    return end('CANCELLED', ...each(it, open));
  },
  *'a debit that arrives'(it) {
    it.debit();
    yield PAUSE;
    it.settle(true);
    return end('PAID', ...each(it, paid));
  },
  *'a debit that arrives by itself'(it) {
    it.debit();
    yield MONTH;
    return end('PAID', ...each(it, paid));
  },
  *'a debit that is refused'(it) {
    it.debit();
    yield PAUSE;
    it.settle(false);
    return end('FAILED', ...each(it, failed('debit_not_authorized')));
  },
  *'paid, then refunded'(it) {
    it.pay();
    yield PAUSE;
    it.refund();
    return end('PAID', ...each(it, refunded));
  },
  *'a debit, then refunded'(it) {
    it.debit();
    yield PAUSE;
    it.settle(true);
    yield PAUSE;
    it.refund();
    return end('PAID', ...each(it, refunded));
  },
  *'paid, disputed'(it) {
    it.pay();
    yield PAUSE;
    it.dispute();
    return end('PAID', ...each(it, returned));
  },
  *'paid, disputed and lost'(it) {
    it.pay();
    yield PAUSE;
    const id = it.dispute();
    yield PAUSE;
    it.closeDispute(id, false);
    return end('PAID', ...each(it, returned));
  },
  *'paid, disputed and won'(it) {
    it.pay();
    yield PAUSE;
    const id = it.dispute();
    yield PAUSE;
    it.closeDispute(id, true);
    return end('PAID', ...each(it, paid));
  },
};

/** Of one line: a part of a payment for several is nobody's. */
export const singleLineLives = {
  *'refunded in part'(it) {
    it.pay();
    yield PAUSE;
    it.refund(40);
    yield PAUSE;
    it.refund(60);
    const [line] = it.lines;
    return end('PAID', { ...paid(line), refunded: -100 });
  },
  *'refunded in parts'(it) {
    it.pay();
    yield PAUSE;
    it.refund(30);
    yield PAUSE;
    it.refund();
    return end('PAID', ...each(it, refunded));
  },
};

export const invoiceLives = {
  *collected(it) {
    yield MONTH;
    return end('PAID', ...each(it, paid));
  },
  *'collected, then refunded'(it) {
    yield MONTH;
    it.refund();
    return end('PAID', ...each(it, refunded));
  },
  *'collected, disputed and won'(it) {
    yield MONTH;
    const id = it.dispute();
    yield PAUSE;
    it.closeDispute(id, true);
    return end('PAID', ...each(it, paid));
  },
  *'collected, disputed'(it) {
    yield MONTH;
    it.dispute();
    return end('PAID', ...each(it, returned));
  },
  *refused(it) {
    it.breakCard('insufficient_funds');
    yield MONTH;
    return end('WAITING', ...each(it, failed('insufficient_funds')));
  },
  *'refused, then collected'(it) {
    it.breakCard('insufficient_funds');
    yield MONTH;
    yield PAUSE;
    it.breakCard(undefined);
    it.collect();
    return end('PAID', ...each(it, paid));
  },
};

/** Of a page on which a member leaves a payment method; `customer`: what our books say of the member in the end. */
export const setupLives = {
  *'a payment method left'(it) {
    yield PAUSE;
    it.pay();
    return { ...end('SAVED'), customer: { hasMethod: true, consumables: null } };
  },
  *'declined, then a payment method left'(it) {
    it.pay('4000000000000002');
    yield PAUSE;
    it.pay();
    return { ...end('SAVED'), customer: { hasMethod: true, consumables: null } };
  },
  *'a debit left'(it) {
    it.debit();
    yield MONTH;
    return { ...end('SAVED'), customer: { hasMethod: true, consumables: null } };
  },
  *'no payment method left'() {
    yield MONTH;
    return { ...end('EXPIRED'), customer: { hasMethod: false, consumables: null } };
  },
};

const ended = { hasMethod: true, consumables: 'ENDED' };

/** Of a subscription that ends at Stripe: its lines are taken off its invoice, to be paid otherwise. */
export const endingLives = {
  *'its subscription ended'(it) {
    yield PAUSE;
    it.endSubscription();
    return { ...end('RELEASED', ...each(it, open)), customer: ended };
  },
  *'collected, then its subscription ended'(it) {
    yield MONTH;
    it.endSubscription();
    return { ...end('PAID', ...each(it, paid)), customer: ended };
  },
  *'refused, then voided at Stripe, then its subscription ended'(it) {
    it.breakCard('insufficient_funds');
    yield MONTH;
    yield PAUSE;
    it.voidInvoice();
    yield PAUSE;
    it.endSubscription();
    return { ...end('RELEASED', ...each(it, failed('insufficient_funds'))), customer: ended };
  },
  *'refused, then its subscription ended'(it) {
    it.breakCard('insufficient_funds');
    yield MONTH;
    yield PAUSE;
    it.endSubscription();
    return { ...end('RELEASED', ...each(it, failed('insufficient_funds'))), customer: ended };
  },
};
