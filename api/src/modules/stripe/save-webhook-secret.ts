// Keeps the secret that Stripe signs with, sealed; it is never given out again.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Secrets } from '../../adapters/secrets/secrets.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { getStripeSettings } from './get-stripe-settings.ts';
import type { StripeSettingsPayload } from './stripe-settings.type.ts';
import type { SaveWebhookSecretInput } from './stripe.inputs.ts';

const SECRET = /^whsec_[\w+/=-]{8,250}$/;

/** What the secret is sealed for: in another row it does not open. */
export const webhookSecretContext = (gymId: string, accountRowId: string): string =>
  `stripe_account.webhook_secret_sealed:${gymId}:${accountRowId}`;

export async function saveWebhookSecret(
  context: Context,
  input: SaveWebhookSecretInput,
): Promise<StripeSettingsPayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  const secret = input.secret.trim();
  if (!SECRET.test(secret))
    throw new UserInputError('secret', 'NO_WEBHOOK_SECRET', 'The signing secret of an endpoint starts with whsec_.');
  await context.db.write(async (em) => {
    const [account] = await em.execute<{ id: string }[]>(
      `select id from stripe_account where disconnected_at is null and account_id is not null`,
    );
    if (!account) throw new UserInputError('stripe', 'STRIPE_NOT_CONNECTED', 'Connect the gym to Stripe first.');
    const kept = { gymId: signedIn(context).gymId, accountRowId: account.id, secret, at: context.clock.now() };
    await sealWebhookSecret(em, context.secrets, kept);
  });
  return { settings: await getStripeSettings(context) };
}

export async function sealWebhookSecret(
  em: EntityManager,
  secrets: Secrets,
  { gymId, accountRowId, secret, at }: { gymId: string; accountRowId: string; secret: string; at: Date },
): Promise<void> {
  const sealed = secrets.seal(secret, webhookSecretContext(gymId, accountRowId));
  await em.execute(`update stripe_account set webhook_secret_sealed = ?, webhook_secret_set_at = ? where id = ?`, [
    sealed.toString('base64'),
    at,
    accountRowId,
  ]);
}
