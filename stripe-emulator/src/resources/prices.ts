// Products and the prices made with them, mostly in passing: `price_data` makes both.
import { badParameter } from '../api-error.ts';
import { newId } from '../ids.ts';
import type { Params } from '../params.ts';
import { get, post, type ApiCall } from '../route.ts';
import type { Kinds } from '../wire.ts';

type Product = Kinds['product'];
export type Price = Kinds['price'];

interface PriceData {
  currency: string;
  unitAmount: number;
  isMonthly: boolean;
  productId: string | null;
  productName: string | null;
}

export function readPriceData(params: Params): PriceData {
  const currency = params.need('currency');
  if (currency !== 'eur' && !/^[a-z]{3}$/.test(currency))
    throw badParameter(`Invalid currency: ${currency}.`, 'parameter_invalid_string', params.nameOf('currency'));
  const unitAmount = params.needInteger('unit_amount');
  if (unitAmount < 0 || unitAmount > 99_999_999)
    throw badParameter(
      'Invalid non-negative integer, of at most 8 digits.',
      'parameter_invalid_integer',
      params.nameOf('unit_amount'),
    );
  const recurring = params.child('recurring');
  recurring?.needChoice('interval', ['month']);
  const productId = params.text('product');
  const productName = productId === null ? params.needChild('product_data').need('name') : null;
  return { currency, unitAmount, isMonthly: recurring !== null, productId, productName };
}

export function makeProduct({ shelf, now }: Pick<ApiCall, 'shelf' | 'now'>, name: string): Product {
  return shelf.put<Product>({
    id: newId('prod', 14),
    object: 'product',
    active: true,
    created: now,
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: now,
    url: null,
  });
}

type NewPrice = Pick<PriceData, 'currency' | 'unitAmount' | 'isMonthly'> & { product: string };

export function makePrice({ shelf, now }: Pick<ApiCall, 'shelf' | 'now'>, price: NewPrice): Price {
  const month = { interval: 'month', interval_count: 1, meter: null, trial_period_days: null, usage_type: 'licensed' };
  return shelf.put<Price>({
    id: newId('price'),
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    created: now,
    currency: price.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: price.product,
    recurring: price.isMonthly ? (month as Price['recurring']) : null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: price.isMonthly ? 'recurring' : 'one_time',
    unit_amount: price.unitAmount,
    unit_amount_decimal: String(price.unitAmount),
  });
}

export const productRoutes = [
  post('/v1/products', (call) => {
    const name = call.params.need('name');
    call.params.refuseUnknown();
    return makeProduct(call, name);
  }),
  get('/v1/products/:id', ({ shelf, params, id }) => {
    params.refuseUnknown();
    return shelf.need('product', id);
  }),
];
