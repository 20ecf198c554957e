// A customer's own page: what they pay with, and the subscription that collects what they buy.
import { findCard } from '../money/cards.ts';
import { attachMethod, makeCard } from '../money/payment-methods.ts';
import { endSubscription } from '../money/subscriptions.ts';
import { detachMethod } from '../resources/payment-methods.ts';
import type { Shelf } from '../shelf.ts';
import type { Kinds } from '../wire.ts';
import type { World } from '../world.ts';
import { html, page, type Html } from './html.ts';
import type { PageAnswer, PageRequest } from './page-door.ts';

type Customer = Kinds['customer'];

export function portalPage({ world, path: [, , token = ''], form }: PageRequest): PageAnswer | null {
  for (const shelf of world.shelves()) {
    const session = shelf.all('billing_portal.session').find(({ url }) => url.endsWith(`/p/session/${token}`));
    const customer = shelf.find('customer', session?.customer);
    if (!session || !customer || token === '') continue;
    const problem = form && act(world, shelf, customer, form);
    if (form && !problem) return { redirect: session.url };
    const body = portal(shelf, shelf.need('customer', customer.id), session.return_url, problem);
    return { html: page('Your payments', body), ...(problem && { status: 400 }) };
  }
  return null;
}

/** What went wrong, or null. */
function act(world: World, shelf: Shelf, customer: Customer, form: URLSearchParams): string | null {
  const [action = '', id = ''] = (form.get('action') ?? '').split(' ');
  const method = shelf.find('payment_method', id);
  const subscription = shelf.find('subscription', id);
  if (action === 'add') return addCard(world, shelf, customer, form.get('card') ?? '');
  if (action === 'use' && method?.customer === customer.id) prefer(world, shelf, customer, method.id);
  if (action === 'remove' && method?.customer === customer.id) detachMethod({ world, shelf }, method);
  if (action === 'end' && subscription?.customer === customer.id && subscription.status !== 'canceled')
    endSubscription(world, shelf, subscription, 'cancellation_requested');
  return null;
}

function addCard(world: World, shelf: Shelf, customer: Customer, number: string): string | null {
  const card = findCard(number);
  if (!card || card.declineCode) return 'This card cannot be saved. 4242 4242 4242 4242 can.';
  const payer = { name: customer.name ?? null, email: customer.email };
  prefer(world, shelf, customer, attachMethod(world, shelf, makeCard(shelf, number, payer, world.now), customer.id).id);
  return null;
}

function prefer(world: World, shelf: Shelf, customer: Customer, methodId: string): void {
  const settings = { ...customer.invoice_settings, default_payment_method: methodId };
  world.emit(shelf, 'customer.updated', shelf.put({ ...customer, invoice_settings: settings }));
  for (const subscription of shelf.all('subscription'))
    if (subscription.customer === customer.id && subscription.status !== 'canceled')
      world.emit(
        shelf,
        'customer.subscription.updated',
        shelf.put({ ...subscription, default_payment_method: methodId }),
        { default_payment_method: subscription.default_payment_method },
      );
}

function portal(shelf: Shelf, customer: Customer, back: string | null, problem: string | null): Html {
  const methods = shelf.all('payment_method').filter((it) => it.customer === customer.id);
  const running = shelf.all('subscription').filter((it) => it.customer === customer.id && it.status !== 'canceled');
  return html`<h1>${customer.name ?? 'Your payments'}</h1>
    <form method="post" class="card">
      <h2>What you pay with</h2>
      ${methods.length === 0 && html`<p class="soft">Nothing is saved yet.</p>`}
      ${methods.map((method) => oneMethod(method, customer.invoice_settings.default_payment_method === method.id))}
    </form>
    <form method="post" class="card">
      <label for="card">Another card</label>
      ${problem && html`<p class="bad" role="alert" id="problem">${problem}</p>`}
      <input
        id="card"
        name="card"
        inputmode="numeric"
        autocomplete="off"
        value="4242 4242 4242 4242"
        aria-describedby="${problem ? 'problem' : ''}"
      />
      <button class="first" name="action" value="add">Save this card</button>
      ${running.length > 0 && html`<h2>Subscription</h2>`}
      ${running.map(
        ({ id, status }) =>
          html`<p>Collects what you buy, once a month. State: ${status}.</p>
            <button name="action" value="end ${id}">End it now</button>`,
      )}
      ${back && html`<a class="button" href="${back}">Back</a>`}
    </form>`;
}

const oneMethod = ({ id, type, card, sepa_debit: debit }: Kinds['payment_method'], isUsed: boolean): Html => {
  const name = `${card?.brand ?? type} •••• ${card?.last4 ?? debit?.last4 ?? ''}`;
  return html`<p>${name}${isUsed && html` <strong>(used)</strong>`}</p>
    ${!isUsed && html`<button name="action" value="use ${id}">Use ${name}</button>`}
    <button name="action" value="remove ${id}">Remove ${name}</button>`;
};
