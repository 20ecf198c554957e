// An invoice to read, and to pay when collecting it failed.
import { findCard } from '../money/cards.ts';
import { linesOf } from '../money/invoice-sums.ts';
import { collect } from '../money/invoices.ts';
import { attachMethod, makeCard } from '../money/payment-methods.ts';
import type { Shelf } from '../shelf.ts';
import type { Kinds } from '../wire.ts';
import type { World } from '../world.ts';
import { html, money, page, type Html } from './html.ts';
import type { PageAnswer, PageRequest } from './page-door.ts';

export function invoicePage({ world, path: [, id = ''], form }: PageRequest): PageAnswer | null {
  const found = world.whereIs('invoice', id);
  if (!found || found.object.number === null) return null;
  const problem = form && found.object.status === 'open' ? pay(world, found.shelf, found.object, form) : null;
  if (form && !problem) return { redirect: `${world.publicUrl}/i/${id}` };
  const body = shown(found.shelf, found.shelf.need('invoice', id), problem);
  return { html: page(`Invoice ${found.object.number}`, body), ...(problem && { status: 402 }) };
}

function pay(world: World, shelf: Shelf, invoice: Kinds['invoice'], form: URLSearchParams): string | null {
  const number = (form.get('card') ?? '').replace(/\D/g, '');
  if (!findCard(number)) return 'The stand-in takes test cards only, for example 4242 4242 4242 4242.';
  const payer = { name: invoice.customer_name, email: invoice.customer_email };
  const method = makeCard(shelf, number, payer, world.now);
  if (collect(world, shelf, invoice.id, method.id) === 'refused') return 'The card was declined.';
  attachMethod(world, shelf, method, String(invoice.customer));
  return null;
}

function shown(shelf: Shelf, invoice: Kinds['invoice'], problem: string | null): Html {
  return html`<h1>Invoice ${invoice.number}</h1>
    <p class="sum">${money(invoice.amount_due, invoice.currency)}</p>
    <form method="post" class="card">
      <dl>
        ${linesOf(shelf, invoice.id).map(
          (line) =>
            html`<dt>${line.description ?? ''}</dt>
              <dd>${money(line.amount, line.currency)}</dd>`,
        )}
        <dt>State</dt>
        <dd>${invoice.status}</dd>
      </dl>
      ${
        invoice.status === 'open' &&
        html`${problem && html`<p class="bad" role="alert" id="problem">${problem}</p>`}
          <label for="card">Card number</label>
          <input
            id="card"
            name="card"
            inputmode="numeric"
            autocomplete="off"
            value="4242 4242 4242 4242"
            aria-describedby="${problem ? 'problem' : ''}"
          />
          <button class="first">Pay ${money(invoice.amount_remaining, invoice.currency)}</button>`
      }
    </form>`;
}
