// Closes the page of a checkout. It is cancelled once Stripe has closed it: a member who pays at the same moment has paid.
import { randomUUID } from 'node:crypto';
import { StripeFailure } from '../../adapters/stripe/stripe-failure.ts';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { getChangedMember } from '../member/get-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import type { CheckoutStarted } from './checkout.type.ts';
import { getChangedCheckout } from './get-checkout.ts';
import { connectedAccount, stripeOf } from './gym-stripe.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { openCheckout } from './open-checkout.ts';
import type { CheckoutIdInput } from './stripe.inputs.ts';
import { gatherCheckout } from './sync-checkout.ts';

export async function cancelCheckout(context: Context, { id }: CheckoutIdInput): Promise<CheckoutStarted> {
  assertMay(signedIn(context), MemberPermission.PURCHASE);
  if (!isUuid(id)) throw new NotFoundError('There is no such checkout.');
  const asked = await context.db.write((em) =>
    em.execute<object[]>(
      `update checkout set cancel_asked_at = ? where id = ? and ended_at is null and cancel_asked_at is null returning 1`,
      [context.clock.now(), id],
    ),
  );
  const side = stripeOf(context);
  const account = asked.length > 0 && side ? await connectedAccount(side) : null;
  if (side && account) await closeCheckout(side, account, id);
  const checkout = await getChangedCheckout(context, id);
  return { checkout, member: await getChangedMember(context, checkout.memberId) };
}

/** Leaves it as it is when Stripe cannot be asked; the job asks again. */
export async function closeCheckout(side: GymStripe, account: ConnectedAccount, id: string): Promise<void> {
  // A page that was asked for and never answered may be there all the same.
  await openCheckout(side, account, id);
  const [row] = await side.db.rows<{ session_id: string | null }>(
    `select session_id from checkout where id = $1 and ended_at is null`,
    [id],
  );
  if (!row?.session_id) return;
  try {
    await account.stripe.checkouts.expire(randomUUID(), row.session_id).catch(passWhenOver);
    await side.db.write(await gatherCheckout(side, account, row.session_id));
  } catch (error) {
    if (!(error instanceof StripeFailure) || !error.isRetryable) throw error;
  }
}

/** Paid or run out already: what it is now, Stripe says next. */
export function passWhenOver(error: unknown): void {
  if (!(error instanceof StripeFailure) || error.kind !== 'INVALID') throw error;
}
