// Takes up checkouts where something stopped: a page that was not opened yet, one that is to be closed, and those that a lost
// message left waiting.
import { StripeFailure } from '../../adapters/stripe/stripe-failure.ts';
import { closeCheckout } from './cancel-checkout.ts';
import { endCheckout } from './end-checkout.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { openCheckout } from './open-checkout.ts';
import { gatherCheckout } from './sync-checkout.ts';

/** How long to wait for a message before asking: somebody stands at the desk. */
const PATIENCE_MS = 120_000;
/** A bank takes days; nobody waits on the screen. */
const BANK_MS = 3_600_000;

interface UnderWay {
  id: string;
  status: 'STARTING' | 'WAITING' | 'PROCESSING';
  sessionId: string | null;
  isCancelling: boolean;
  expiresAt: string;
  lookedAt: string;
}

export async function lookAfterCheckouts(side: GymStripe, account: ConnectedAccount): Promise<number> {
  const underWay = await side.db.rows<UnderWay>(
    `select id, status, session_id as "sessionId", cancel_asked_at is not null as "isCancelling", expires_at as "expiresAt",
            coalesce(checked_at, created_at) as "lookedAt"
       from checkout where ended_at is null and stripe_account_id = $1 order by expires_at limit 500`,
    [account.id],
  );
  let touched = 0;
  for (const checkout of underWay) {
    try {
      if (await lookAfter(side, account, checkout)) touched += 1;
    } catch (error) {
      // Stripe's trouble with one is no reason to leave the others.
      if (!(error instanceof StripeFailure)) throw error;
    }
  }
  return touched;
}

async function lookAfter(side: GymStripe, account: ConnectedAccount, checkout: UnderWay): Promise<boolean> {
  const { id, status, sessionId, isCancelling, expiresAt, lookedAt } = checkout;
  const now = side.clock.now();
  if (status === 'STARTING' && Date.parse(expiresAt) <= now.getTime()) {
    // Its address was never given to anybody.
    const end = isCancelling ? 'CANCELLED' : 'EXPIRED';
    await side.db.write((em) => endCheckout(em, { id, status: end, reason: 'unreachable', at: now }));
    return true;
  }
  if (status === 'STARTING') await openCheckout(side, account, id);
  if (isCancelling) {
    await closeCheckout(side, account, id);
    return true;
  }
  const patience = status === 'PROCESSING' ? BANK_MS : PATIENCE_MS;
  if (!sessionId || now.getTime() - Date.parse(lookedAt) < patience) return status === 'STARTING';
  const apply = await gatherCheckout(side, account, sessionId);
  await side.db.write(apply);
  return true;
}
