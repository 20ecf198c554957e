// A way for a customer to a page of their own.
import { newId, randomText } from '../ids.ts';
import { post, type ApiCall } from '../route.ts';
import type { Kinds } from '../wire.ts';
import { needCustomer } from './customers.ts';

function create(call: ApiCall): Kinds['billing_portal.session'] {
  const { world, shelf, params, now } = call;
  const customer = params.need('customer');
  const returnUrl = params.url('return_url');
  params.refuseUnknown();
  needCustomer(call, customer, 'customer');
  return shelf.put<Kinds['billing_portal.session']>({
    id: newId('bps'),
    object: 'billing_portal.session',
    configuration: newId('bpc'),
    created: now,
    customer,
    customer_account: null,
    flow: null,
    livemode: false,
    locale: null,
    on_behalf_of: null,
    return_url: returnUrl,
    url: `${world.publicUrl}/p/session/${randomText(32)}`,
  });
}

export const portalRoutes = [post('/v1/billing_portal/sessions', create)];
