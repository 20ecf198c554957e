// The doors that are not GraphQL's: where Stripe tells what happened, and the short address behind a QR code.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Secrets } from '../../adapters/secrets/secrets.ts';
import { isUuid } from '../../database/uuid.ts';
import { checkoutPage, pageStyle } from './checkout-page.ts';
import type { CheckoutStatus } from './checkout.type.ts';
import { processEvents } from './process-events.ts';
import { receiveEvent } from './receive-event.ts';
import { sideOf } from './stripe-jobs.ts';
import type { StripeServer } from './stripe-jobs.ts';

export type StripeDoors = Omit<StripeServer, 'gateway'> & { gateway: StripeServer['gateway'] | null; secrets: Secrets };

export async function registerStripeRoutes(app: FastifyInstance, doors: StripeDoors): Promise<void> {
  await app.register(async (routes) => registerWebhook(routes, doors));
  await app.register(async (routes) => registerShortAddress(routes, doors));
}

function registerWebhook(routes: FastifyInstance, { gateway, secrets, ...server }: StripeDoors): void {
  // The signature is over the bytes: nothing may read them before.
  routes.removeAllContentTypeParsers();
  routes.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  const working = new Map<string, Promise<unknown>>();
  routes.post<{ Params: { gymId: string } }>('/webhooks/stripe/:gymId', async (request, reply) => {
    const gymId = request.params.gymId.toLowerCase();
    const { body } = request;
    if (!gateway || !isUuid(gymId) || !Buffer.isBuffer(body)) return refuse(request, reply);
    const side = sideOf({ ...server, gateway }, gymId);
    const signature = request.headers['stripe-signature'];
    const reception = await receiveEvent(side, secrets, {
      body,
      signature: typeof signature === 'string' ? signature : undefined,
    });
    if (reception === 'UNSIGNED' || reception === 'FOREIGN') return refuse(request, reply);
    if (reception === 'STORED') kick(gymId, () => processEvents(side), request);
    return reply.code(200).send({ received: true });
  });
  routes.addHook('onClose', async () => {
    await Promise.all(working.values());
  });

  /** After what is at it already; whatever goes wrong, the job comes by. */
  function kick(gymId: string, work: () => Promise<unknown>, request: FastifyRequest): void {
    const next = (working.get(gymId) ?? Promise.resolve()).then(work).catch((error: unknown) => {
      request.log.error({ err: error, requestId: request.id }, 'an event of Stripe could not be worked off');
    });
    working.set(gymId, next);
    void next.then(() => working.get(gymId) === next && working.delete(gymId));
  }
}

/** The same for a gym that is not there, an account of another, and a signature that is wrong: nobody learns which. */
function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.log.warn({ requestId: request.id }, 'a message that claims to be from Stripe was refused');
  return reply
    .code(400)
    .send({ error: 'NOT_FROM_STRIPE', message: 'This was not signed by Stripe for this gym.', requestId: request.id });
}

interface Behind {
  status: `${CheckoutStatus}`;
  session_url: string | null;
  expires_at: string;
  locale: 'nl' | 'en';
}

function registerShortAddress(routes: FastifyInstance, { database, clock }: StripeDoors): void {
  const find = async (code: string): Promise<Behind | undefined> => {
    if (!/^[\w-]{16,64}$/.test(code)) return undefined;
    const { rows } = await database.pool.query<Behind>({
      name: 'checkout_behind',
      text: 'select status, session_url, expires_at, locale from checkout_behind($1)',
      values: [code],
    });
    return rows[0];
  };
  routes.get('/p/style.css', (_request, reply) =>
    reply.type('text/css').header('cache-control', 'public, max-age=3600').send(pageStyle),
  );
  routes.get<{ Params: { code: string } }>('/p/:code', async ({ params }, reply) => {
    const behind = await find(params.code);
    reply.header('cache-control', 'no-store');
    if (behind?.status === 'WAITING' && behind.session_url && Date.parse(behind.expires_at) > clock.now().getTime())
      return reply.redirect(behind.session_url, 303);
    return sendPage(reply, behind, params.code);
  });
  // Where Stripe sends the member when they are done, or turn back. Coming here means nothing: only Stripe's message does.
  routes.get<{ Params: { code: string } }>('/p/:code/done', async ({ params }, reply) => {
    reply.header('cache-control', 'no-store');
    return sendPage(reply, await find(params.code), params.code);
  });
}

function sendPage(reply: FastifyReply, behind: Behind | undefined, code: string): FastifyReply {
  return reply
    .code(behind ? 200 : 404)
    .header('content-security-policy', "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'")
    .type('text/html; charset=utf-8')
    .send(checkoutPage(behind, code));
}
