// Invoice items: what a customer is to pay with the next invoice of a subscription.
import { invalid, missing } from '../api-error.ts';
import { newId } from '../ids.ts';
import { page } from '../lists.ts';
import { linesOf, summed } from '../money/invoice-sums.ts';
import { del, get, post, type ApiCall } from '../route.ts';
import type { Kinds } from '../wire.ts';
import { needCustomer } from './customers.ts';
import { makePrice, makeProduct } from './prices.ts';

type Item = Kinds['invoiceitem'];

function create(call: ApiCall): Item {
  const { world, shelf, params, now } = call;
  const customer = params.need('customer');
  const amount = params.needInteger('amount');
  const currency = params.need('currency');
  const subscription = params.text('subscription');
  const description = params.text('description');
  const metadata = params.metadata();
  params.refuseUnknown();
  needCustomer(call, customer, 'customer');
  if (subscription !== null) needRunning(call, subscription, customer);
  const product = makeProduct(call, description ?? 'Item');
  const price = makePrice(call, { currency, unitAmount: amount, isMonthly: false, product: product.id });
  const item = shelf.put<Item>({
    id: newId('ii'),
    object: 'invoiceitem',
    amount,
    currency,
    customer,
    customer_account: null,
    date: now,
    description,
    discountable: amount > 0,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata,
    net_amount: amount,
    parent: subscription === null ? null : { subscription_details: { subscription }, type: 'subscription_details' },
    period: { end: now, start: now },
    pricing: {
      price_details: { price: price.id, product: product.id },
      type: 'price_details',
      unit_amount_decimal: String(amount),
    },
    proration: false,
    quantity: 1,
    quantity_decimal: '1',
    tax_rates: [],
    test_clock: null,
  });
  world.emit(shelf, 'invoiceitem.created', item);
  return item;
}

function needRunning({ shelf }: ApiCall, id: string, customer: string): void {
  const subscription = shelf.need('subscription', id, 'subscription');
  if (subscription.customer !== customer) throw missing('subscription', id, 'subscription', false);
  if (subscription.status === 'canceled')
    throw invalid('You may not add invoice items to a canceled subscription.', { param: 'subscription' });
}

const needItem = ({ shelf }: Pick<ApiCall, 'shelf'>, id: string): Item => {
  const item = shelf.need('invoiceitem', id);
  if (shelf.hidden(id).isDeleted) throw missing('invoiceitem', id);
  return item;
};

function remove(call: ApiCall): object {
  const { world, shelf, params, id } = call;
  params.refuseUnknown();
  const item = needItem(call, id);
  const invoice = shelf.find('invoice', item.invoice);
  if (invoice && invoice.status !== 'draft')
    throw invalid('You cannot delete an invoice item that is attached to an invoice that is no longer a draft.', {
      code: 'invoice_not_editable',
    });
  shelf.hide(id, { isDeleted: true });
  if (invoice) {
    for (const line of linesOf(shelf, invoice.id))
      if (line.parent?.invoice_item_details?.invoice_item === id) shelf.hide(line.id, { isDeleted: true });
    world.emit(shelf, 'invoice.updated', shelf.put(summed(shelf, invoice)));
  }
  world.emit(shelf, 'invoiceitem.deleted', item);
  return { id, object: 'invoiceitem', deleted: true };
}

export const invoiceItemRoutes = [
  post('/v1/invoiceitems', create),
  get('/v1/invoiceitems', ({ shelf, params }) => {
    const customer = params.text('customer');
    const pending = params.flag('pending');
    const isWanted = (it: Item) =>
      !shelf.hidden(it.id).isDeleted &&
      (customer === null || it.customer === customer) &&
      (pending === null || (it.invoice === null) === pending);
    const list = page(params, shelf.all('invoiceitem').filter(isWanted), '/v1/invoiceitems');
    params.refuseUnknown();
    return list;
  }),
  get('/v1/invoiceitems/:id', (call) => {
    call.params.refuseUnknown();
    return needItem(call, call.id);
  }),
  del('/v1/invoiceitems/:id', remove),
];
