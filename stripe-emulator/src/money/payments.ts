// A payment from its beginning to its end: intent, attempt, charge — at once or, with a debit, days later.
import { newId, randomText } from '../ids.ts';
import type { Shelf } from '../shelf.ts';
import type { Kinds } from '../wire.ts';
import type { World } from '../world.ts';
import { refusalOf } from './cards.ts';
import { failed, makeCharge, succeeded, type Charge } from './charges.ts';
import { isDelayed, type PaymentMethod } from './payment-methods.ts';

export type Intent = Kinds['payment_intent'];
export type Outcome = 'succeeded' | 'processing' | 'refused';

export interface Payment {
  amount: number;
  currency: string;
  customer: string | null;
  description: string | null;
  metadata: Record<string, string>;
  savesPaymentMethod: boolean;
}

export function makeIntent(world: World, shelf: Shelf, payment: Payment): Intent {
  const id = newId('pi');
  const intent = shelf.put<Intent>({
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: payment.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${randomText(24)}`,
    confirmation_method: 'automatic',
    created: world.now,
    currency: payment.currency,
    customer: payment.customer,
    customer_account: null,
    description: payment.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: payment.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card', 'ideal', 'sepa_debit'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: payment.savesPaymentMethod ? 'off_session' : null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  });
  world.emit(shelf, 'payment_intent.created', intent);
  return intent;
}

/** Tries to pay with this; a refusal leaves the intent to be tried again with something else. */
export function attempt(world: World, shelf: Shelf, intent: Intent, method: PaymentMethod): Outcome {
  const charge = makeCharge(intent, method, world.now);
  const { declineCode } = shelf.hidden(method.id);
  if (declineCode) {
    refuse(world, shelf, intent, failed(charge, declineCode), declineCode);
    return 'refused';
  }
  if (isDelayed(method)) {
    shelf.put(charge);
    shelf.hide(intent.id, { settlesAt: world.now + 2 * 86_400, willBePaid: true });
    const pending = shelf.put<Intent>({
      ...intent,
      latest_charge: charge.id,
      payment_method: method.id,
      status: 'processing',
    });
    world.emit(shelf, 'charge.pending', charge);
    world.emit(shelf, 'payment_intent.processing', pending);
    return 'processing';
  }
  complete(world, shelf, { ...intent, payment_method: method.id }, charge);
  return 'succeeded';
}

function complete(world: World, shelf: Shelf, intent: Intent, charge: Charge): void {
  const paid = shelf.put(succeeded(shelf, charge, world.now));
  const done = shelf.put<Intent>({
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    status: 'succeeded',
  });
  world.emit(shelf, 'charge.succeeded', paid);
  world.emit(shelf, 'payment_intent.succeeded', done);
}

function refuse(world: World, shelf: Shelf, intent: Intent, charge: Charge, declineCode: string): void {
  const { code, message } = refusalOf(declineCode);
  shelf.put(charge);
  const open = shelf.put<Intent>({
    ...intent,
    last_payment_error: { charge: charge.id, code, decline_code: declineCode, message, type: 'card_error' },
    latest_charge: charge.id,
    payment_method: null,
    status: 'requires_payment_method',
  });
  world.emit(shelf, 'charge.failed', charge);
  world.emit(shelf, 'payment_intent.payment_failed', open);
}

/** What the bank says of a debit in the end. Returns the intent, or null when it was not waiting for that. */
export function settleDebit(world: World, shelf: Shelf, intentId: string, isPaid: boolean): Intent | null {
  const intent = shelf.need('payment_intent', intentId);
  const charge = shelf.find('charge', intent.latest_charge);
  if (intent.status !== 'processing' || !charge) return null;
  if (isPaid) complete(world, shelf, intent, charge);
  else refuse(world, shelf, intent, failed(charge, 'debit_not_authorized'), 'debit_not_authorized');
  return shelf.need('payment_intent', intentId);
}
