// The gym's account at Stripe and the endpoint that Stripe tells: each made once, whatever stops in between.
import { randomUUID } from 'node:crypto';
import type { Secrets } from '../../adapters/secrets/secrets.ts';
import { StripeFailure } from '../../adapters/stripe/stripe-failure.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { EVENT_TYPES } from './gather-event.ts';
import { webhookUrlOf } from './get-stripe-settings.ts';
import { connectedAccount } from './gym-stripe.ts';
import type { GymStripe } from './gym-stripe.ts';
import { sealWebhookSecret } from './save-webhook-secret.ts';
import { gatherAccount } from './sync-account.ts';

/** Our row, the call under its id, what came back. A gym that comes back gets the account it had. */
export async function ensureAccount(side: GymStripe, employeeId: string | null): Promise<string> {
  const { gateway, clock } = side;
  const row = await side.db.write(async (em) => {
    const [back] = await em.execute<{ id: string }[]>(
      `update stripe_account set disconnected_at = null where id = (
         select id from stripe_account where mode = ? and account_id is not null and disconnected_at is not null
          order by disconnected_at desc limit 1)
         and not exists (select from stripe_account where disconnected_at is null) returning id`,
      [gateway.mode],
    );
    // Its customers are the members' again.
    if (back) await em.execute(`update stripe_customer set is_current = true where stripe_account_id = ?`, [back.id]);
    await em.execute(
      `insert into stripe_account (gym_id, mode, connected_at, connected_by) values (?, ?, ?, ?) on conflict do nothing`,
      [side.gymId, gateway.mode, clock.now(), employeeId],
    );
    const [found] = await em.execute<
      { id: string; accountId: string | null; mode: string; name: string; country: string }[]
    >(
      `select a.id, a.account_id as "accountId", a.mode, g.name, g.country
         from stripe_account a join gym g on g.id = a.gym_id where a.disconnected_at is null`,
    );
    return found && { ...found, isBack: back !== undefined };
  });
  if (!row) throw new Error('The account has no row.');
  if (row.mode !== gateway.mode)
    throw new UserInputError('stripe', 'OTHER_MODE', 'The gym is connected in the other mode; disconnect it first.');
  if (row.accountId) {
    if (row.isBack) await side.db.write(await gatherAccount(side, row.accountId));
    return row.accountId;
  }
  const { name, country } = row;
  const made = await gateway.platform.createAccount(row.id, { name, country, metadata: { spotter_gym: side.gymId } });
  await side.db.write((em) =>
    em.execute(`update stripe_account set account_id = ? where id = ? and account_id is null`, [made.id, row.id]),
  );
  await side.db.write(await gatherAccount(side, made.id));
  return made.id;
}

/** Stripe shows the secret of an endpoint once, to whoever makes it: when we do, nobody has to copy it. */
export async function ensureEndpoint(side: GymStripe, secrets: Secrets): Promise<void> {
  const account = await connectedAccount(side);
  if (!account) return;
  const [row] = await side.db.rows<{ sealed: boolean }>(
    `select webhook_secret_sealed is not null as sealed from stripe_account where id = $1`,
    [account.id],
  );
  if (row?.sealed) return;
  const url = webhookUrlOf(side, side.gymId);
  try {
    for await (const endpoint of account.stripe.webhooks.listEndpoints()) {
      // Its secret is lost: it was made, and the answer never arrived.
      if (endpoint.url === url) await account.stripe.webhooks.removeEndpoint(randomUUID(), endpoint.id);
    }
    const { secret } = await account.stripe.webhooks.addEndpoint(randomUUID(), url, [...EVENT_TYPES]);
    if (secret) {
      const kept = { gymId: side.gymId, accountRowId: account.id, secret, at: side.clock.now() };
      await side.db.write((em) => sealWebhookSecret(em, secrets, kept));
    }
  } catch (error) {
    // Stripe takes https addresses only: the page then says how to make the endpoint by hand.
    if (!(error instanceof StripeFailure) || error.isRetryable) throw error;
  }
}
