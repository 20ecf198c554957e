// Payments, charges, refunds, disputes and the balance by the API.
import { invalid } from '../api-error.ts';
import { page } from '../lists.ts';
import { refund, type Refund } from '../money/refunds.ts';
import { get, post, type ApiCall, type Route } from '../route.ts';
import type { Kind } from '../wire.ts';

function createRefund({ world, shelf, params }: ApiCall): Refund {
  const intentId = params.text('payment_intent');
  const named = params.text('charge');
  const amount = params.integer('amount');
  const reason = params.choice('reason', ['duplicate', 'fraudulent', 'requested_by_customer']);
  const metadata = params.metadata();
  params.refuseUnknown();
  const intent = intentId === null ? null : shelf.need('payment_intent', intentId, 'payment_intent');
  if (intent && intent.status !== 'succeeded')
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      code: 'payment_intent_unexpected_state',
    });
  const chargeId = named ?? intent?.latest_charge;
  if (!chargeId)
    throw invalid('One of the following params should be provided for this request: payment_intent or charge.');
  return refund(world, shelf, { chargeId, amount, reason, metadata });
}

/** One of a kind, and the list of them filtered by what it may be asked for. */
function readable(kind: Kind, path: string, filters: string[]): Route[] {
  return [
    get(path, ({ shelf, params }) => {
      const wanted = filters.map((name) => [name, params.text(name)] as const).filter(([, value]) => value !== null);
      const isWanted = (it: object) => wanted.every(([name, value]) => (it as Record<string, unknown>)[name] === value);
      const list = page(params, shelf.all(kind).filter(isWanted), path);
      params.refuseUnknown();
      return list;
    }),
    get(`${path}/:id`, ({ shelf, params, id }) => {
      params.refuseUnknown();
      return shelf.need(kind, id);
    }),
  ];
}

export const paymentRoutes = [
  post('/v1/refunds', createRefund),
  ...readable('refund', '/v1/refunds', ['payment_intent', 'charge']),
  ...readable('payment_intent', '/v1/payment_intents', ['customer']),
  ...readable('charge', '/v1/charges', ['customer', 'payment_intent']),
  ...readable('dispute', '/v1/disputes', ['payment_intent', 'charge']),
  ...readable('balance_transaction', '/v1/balance_transactions', ['type', 'source']),
];
