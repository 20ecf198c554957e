// One gym's side of its dealings with Stripe, the same for a request and for a job; and the account that it is connected to.
import type { StripeAccount, StripeGateway } from '../../adapters/stripe/open-stripe.ts';
import type { GymDatabase } from '../../database/gym-database.ts';
import type { Clock } from '../../graphql/clock.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';

export interface GymStripe {
  gymId: string;
  db: GymDatabase;
  clock: Clock;
  gateway: StripeGateway;
  publicUrl: string;
}

/** The account that a gym is connected to now, with the verbs of Stripe on it. */
export interface ConnectedAccount {
  /** Of our row. */
  id: string;
  accountId: string;
  chargesEnabled: boolean;
  stripe: StripeAccount;
}

/** Null when this server has no key of Stripe. */
export function stripeOf(context: Context): GymStripe | null {
  const { stripe: gateway, db, clock, publicUrl } = context;
  return gateway && { gymId: signedIn(context).gymId, db, clock, gateway, publicUrl };
}

/** Null without one. An account of test mode is none for a server with a live key, and the other way round. */
export async function connectedAccount({ db, gateway }: GymStripe): Promise<ConnectedAccount | null> {
  const [row] = await db.rows<Omit<ConnectedAccount, 'stripe'>>(
    `select id, account_id as "accountId", charges_enabled as "chargesEnabled" from stripe_account
      where disconnected_at is null and account_id is not null and mode = $1`,
    [gateway.mode],
    { name: 'connected_account' },
  );
  return row ? { ...row, stripe: gateway.on(row.accountId) } : null;
}
