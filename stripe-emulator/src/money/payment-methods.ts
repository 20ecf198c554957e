// What can be paid with: a card, iDEAL, a SEPA direct debit.
import { createHash } from 'node:crypto';
import { newId, randomText } from '../ids.ts';
import type { Shelf } from '../shelf.ts';
import type { Kinds } from '../wire.ts';
import type { World } from '../world.ts';
import { findCard } from './cards.ts';

export type PaymentMethod = Kinds['payment_method'];

export interface Payer {
  name: string | null;
  email: string | null;
}

const blank = (type: string, { name, email }: Payer, now: number): PaymentMethod => ({
  id: newId('pm'),
  object: 'payment_method',
  allow_redisplay: 'unspecified',
  billing_details: { address: null, email, name, phone: null, tax_id: null },
  created: now,
  customer: null,
  customer_account: null,
  livemode: false,
  metadata: {},
  type: type as PaymentMethod['type'],
});

export function makeCard(shelf: Shelf, number: string, payer: Payer, now: number): PaymentMethod {
  const digits = number.replace(/\D/g, '');
  const card = findCard(digits);
  const method: PaymentMethod = {
    ...blank('card', payer, now),
    card: {
      brand: card?.brand ?? 'visa',
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: card?.country ?? 'NL',
      display_brand: card?.brand ?? 'visa',
      exp_month: 12,
      exp_year: new Date(now * 1000).getUTCFullYear() + 3,
      fingerprint: createHash('sha256').update(digits).digest('hex').slice(0, 16),
      funding: 'credit',
      generated_from: null,
      last4: digits.slice(-4),
      networks: { available: [card?.brand ?? 'visa'], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
  };
  const declineCode = card?.declineCode ?? card?.laterDeclineCode;
  if (declineCode) shelf.hide(method.id, { declineCode });
  return shelf.put(method);
}

export const makeIdeal = (shelf: Shelf, payer: Payer, now: number): PaymentMethod =>
  shelf.put({ ...blank('ideal', payer, now), ideal: { bank: 'ing', bic: 'INGBNL2A' } });

export const makeDebit = (shelf: Shelf, payer: Payer, now: number): PaymentMethod =>
  shelf.put({
    ...blank('sepa_debit', payer, now),
    sepa_debit: {
      bank_code: 'ABNA',
      branch_code: '',
      country: 'NL',
      fingerprint: randomText(16),
      generated_from: { charge: null, setup_attempt: null },
      last4: '6789',
    },
  });

/** Whether money of it arrives days later, if it does. */
export const isDelayed = ({ type }: PaymentMethod): boolean => type === 'sepa_debit';

/** A customer's own from now on; the first one is what their invoices are paid with. */
export function attachMethod(world: World, shelf: Shelf, method: PaymentMethod, customerId: string): PaymentMethod {
  const attached = shelf.put<PaymentMethod>({ ...method, customer: customerId });
  world.emit(shelf, 'payment_method.attached', attached);
  return attached;
}
