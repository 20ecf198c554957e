// Checkout sessions: made and looked at here, paid on a page of ours.
import { badParameter, invalid } from '../api-error.ts';
import { newId, randomText } from '../ids.ts';
import { page } from '../lists.ts';
import type { Params } from '../params.ts';
import { get, post, type ApiCall } from '../route.ts';
import type { Hidden } from '../wire.ts';
import { blankSession, type Session } from './checkout-session-shape.ts';
import { needCustomer } from './customers.ts';
import { makePrice, makeProduct, readPriceData } from './prices.ts';

type LineItem = NonNullable<Hidden['lineItems']>[number];

const LEAST_CENTS = 50;
const HALF_HOUR = 1800;
const DAY = 86_400;

function create(call: ApiCall): Session {
  const { world, shelf, params, now } = call;
  const mode = params.needChoice('mode', ['payment', 'setup', 'subscription']);
  const customerId = params.text('customer');
  const expiresAt = params.integer('expires_at') ?? now + DAY;
  if (expiresAt < now + HALF_HOUR - 1 || expiresAt > now + DAY + 1)
    throw badParameter(
      'The `expires_at` timestamp must be at least 30 minutes and at most 24 hours from Checkout Session creation.',
      'parameter_invalid_integer',
      'expires_at',
    );
  const successUrl = params.needUrl('success_url');
  const lines = params.list('line_items');
  if (mode !== 'setup' && lines.length === 0) params.need('line_items');
  const lineItems = lines.map((line) => readLine(call, line));
  const id = newId('cs_test', 58);
  const metadata = params.metadata();
  const session: Session = {
    ...blankSession(id, mode, now),
    cancel_url: params.url('cancel_url'),
    client_reference_id: params.text('client_reference_id', 200),
    currency: currencyOf(lineItems) ?? params.text('currency'),
    customer: customerId,
    customer_email: params.text('customer_email'),
    expires_at: expiresAt,
    locale: params.text('locale') as Session['locale'],
    metadata,
    success_url: successUrl,
    url: `${world.publicUrl}/c/pay/${id}`,
    ...amounts(mode, lineItems),
  };
  const makes = readMakes(params, mode);
  params.refuseUnknown();
  if (customerId !== null) needCustomer(call, customerId, 'customer');
  refuseTooLittle(mode, session);
  if (mode === 'setup' && !session.currency) params.need('currency');
  shelf.hide(id, { lineItems: mode === 'setup' ? [] : lineItems, makes });
  return shelf.put(session);
}

/** `payment_intent_data` and its sisters: handed on to what the checkout makes. */
function readMakes(params: Params, mode: string): NonNullable<Hidden['makes']> {
  const data = params.child(
    { payment: 'payment_intent_data', setup: 'setup_intent_data' }[mode] ?? 'subscription_data',
  );
  return {
    metadata: data?.metadata() ?? {},
    description: data?.text('description') ?? null,
    savesPaymentMethod: mode !== 'payment' || data?.choice('setup_future_usage', ['on_session', 'off_session']) != null,
  };
}

function readLine(call: ApiCall, line: Params): LineItem {
  const quantity = line.integer('quantity') ?? 1;
  const data = readPriceData(line.needChild('price_data'));
  if (quantity < 1) throw badParameter('Invalid quantity.', 'parameter_invalid_integer', line.nameOf('quantity'));
  const product = data.productId ?? makeProduct(call, data.productName ?? '').id;
  const price = makePrice(call, { ...data, product });
  const total = data.unitAmount * quantity;
  return {
    id: `li_${randomText(24)}`,
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: data.currency,
    description: data.productName ?? call.shelf.find('product', product)?.name ?? null,
    metadata: {},
    price,
    quantity,
  };
}

function currencyOf(lineItems: LineItem[]): string | null {
  const [first, ...others] = new Set(lineItems.map(({ currency }) => currency));
  if (others.length > 0) throw invalid('All line items must have the same currency.', { param: 'line_items' });
  return first ?? null;
}

function amounts(mode: string, lineItems: LineItem[]): Partial<Session> {
  if (mode === 'setup') return { amount_subtotal: null, amount_total: null, total_details: null };
  const total = lineItems.reduce((sum, item) => sum + item.amount_total, 0);
  return { amount_subtotal: total, amount_total: total };
}

function refuseTooLittle(mode: string, { amount_total: total, currency }: Session): void {
  if (mode === 'payment' && (total ?? 0) < LEAST_CENTS)
    throw invalid(`The Checkout Session's total amount due must add up to at least €0.50 ${currency ?? ''}`.trim(), {
      code: 'amount_too_small',
    });
}

export function expire({ world, shelf }: Pick<ApiCall, 'world' | 'shelf'>, session: Session): Session {
  const expired = shelf.put<Session>({ ...session, status: 'expired', url: null });
  world.emit(shelf, 'checkout.session.expired', expired);
  return expired;
}

export const checkoutRoutes = [
  post('/v1/checkout/sessions', create),
  get('/v1/checkout/sessions', ({ shelf, params }) => {
    const [intent, customer, subscription, status] = ['payment_intent', 'customer', 'subscription', 'status'].map(
      (name) => params.text(name),
    );
    const isWanted = (it: Session) =>
      (!intent || it.payment_intent === intent) &&
      (!customer || it.customer === customer) &&
      (!subscription || it.subscription === subscription) &&
      (!status || it.status === status);
    const list = page(params, shelf.all('checkout.session').filter(isWanted), '/v1/checkout/sessions');
    params.refuseUnknown();
    return list;
  }),
  get('/v1/checkout/sessions/:id', ({ shelf, params, id }) => {
    params.refuseUnknown();
    return shelf.need('checkout.session', id);
  }),
  get('/v1/checkout/sessions/:id/line_items', ({ shelf, params, id }) => {
    shelf.need('checkout.session', id);
    const items = shelf.hidden(id).lineItems ?? [];
    const list = page(params, items, `/v1/checkout/sessions/${id}/line_items`, false);
    params.refuseUnknown();
    return list;
  }),
  post('/v1/checkout/sessions/:id/expire', (call) => {
    call.params.refuseUnknown();
    const session = call.shelf.need('checkout.session', call.id);
    if (session.status !== 'open')
      throw invalid(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
      );
    return expire(call, session);
  }),
];
