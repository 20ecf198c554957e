// What Stripe lets the gym's account do, and what it still asks of the gym.
import type { GymStripe } from './gym-stripe.ts';
import type { Apply } from './apply.ts';

export async function gatherAccount(
  { gateway, clock }: Pick<GymStripe, 'gateway' | 'clock'>,
  accountId: string,
): Promise<Apply> {
  const askedAt = clock.now();
  const account = await gateway.platform.getAccount(accountId);
  const { requirements } = account;
  return async (em) => {
    const rows = await em.execute<object[]>(
      `update stripe_account set charges_enabled = ?, payouts_enabled = ?, details_submitted = ?,
          requirements = ?::text[], disabled_reason = ?, checked_at = ?
        where account_id = ? and disconnected_at is null and (checked_at is null or checked_at <= ?) returning 1`,
      [
        account.charges_enabled,
        account.payouts_enabled,
        account.details_submitted,
        `{${(requirements?.currently_due ?? []).map((it) => JSON.stringify(it)).join()}}`,
        requirements?.disabled_reason ?? null,
        askedAt,
        accountId,
        askedAt,
      ],
    );
    return rows.length > 0;
  };
}
