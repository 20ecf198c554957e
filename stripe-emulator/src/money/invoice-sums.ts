// What an invoice adds up to: its lines, what the customer owed or was owed before, and what is too little to collect.
import { listOf } from '../lists.ts';
import type { Shelf } from '../shelf.ts';
import type { Invoice, Line } from './invoice-shape.ts';

/** Less than this cannot be collected: it is owed with the next invoice. */
export const LEAST_CENTS = 50;

export const linesOf = (shelf: Shelf, invoice: string): Line[] =>
  shelf.all('line_item').filter((line) => line.invoice === invoice && !shelf.hidden(line.id).isDeleted);

/** The invoice with its lines as they are now. */
export function summed(shelf: Shelf, invoice: Invoice): Invoice {
  const lines = linesOf(shelf, invoice.id);
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const { balance = 0 } = shelf.find('customer', String(invoice.customer)) ?? {};
  const owed = total + balance;
  const due = owed >= LEAST_CENTS ? owed : 0;
  return {
    ...invoice,
    amount_due: due,
    amount_remaining: due,
    lines: listOf(lines.slice(0, 10), `/v1/invoices/${invoice.id}/lines`, lines.length > 10),
    starting_balance: balance,
    subtotal: total,
    subtotal_excluding_tax: total,
    total,
    total_excluding_tax: total,
  };
}

/** What stays with the customer once the invoice is final. */
export const balanceAfter = ({ total, starting_balance: before, amount_due: due }: Invoice): number =>
  total + before - due;
