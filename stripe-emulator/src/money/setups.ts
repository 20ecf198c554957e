// A setup intent: a payment method that was left for later, and nothing paid.
import { newId, randomText } from '../ids.ts';
import type { Shelf } from '../shelf.ts';
import type { Kinds } from '../wire.ts';
import type { World } from '../world.ts';

interface NewSetup {
  customer: string | null;
  method: string;
  metadata: Record<string, string>;
}

export function makeSetup(world: World, shelf: Shelf, { customer, method, metadata }: NewSetup): Kinds['setup_intent'] {
  const id = newId('seti');
  const setup = shelf.put<Kinds['setup_intent']>({
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(24)}`,
    created: world.now,
    customer,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: method,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card', 'sepa_debit'],
    single_use_mandate: null,
    status: 'succeeded',
    usage: 'off_session',
  });
  world.emit(shelf, 'setup_intent.created', { ...setup, status: 'requires_payment_method', payment_method: null });
  world.emit(shelf, 'setup_intent.succeeded', setup);
  return setup;
}
