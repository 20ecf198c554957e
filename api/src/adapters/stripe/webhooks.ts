// Where Stripe tells us what happened, and how we know that it was Stripe.
import Stripe from 'stripe';
import { PAGE, type Call } from './call.ts';

/** How long after it was signed a message is taken; older ones may be recordings. */
const TOLERANCE_SECONDS = 300;

export const webhookVerbs = ({ sdk, write, list }: Call) => ({
  /** The answer alone carries the `secret`: it is never shown again. */
  addEndpoint: (key: string, url: string, events: Stripe.WebhookEndpointCreateParams.EnabledEvent[]) =>
    write(key, (options) =>
      sdk.webhookEndpoints.create({ url, enabled_events: events, api_version: '2026-10-28.endive' }, options),
    ),

  listEndpoints: (): AsyncIterable<Stripe.WebhookEndpoint> =>
    list((options) => sdk.webhookEndpoints.list({ limit: PAGE }, options), 1000),

  removeEndpoint: (key: string, id: string) =>
    write(key, (options) => sdk.webhookEndpoints.del(id, undefined, options)),
});

export interface SignedMessage {
  /** As it came: one byte changed and the signature is another. */
  body: Buffer;
  signature: string | undefined;
  /** More than one while a secret is being replaced. */
  secrets: string[];
  receivedAt: Date;
}

const { webhooks } = new Stripe('sk_test_verifies_signatures_only', { telemetry: false });

/** The event, or null when it was not Stripe who sent it just now. */
export function readSignedEvent({ body, signature, secrets, receivedAt }: SignedMessage): Stripe.Event | null {
  if (!signature) return null;
  for (const secret of secrets) {
    try {
      return webhooks.constructEvent(body, signature, secret, TOLERANCE_SECONDS, undefined, receivedAt.getTime());
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError) && !(error instanceof SyntaxError))
        throw error;
    }
  }
  return null;
}
