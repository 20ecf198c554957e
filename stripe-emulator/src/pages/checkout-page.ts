// The page behind the QR code: what is to be paid, and with what.
import { findCard } from '../money/cards.ts';
import { payCheckout } from '../money/complete-checkout.ts';
import { makeCard, makeDebit, makeIdeal, type PaymentMethod } from '../money/payment-methods.ts';
import type { Session } from '../resources/checkout-session-shape.ts';
import type { Shelf } from '../shelf.ts';
import type { World } from '../world.ts';
import { html, money, page, type Html } from './html.ts';
import type { PageAnswer, PageRequest } from './page-door.ts';

/** So long the bank thinks about a debit of the demo. */
const BANK_SECONDS = 30;

export function checkoutPage({ world, path: [, , id = ''], form }: PageRequest): PageAnswer | null {
  const found = world.whereIs('checkout.session', id);
  if (!found) return null;
  const { shelf, object: session } = found;
  if (session.status !== 'open') return { html: page('Checkout', closed(session)) };
  if (!form) return { html: page('Checkout', open(shelf, session, null)) };
  const result = tryToPay(world, shelf, session, form);
  if (result.how === 'confirm') return { html: page('Confirm', confirmation(form)) };
  if (result.how === 'refused')
    return { status: 402, html: page('Checkout', open(shelf, session, { message: result.message, form })) };
  return { redirect: (session.success_url ?? '/').replace('{CHECKOUT_SESSION_ID}', session.id) };
}

type Result = { how: 'complete' | 'confirm' } | { how: 'refused'; message: string };

function tryToPay(world: World, shelf: Shelf, session: Session, form: URLSearchParams): Result {
  const payer = { name: form.get('name') || null, email: form.get('email') || session.customer_email };
  const kind = form.get('kind') ?? 'card';
  if (kind === 'card' || kind === 'confirmed' || kind === 'unconfirmed') {
    const number = (form.get('card') ?? '').replace(/\D/g, '');
    const card = findCard(number);
    if (!card)
      return { how: 'refused', message: 'The stand-in takes test cards only, for example 4242 4242 4242 4242.' };
    if (card.asksHolder && kind === 'card') return { how: 'confirm' };
    if (kind === 'unconfirmed')
      return { how: 'refused', message: 'The payment was not confirmed. Try again, or use another card.' };
    return payCheckout(world, shelf, session, makeCard(shelf, number, payer, world.now));
  }
  if (kind === 'ideal') return payCheckout(world, shelf, session, makeIdeal(shelf, payer, world.now));
  return payByDebit(world, shelf, session, makeDebit(shelf, payer, world.now), kind !== 'debit-refused');
}

function payByDebit(world: World, shelf: Shelf, session: Session, method: PaymentMethod, willBePaid: boolean): Result {
  const result = payCheckout(world, shelf, session, method);
  const { intentId } = shelf.hidden(session.id);
  if (intentId) shelf.hide(intentId, { settlesAt: world.now + BANK_SECONDS, willBePaid });
  return result;
}

const titles: Record<string, string> = {
  payment: 'Pay',
  setup: 'Leave a payment method',
  subscription: 'Start the subscription',
};

function open(shelf: Shelf, session: Session, problem: { message: string; form: URLSearchParams } | null): Html {
  const value = (name: string, preset: string) => problem?.form.get(name) ?? preset;
  const title = titles[session.mode] ?? 'Pay';
  const sum = money(session.amount_total, session.currency);
  const customer = shelf.find('customer', String(session.customer));
  return html`<h1>${title}</h1>
    ${session.mode === 'setup' ? null : html`<p class="sum">${sum}${session.mode === 'subscription' ? ' a month' : ''}</p>`}
    <form method="post" class="card">
      ${problem && html`<p class="bad" role="alert" id="problem">${problem.message}</p>`} ${lines(shelf, session)}
      <label for="card">Card number</label>
      <input
        id="card"
        name="card"
        inputmode="numeric"
        autocomplete="off"
        value="${value('card', '4242 4242 4242 4242')}"
        aria-describedby="${problem ? 'problem cards' : 'cards'}"
        aria-invalid="${problem ? 'true' : 'false'}"
      />
      <label for="name">Name</label>
      <input id="name" name="name" autocomplete="off" value="${value('name', customer?.name ?? '')}" />
      <label for="email">E-mail</label>
      <input
        id="email"
        name="email"
        type="email"
        autocomplete="off"
        value="${value('email', customer?.email ?? session.customer_email ?? '')}"
      />
      <button class="first" name="kind" value="card">${session.mode === 'payment' ? `Pay ${sum}` : 'Save'}</button>
      ${session.mode === 'payment' && others}
      ${session.cancel_url && html`<a class="button" href="${session.cancel_url}">Back, without paying</a>`}
    </form>
    ${cardHelp}`;
}

const others = html`<h2>Other ways</h2>
  <button name="kind" value="ideal">iDEAL, paid at once</button>
  <button name="kind" value="debit">Direct debit, paid in half a minute</button>
  <button name="kind" value="debit-refused">Direct debit, refused in half a minute</button>`;

const cardHelp = html`<h2>Cards to try</h2>
  <ul id="cards" class="soft">
    <li><code>4242 4242 4242 4242</code> pays</li>
    <li><code>4000 0000 0000 0002</code> is declined</li>
    <li><code>4000 0000 0000 9995</code> has insufficient funds</li>
    <li><code>4000 0025 0000 3155</code> asks its holder</li>
    <li><code>4000 0000 0000 0341</code> can be saved, and is declined later</li>
  </ul>`;

function lines(shelf: Shelf, session: Session): Html | null {
  const items = shelf.hidden(session.id).lineItems ?? [];
  if (items.length === 0) return null;
  return html`<dl>
    ${items.map(
      (item) =>
        html`<dt>${item.quantity ?? 1} × ${item.description ?? ''}</dt>
          <dd>${money(item.amount_total, item.currency)}</dd>`,
    )}
  </dl>`;
}

function confirmation(form: URLSearchParams): Html {
  const kept = ['card', 'name', 'email'].map(
    (name) => html`<input type="hidden" name="${name}" value="${form.get(name) ?? ''}" />`,
  );
  return html`<h1>Your bank asks: is it you?</h1>
    <form method="post" class="card">
      ${kept}
      <p>The holder of the card confirms the payment here, as in the app of a bank.</p>
      <button class="first" name="kind" value="confirmed">Confirm</button>
      <button name="kind" value="unconfirmed">Refuse</button>
    </form>`;
}

function closed(session: Session): Html {
  const back = session.status === 'complete' ? session.success_url : session.cancel_url;
  return html`<h1>${session.status === 'complete' ? 'This was done already' : 'This link has run out'}</h1>
    <p class="soft">${session.status === 'complete' ? 'Nothing is paid twice.' : 'Ask for a new one at the desk.'}</p>
    ${back && html`<a class="button" href="${back.replace('{CHECKOUT_SESSION_ID}', session.id)}">Back</a>`}`;
}
