// Customers: members, as Stripe knows them.
import { missing } from '../api-error.ts';
import { newId, randomText } from '../ids.ts';
import { page } from '../lists.ts';
import type { Params } from '../params.ts';
import { del, get, post, type ApiCall } from '../route.ts';
import type { Kinds } from '../wire.ts';

type Customer = Kinds['customer'];

/** What both creating and changing may set; what is not named stays. */
function read(params: Params, before: Customer): Customer {
  const invoiceSettings = params.child('invoice_settings');
  const locales = params.texts('preferred_locales');
  const after: Customer = {
    ...before,
    name: params.has('name') ? params.text('name') : before.name,
    email: params.has('email') ? params.text('email', 512) : before.email,
    phone: params.has('phone') ? params.text('phone', 20) : before.phone,
    description: params.has('description') ? params.text('description') : before.description,
    preferred_locales: params.has('preferred_locales') ? locales : before.preferred_locales,
    metadata: merged(before.metadata, params.metadata()),
    invoice_settings: invoiceSettings?.has('default_payment_method')
      ? { ...before.invoice_settings, default_payment_method: invoiceSettings.text('default_payment_method') }
      : before.invoice_settings,
  };
  params.refuseUnknown();
  return after;
}

/** An empty value takes a key away. */
export function merged(before: Record<string, string>, changes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== ''));
}

const blank = (now: number): Customer => ({
  id: newId('cus', 14),
  object: 'customer',
  address: null,
  balance: 0,
  created: now,
  currency: null,
  customer_account: null,
  default_source: null,
  delinquent: false,
  description: null,
  discount: null,
  email: null,
  invoice_prefix: randomText(8).toUpperCase(),
  invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
  livemode: false,
  metadata: {},
  name: null,
  next_invoice_sequence: 1,
  phone: null,
  preferred_locales: [],
  shipping: null,
  tax_exempt: 'none',
  test_clock: null,
});

function create({ world, shelf, params, now }: ApiCall): Customer {
  const customer = shelf.put(read(params, blank(now)));
  world.emit(shelf, 'customer.created', customer);
  return customer;
}

/** A customer that was deleted can be looked at, and nothing else. */
export function needCustomer({ shelf }: Pick<ApiCall, 'shelf'>, id: string, param = 'id'): Customer {
  const customer = shelf.need('customer', id, param);
  if (shelf.hidden(id).isDeleted) throw missing('customer', id, param, param === 'id');
  return customer;
}

function change(call: ApiCall): Customer {
  const { world, shelf, params, id } = call;
  const before = needCustomer(call, id);
  const after = read(params, before);
  const method = after.invoice_settings.default_payment_method;
  if (method && method !== before.invoice_settings.default_payment_method)
    if (shelf.find('payment_method', method)?.customer !== id)
      throw missing('PaymentMethod', method, 'invoice_settings[default_payment_method]', false);
  shelf.put(after);
  world.emit(shelf, 'customer.updated', after);
  return after;
}

function remove(call: ApiCall): object {
  const { world, shelf, id } = call;
  const customer = needCustomer(call, id);
  shelf.hide(id, { isDeleted: true });
  for (const method of shelf.all('payment_method'))
    if (method.customer === id) shelf.put({ ...method, customer: null });
  for (const subscription of shelf.all('subscription'))
    if (subscription.customer === id && subscription.status !== 'canceled') {
      const ended = shelf.put({ ...subscription, status: 'canceled', canceled_at: call.now, ended_at: call.now });
      world.emit(shelf, 'customer.subscription.deleted', ended);
    }
  world.emit(shelf, 'customer.deleted', customer);
  return { id, object: 'customer', deleted: true };
}

export const customerRoutes = [
  post('/v1/customers', create),
  get('/v1/customers', ({ shelf, params }) => {
    const email = params.text('email');
    const alive = shelf
      .all('customer')
      .filter((it) => !shelf.hidden(it.id).isDeleted && (email === null || it.email === email));
    const list = page(params, alive, '/v1/customers');
    params.refuseUnknown();
    return list;
  }),
  get('/v1/customers/:id', ({ shelf, params, id }) => {
    params.refuseUnknown();
    const customer = shelf.need('customer', id);
    return shelf.hidden(id).isDeleted ? { id, object: 'customer', deleted: true } : customer;
  }),
  post('/v1/customers/:id', change),
  del('/v1/customers/:id', remove),
];
