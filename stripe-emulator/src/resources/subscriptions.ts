// Subscriptions by the API: begun, looked at, ended.
import { invalid, missing } from '../api-error.ts';
import { page } from '../lists.ts';
import { endSubscription, startSubscription, type Subscription } from '../money/subscriptions.ts';
import { del, get, post, type ApiCall } from '../route.ts';
import { needCustomer } from './customers.ts';
import { makePrice, readPriceData } from './prices.ts';

function create(call: ApiCall): Subscription {
  const { world, shelf, params } = call;
  const customerId = params.need('customer');
  const [item, ...others] = params.list('items');
  if (!item) params.need('items');
  if (others.length > 0) throw invalid('The emulator knows subscriptions of one item.', { param: 'items' });
  const data = item && readPriceData(item.needChild('price_data'));
  const methodId = params.text('default_payment_method');
  const metadata = params.metadata();
  params.refuseUnknown();
  const customer = needCustomer(call, customerId, 'customer');
  const method = methodId ?? customer.invoice_settings.default_payment_method;
  if (!data?.productId || !shelf.find('product', data.productId))
    throw missing('product', data?.productId ?? '', 'items[0][price_data][product]', false);
  if (!data.isMonthly) throw invalid('The price specified must be recurring.', { param: 'items[0][price_data]' });
  if (method === null)
    throw invalid(
      'This customer has no attached payment source or default payment method. Please consider adding a default payment method.',
      { code: 'resource_missing' },
    );
  if (shelf.find('payment_method', method)?.customer !== customerId)
    throw missing('PaymentMethod', method, 'default_payment_method', false);
  const price = makePrice(call, { ...data, product: data.productId });
  return startSubscription(world, shelf, { customer: customerId, priceId: price.id, method: methodId, metadata });
}

function cancel({ world, shelf, params, id }: ApiCall): Subscription {
  params.refuseUnknown();
  const subscription = shelf.need('subscription', id);
  if (subscription.status === 'canceled') throw missing('subscription', id);
  return endSubscription(world, shelf, subscription, 'cancellation_requested');
}

export const subscriptionRoutes = [
  post('/v1/subscriptions', create),
  get('/v1/subscriptions', ({ shelf, params }) => {
    const customer = params.text('customer');
    const status = params.text('status');
    const isWanted = (it: Subscription) =>
      (customer === null || it.customer === customer) &&
      (status === 'all' || (status === null ? it.status !== 'canceled' : it.status === status));
    const list = page(params, shelf.all('subscription').filter(isWanted), '/v1/subscriptions');
    params.refuseUnknown();
    return list;
  }),
  get('/v1/subscriptions/:id', ({ shelf, params, id }) => {
    params.refuseUnknown();
    return shelf.need('subscription', id);
  }),
  del('/v1/subscriptions/:id', cancel),
];
