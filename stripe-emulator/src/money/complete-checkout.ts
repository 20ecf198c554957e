// What the checkout page does when somebody presses Pay.
import { expire } from '../resources/checkout-sessions.ts';
import type { Session } from '../resources/checkout-session-shape.ts';
import type { Shelf } from '../shelf.ts';
import type { World } from '../world.ts';
import { refusalOf } from './cards.ts';
import { settleInvoiceDebit } from './invoices.ts';
import { attachMethod, isDelayed, type PaymentMethod } from './payment-methods.ts';
import { attempt, makeIntent, settleDebit, type Outcome } from './payments.ts';
import { makeSetup } from './setups.ts';
import { startSubscription } from './subscriptions.ts';

export type CheckoutOutcome = { how: 'complete' } | { how: 'refused'; message: string };

export function payCheckout(world: World, shelf: Shelf, session: Session, method: PaymentMethod): CheckoutOutcome {
  if (session.mode === 'payment') return payOnce(world, shelf, session, method);
  const { declineCode } = shelf.hidden(method.id);
  if (declineCode && !method.card?.last4.endsWith('0341')) return refused(declineCode);
  const { makes } = shelf.hidden(session.id);
  const customer = session.customer;
  const metadata = makes?.metadata ?? {};
  if (customer) attachMethod(world, shelf, method, customer);
  if (session.mode === 'setup') {
    const setup = makeSetup(world, shelf, { customer, method: method.id, metadata });
    complete(world, shelf, { ...session, setup_intent: setup.id }, method);
    return { how: 'complete' };
  }
  const [item] = shelf.hidden(session.id).lineItems ?? [];
  const price = item?.price;
  if (!price || !customer) throw new Error('A subscription needs a customer and a price.');
  const subscription = startSubscription(world, shelf, { customer, priceId: price.id, method: method.id, metadata });
  const invoice = subscription.latest_invoice;
  complete(world, shelf, { ...session, subscription: subscription.id, invoice, payment_status: 'paid' }, method);
  return { how: 'complete' };
}

function payOnce(world: World, shelf: Shelf, session: Session, method: PaymentMethod): CheckoutOutcome {
  const { intentId, makes } = shelf.hidden(session.id);
  const intent =
    shelf.find('payment_intent', intentId) ??
    makeIntent(world, shelf, {
      amount: session.amount_total ?? 0,
      currency: session.currency ?? 'eur',
      customer: session.customer,
      description: makes?.description ?? null,
      metadata: makes?.metadata ?? {},
      savesPaymentMethod: makes?.savesPaymentMethod ?? false,
    });
  shelf.hide(session.id, { intentId: intent.id });
  const outcome: Outcome = attempt(world, shelf, intent, method);
  if (outcome === 'refused') return refused(shelf.hidden(method.id).declineCode ?? 'generic_decline');
  if (makes?.savesPaymentMethod && session.customer) attachMethod(world, shelf, method, session.customer);
  const status = isDelayed(method) ? 'unpaid' : 'paid';
  complete(world, shelf, { ...session, payment_intent: intent.id, payment_status: status }, method);
  return { how: 'complete' };
}

const refused = (declineCode: string): CheckoutOutcome => ({
  how: 'refused',
  message: refusalOf(declineCode).message,
});

function complete(world: World, shelf: Shelf, session: Session, method: PaymentMethod): void {
  const { name, email } = method.billing_details;
  const done = shelf.put<Session>({
    ...session,
    customer_details: {
      address: null,
      business_name: null,
      email,
      individual_name: null,
      name,
      phone: null,
      tax_exempt: 'none',
      tax_ids: [],
    },
    status: 'complete',
    url: null,
  });
  world.emit(shelf, 'checkout.session.completed', done);
}

/** Days later, the bank says what became of a debit. */
export function settleDebitOf(world: World, shelf: Shelf, intentId: string, isPaid: boolean): boolean {
  shelf.hide(intentId, { settlesAt: undefined });
  const intent = settleDebit(world, shelf, intentId, isPaid);
  if (!intent) return false;
  settleInvoiceDebit(world, shelf, intentId, isPaid);
  const session = shelf.all('checkout.session').find((it) => it.payment_intent === intentId);
  if (!session) return true;
  const settled = isPaid ? shelf.put<Session>({ ...session, payment_status: 'paid' }) : session;
  world.emit(shelf, `checkout.session.async_payment_${isPaid ? 'succeeded' : 'failed'}`, settled);
  return true;
}

/** The checkouts whose time is over, and the debits whose bank has made up its mind. */
export function checkoutsDue(world: World, shelf: Shelf): { at: number; run: () => void }[] {
  const expiring = shelf
    .all('checkout.session')
    .filter(({ status }) => status === 'open')
    .map((session) => ({ at: session.expires_at, run: () => void expire({ world, shelf }, session) }));
  const settling = shelf
    .all('hidden')
    .flatMap(({ id, settlesAt, willBePaid = true }) =>
      settlesAt === undefined
        ? []
        : [{ at: settlesAt, run: () => void settleDebitOf(world, shelf, id.slice(1), willBePaid) }],
    );
  return [...expiring, ...settling];
}
