// The holder of a card says that it was not them: the bank takes the money back at once, and perhaps returns it.
import { invalid } from '../api-error.ts';
import { newId } from '../ids.ts';
import type { Shelf } from '../shelf.ts';
import type { Kinds } from '../wire.ts';
import type { World } from '../world.ts';
import { moveBalance } from './charges.ts';

type Dispute = Kinds['dispute'];

const FEE_CENTS = 2000;
const TEN_DAYS = 10 * 86_400;

export function dispute(world: World, shelf: Shelf, chargeId: string, reason: string, amount?: number): Dispute {
  const charge = shelf.need('charge', chargeId, 'charge');
  if (charge.disputed || charge.status !== 'succeeded') throw invalid('This charge cannot be disputed.');
  const cents = amount ?? charge.amount - charge.amount_refunded;
  const id = newId('du');
  const taken = moveBalance(
    shelf,
    { amount: -cents, currency: charge.currency, source: id, type: 'adjustment', category: 'dispute', fee: FEE_CENTS },
    world.now,
  );
  shelf.put({ ...charge, disputed: true });
  const made = shelf.put<Dispute>({
    id,
    object: 'dispute',
    amount: cents,
    balance_transactions: [taken],
    charge: charge.id,
    created: world.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: world.now + TEN_DAYS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'manual',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      card: { brand: 'visa', case_type: 'chargeback', network: 'visa', network_reason_code: '10.4' },
      type: 'card',
    },
    reason,
    status: 'needs_response',
  });
  world.emit(shelf, 'charge.dispute.created', made);
  world.emit(shelf, 'charge.dispute.funds_withdrawn', made);
  return made;
}

export function closeDispute(world: World, shelf: Shelf, id: string, isWon: boolean): Dispute {
  const before = shelf.need('dispute', id);
  if (before.status === 'won' || before.status === 'lost') throw invalid('This dispute is closed.');
  const { amount, currency } = before;
  const returned = isWon
    ? [
        moveBalance(
          shelf,
          { amount, currency, source: id, type: 'adjustment', category: 'dispute_reversal' },
          world.now,
        ),
      ]
    : [];
  const closed = shelf.put<Dispute>({
    ...before,
    balance_transactions: [...before.balance_transactions, ...returned],
    status: isWon ? 'won' : 'lost',
  });
  world.emit(shelf, 'charge.dispute.closed', closed, { status: before.status });
  if (isWon) world.emit(shelf, 'charge.dispute.funds_reinstated', closed);
  return closed;
}

const noEvidence: Dispute['evidence'] = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
