// Money that goes back: refunds, and disputes in which the bank takes it.
import { badParameter, invalid } from '../api-error.ts';
import { newId } from '../ids.ts';
import { listOf } from '../lists.ts';
import type { Shelf } from '../shelf.ts';
import type { Kinds } from '../wire.ts';
import type { World } from '../world.ts';
import { moveBalance, type Charge } from './charges.ts';

export type Refund = Kinds['refund'];

export interface NewRefund {
  chargeId: string;
  amount: number | null;
  reason: string | null;
  metadata: Record<string, string>;
}

export function refund(world: World, shelf: Shelf, { chargeId, amount, reason, metadata }: NewRefund): Refund {
  const charge = shelf.need('charge', chargeId, 'charge');
  const left = refuseImpossible(charge, amount);
  const cents = amount ?? left;
  const id = newId('re');
  const movement = {
    amount: -cents,
    currency: charge.currency,
    source: id,
    type: 'refund',
    category: 'refund',
  } as const;
  const balance = moveBalance(shelf, movement, world.now);
  const made = shelf.put<Refund>({
    id,
    object: 'refund',
    amount: cents,
    balance_transaction: balance.id,
    charge: charge.id,
    created: world.now,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: {
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      type: 'card',
    },
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: reason as Refund['reason'],
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  });
  world.emit(shelf, 'refund.created', made);
  setRefunded(world, shelf, charge, charge.amount_refunded + cents, 'charge.refunded');
  return made;
}

function refuseImpossible(charge: Charge, amount: number | null): number {
  const left = charge.amount_captured - charge.amount_refunded;
  if (charge.status !== 'succeeded') throw invalid(`Charge ${charge.id} has not succeeded and cannot be refunded.`);
  if (charge.disputed)
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' });
  if (left === 0) throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  if (amount !== null && amount < 1)
    throw badParameter('Invalid positive integer', 'parameter_invalid_integer', 'amount');
  if (amount !== null && amount > left)
    throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    });
  return left;
}

function setRefunded(world: World, shelf: Shelf, charge: Charge, amount: number, event: string | null): void {
  const changed = shelf.put<Charge>({
    ...shelf.need('charge', charge.id),
    amount_refunded: amount,
    refunded: amount === charge.amount_captured,
  });
  if (event)
    world.emit(
      shelf,
      event,
      {
        ...changed,
        refunds: listOf(
          shelf.all('refund').filter((it) => it.charge === charge.id),
          `/v1/charges/${charge.id}/refunds`,
        ),
      },
      { amount_refunded: charge.amount_refunded, refunded: charge.refunded },
    );
}

/** The bank could not give it back: it returns to the balance. */
export function failRefund(world: World, shelf: Shelf, id: string): Refund {
  const before = shelf.need('refund', id);
  const charge = shelf.need('charge', String(before.charge));
  const movement = {
    amount: before.amount,
    currency: before.currency,
    source: id,
    type: 'refund_failure',
    category: 'refund_failure',
  } as const;
  const failed = shelf.put<Refund>({
    ...before,
    failure_balance_transaction: moveBalance(shelf, movement, world.now).id,
    failure_reason: 'lost_or_stolen_card',
    status: 'failed',
  });
  setRefunded(world, shelf, charge, charge.amount_refunded - before.amount, null);
  world.emit(shelf, 'refund.failed', failed);
  world.emit(shelf, 'charge.refund.updated', failed, { status: before.status });
  return failed;
}
