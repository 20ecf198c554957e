// Finds out that the gym took our access to its account away: the message about that goes to the platform, and may never
// reach the gym's own endpoint.
import { StripeFailure } from '../../adapters/stripe/stripe-failure.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { leaveAccount } from './leave-account.ts';

/** Whether it was, and is left now. */
export async function leaveWhenTakenAway(side: GymStripe, account: ConnectedAccount): Promise<boolean> {
  if (!(await isTakenAway(account))) return false;
  await side.db.write((em) => leaveAccount(em, account.id, side.clock.now()));
  return true;
}

/** Stripe's words for an account that the key may not act for. Any other trouble says nothing of that. */
async function isTakenAway({ stripe }: ConnectedAccount): Promise<boolean> {
  try {
    for await (const _ of stripe.webhooks.listEndpoints()) break;
    return false;
  } catch (error) {
    if (error instanceof StripeFailure && error.kind === 'FORBIDDEN' && error.code === 'account_invalid') return true;
    throw error;
  }
}
