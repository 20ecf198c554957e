// Connects a gym to Stripe: an account of its own there, filled in on Stripe's pages, and an endpoint that Stripe tells.
import { randomUUID } from 'node:crypto';
import { StripeFailure } from '../../adapters/stripe/stripe-failure.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { EVENT_TYPES } from './gather-event.ts';
import { getStripeSettings, webhookUrlOf } from './get-stripe-settings.ts';
import { connectedAccount, stripeOf } from './gym-stripe.ts';
import type { GymStripe } from './gym-stripe.ts';
import { sealWebhookSecret } from './save-webhook-secret.ts';
import type { StripeLinkPayload, StripeSettingsPayload } from './stripe-settings.type.ts';
import { gatherAccount } from './sync-account.ts';

const RETURN_PATH = '/settings/payments';

/** A link to Stripe's pages, where the gym says who it is. The first time, the account is made. */
export async function startStripeOnboarding(context: Context): Promise<StripeLinkPayload> {
  const side = settingsSide(context);
  return told(async () => {
    const accountId = await ensureAccount(side, signedIn(context).employeeId);
    await ensureEndpoint(context, side);
    const back = `${side.publicUrl}${RETURN_PATH}`;
    const link = await side.gateway.platform.createOnboardingLink(randomUUID(), {
      accountId,
      returnUrl: back,
      refreshUrl: back,
    });
    return { url: link.url };
  });
}

/** What Stripe says of the account now. */
export async function refreshStripeAccount(context: Context): Promise<StripeSettingsPayload> {
  const side = settingsSide(context);
  const account = await connectedAccount(side);
  if (account) {
    await told(async () => {
      await side.db.write(await gatherAccount(side, account.accountId));
      await ensureEndpoint(context, side);
    });
  }
  return { settings: await getStripeSettings(context) };
}

/** Nothing is collected through Stripe any more. What was stays on record; the account stays the gym's own. */
export async function disconnectStripe(context: Context): Promise<StripeSettingsPayload> {
  const side = settingsSide(context);
  await side.db.write(async (em) => {
    const [account] = await em.execute<{ id: string }[]>(
      `select id from stripe_account where disconnected_at is null for update`,
    );
    if (!account) return;
    const underWay = await em.execute<object[]>(
      `select 1 from checkout where ended_at is null union all select 1 from stripe_invoice_item where ended_at is null
       union all select 1 from stripe_refund where ended_at is null limit 1`,
    );
    if (underWay.length > 0)
      throw new UserInputError('stripe', 'PAYMENTS_UNDER_WAY', 'Payments at Stripe are still under way.');
    await em.execute(`update stripe_account set disconnected_at = ? where id = ?`, [context.clock.now(), account.id]);
    await em.execute(`update stripe_customer set is_current = false where stripe_account_id = ?`, [account.id]);
  });
  return { settings: await getStripeSettings(context) };
}

function settingsSide(context: Context): GymStripe {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  const side = stripeOf(context);
  if (!side) throw new UserInputError('stripe', 'STRIPE_UNAVAILABLE', 'This server has no key of Stripe.');
  return side;
}

/** In the words of a form: an admin who set something up reads why it did not work. */
export async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StripeFailure)) throw error;
    if (error.isRetryable) throw new UserInputError('stripe', 'STRIPE_UNREACHABLE', 'Stripe cannot be reached now.');
    throw new UserInputError('stripe', 'STRIPE_REFUSED', `Stripe refuses: ${error.code ?? error.kind}.`);
  }
}

/** Our row, the call under its id, what came back. A gym that comes back gets the account it had. */
async function ensureAccount(side: GymStripe, employeeId: string | null): Promise<string> {
  const { gateway, clock } = side;
  const row = await side.db.write(async (em) => {
    await em.execute(
      `update stripe_account set disconnected_at = null where id = (
         select id from stripe_account where mode = ? and account_id is not null and disconnected_at is not null
          order by disconnected_at desc limit 1)
         and not exists (select from stripe_account where disconnected_at is null)`,
      [gateway.mode],
    );
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
    return found;
  });
  if (!row) throw new Error('The account has no row.');
  if (row.mode !== gateway.mode)
    throw new UserInputError('stripe', 'OTHER_MODE', 'The gym is connected in the other mode; disconnect it first.');
  if (row.accountId) return row.accountId;
  const { name, country } = row;
  const made = await gateway.platform.createAccount(row.id, { name, country, metadata: { spotter_gym: side.gymId } });
  await side.db.write((em) =>
    em.execute(`update stripe_account set account_id = ? where id = ? and account_id is null`, [made.id, row.id]),
  );
  await side.db.write(await gatherAccount(side, made.id));
  return made.id;
}

/** Stripe shows the secret of an endpoint once, to whoever makes it: when we do, nobody has to copy it. */
async function ensureEndpoint(context: Context, side: GymStripe): Promise<void> {
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
    if (secret) await side.db.write((em) => sealWebhookSecret(em, context, account.id, secret));
  } catch (error) {
    // Stripe takes https addresses only: the page then says how to make the endpoint by hand.
    if (!(error instanceof StripeFailure) || error.isRetryable) throw error;
  }
}
