// A charge, and what it does to the balance.
import { newId } from '../ids.ts';
import type { Shelf } from '../shelf.ts';
import type { Kinds } from '../wire.ts';
import { refusalOf } from './cards.ts';
import type { PaymentMethod } from './payment-methods.ts';

export type Charge = Kinds['charge'];
type BalanceTransaction = Kinds['balance_transaction'];

/** 1.5 % and 25 cents, as a European card costs. */
const feeOf = (amount: number) => Math.round(amount * 0.015) + 25;

interface Movement {
  amount: number;
  currency: string;
  source: string;
  type: BalanceTransaction['type'];
  category: string;
  description?: string | null;
  fee?: number;
}

export function moveBalance(shelf: Shelf, movement: Movement, now: number): BalanceTransaction {
  const { amount, currency, source, type, category, fee = 0, description = null } = movement;
  return shelf.put<BalanceTransaction>({
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: now + 3 * 86_400,
    balance_type: 'payments',
    created: now,
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [{ amount: fee, application: null, currency, description: 'Stripe processing fees', type: 'stripe_fee' }],
    net: amount - fee,
    reporting_category: category,
    source,
    status: 'pending',
    type,
  });
}

export function makeCharge(intent: Kinds['payment_intent'], method: PaymentMethod, now: number): Charge {
  return {
    id: newId(method.type === 'card' ? 'ch' : 'py'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'STAND-IN',
    captured: false,
    created: now,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: null,
    paid: false,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(method),
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'pending',
    transfer_data: null,
    transfer_group: null,
  };
}

export function succeeded(shelf: Shelf, charge: Charge, now: number): Charge {
  const { amount, currency } = charge;
  const balance = moveBalance(
    shelf,
    { amount, currency, source: charge.id, type: 'charge', category: 'charge', fee: feeOf(amount) },
    now,
  );
  return {
    ...charge,
    amount_captured: amount,
    balance_transaction: balance.id,
    captured: true,
    outcome: outcomeOf(null),
    paid: true,
    status: 'succeeded',
  };
}

export function failed(charge: Charge, declineCode: string): Charge {
  const { code, message } = refusalOf(declineCode);
  return {
    ...charge,
    failure_code: code,
    failure_message: message,
    outcome: outcomeOf(declineCode),
    status: 'failed',
  };
}

function outcomeOf(declineCode: string | null): NonNullable<Charge['outcome']> {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: declineCode ? 'declined_by_network' : 'approved_by_network',
    reason: declineCode,
    risk_level: 'normal',
    risk_score: 12,
    seller_message: declineCode ? 'The bank did not approve the payment.' : 'Payment complete.',
    type: declineCode ? 'issuer_declined' : 'authorized',
  };
}

function detailsOf({ type, card, ideal, sepa_debit: debit }: PaymentMethod): Charge['payment_method_details'] {
  if (card)
    return {
      type,
      card: {
        amount_authorized: null,
        authorization_code: null,
        brand: card.brand,
        checks: card.checks,
        country: card.country,
        electronic_commerce_indicator: null,
        exp_month: card.exp_month,
        exp_year: card.exp_year,
        fingerprint: card.fingerprint ?? null,
        funding: card.funding,
        installments: null,
        last4: card.last4,
        mandate: null,
        network: card.brand,
        network_transaction_id: null,
        regulated_status: 'unregulated',
        three_d_secure: null,
        transaction_link_id: null,
        wallet: null,
      },
    };
  if (ideal)
    return {
      type,
      ideal: {
        bank: ideal.bank,
        bic: ideal.bic,
        generated_sepa_debit: null,
        generated_sepa_debit_mandate: null,
        iban_last4: '6789',
        transaction_id: null,
        verified_name: null,
      },
    };
  return {
    type,
    sepa_debit: {
      bank_code: debit?.bank_code ?? null,
      branch_code: debit?.branch_code ?? null,
      country: debit?.country ?? null,
      fingerprint: debit?.fingerprint ?? null,
      last4: debit?.last4 ?? null,
      mandate: null,
    },
  };
}
