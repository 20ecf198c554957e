// What customers have left to be charged with, and the setups that left it.
import { invalid } from '../api-error.ts';
import { page } from '../lists.ts';
import { get, post, type ApiCall } from '../route.ts';
import type { Kinds } from '../wire.ts';

function detach({ world, shelf, params, id }: ApiCall): Kinds['payment_method'] {
  params.refuseUnknown();
  const method = shelf.need('payment_method', id);
  if (method.customer === null)
    throw invalid('The payment method you provided is not attached to a customer so detachment is impossible.');
  return detachMethod({ world, shelf }, method);
}

export function detachMethod(
  { world, shelf }: Pick<ApiCall, 'world' | 'shelf'>,
  method: Kinds['payment_method'],
): Kinds['payment_method'] {
  const customer = shelf.find('customer', String(method.customer));
  if (customer?.invoice_settings.default_payment_method === method.id)
    shelf.put({ ...customer, invoice_settings: { ...customer.invoice_settings, default_payment_method: null } });
  for (const subscription of shelf.all('subscription'))
    if (subscription.default_payment_method === method.id) shelf.put({ ...subscription, default_payment_method: null });
  const detached = shelf.put({ ...method, customer: null });
  world.emit(shelf, 'payment_method.detached', detached, { customer: method.customer });
  return detached;
}

export const paymentMethodRoutes = [
  get('/v1/payment_methods', ({ shelf, params }) => {
    const customer = params.text('customer');
    const type = params.text('type');
    const found = shelf
      .all('payment_method')
      .filter((it) => customer !== null && it.customer === customer && (type === null || it.type === type));
    const list = page(params, found, '/v1/payment_methods');
    params.refuseUnknown();
    return list;
  }),
  get('/v1/payment_methods/:id', ({ shelf, params, id }) => {
    params.refuseUnknown();
    return shelf.need('payment_method', id);
  }),
  post('/v1/payment_methods/:id/detach', detach),
  get('/v1/setup_intents/:id', ({ shelf, params, id }) => {
    params.refuseUnknown();
    return shelf.need('setup_intent', id);
  }),
];
