// Where an account's events go, and the events themselves.
import { badParameter } from '../api-error.ts';
import { newId } from '../ids.ts';
import { page } from '../lists.ts';
import { del, get, post, type ApiCall } from '../route.ts';
import type { Kinds } from '../wire.ts';
import { API_VERSION } from '../world.ts';

type Endpoint = Kinds['webhook_endpoint'];

function create({ shelf, params, now }: ApiCall): Endpoint {
  const url = params.needUrl('url');
  const events = params.texts('enabled_events');
  if (events.length === 0)
    throw badParameter('Missing required param: enabled_events.', 'parameter_missing', 'enabled_events');
  const version = params.choice('api_version', [API_VERSION]);
  const description = params.text('description');
  const metadata = params.metadata();
  params.refuseUnknown();
  const endpoint = shelf.put<Endpoint>({
    id: newId('we', 24),
    object: 'webhook_endpoint',
    api_version: version,
    application: null,
    created: now,
    description,
    enabled_events: events,
    livemode: false,
    metadata,
    status: 'enabled',
    url,
  });
  const { secret = '' } = shelf.hide(endpoint.id, { secret: newId('whsec', 32) });
  // Shown this once.
  return { ...endpoint, secret };
}

const living = ({ shelf }: ApiCall) => shelf.all('webhook_endpoint').filter(({ id }) => !shelf.hidden(id).isDeleted);

function remove({ shelf, params, id }: ApiCall): object {
  params.refuseUnknown();
  const endpoint = shelf.need('webhook_endpoint', id);
  shelf.put<Endpoint>({ ...endpoint, status: 'disabled' });
  shelf.hide(id, { isDeleted: true });
  return { id, object: 'webhook_endpoint', deleted: true };
}

export const webhookRoutes = [
  post('/v1/webhook_endpoints', create),
  get('/v1/webhook_endpoints', (call) => {
    const list = page(call.params, living(call), '/v1/webhook_endpoints');
    call.params.refuseUnknown();
    return list;
  }),
  del('/v1/webhook_endpoints/:id', remove),
  get('/v1/events', ({ shelf, params }) => {
    const type = params.text('type');
    const types = params.texts('types');
    const isWanted = (it: string) => (type === null || it === type) && (types.length === 0 || types.includes(it));
    const list = page(
      params,
      shelf.all('event').filter((event) => isWanted(event.type)),
      '/v1/events',
    );
    params.refuseUnknown();
    return list;
  }),
  get('/v1/events/:id', ({ shelf, params, id }) => {
    params.refuseUnknown();
    return shelf.need('event', id);
  }),
];
