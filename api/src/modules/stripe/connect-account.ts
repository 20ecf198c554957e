// Connects a gym to Stripe: an account of its own there, filled in on Stripe's pages, and an endpoint that Stripe tells.
import { randomUUID } from 'node:crypto';
import { StripeFailure } from '../../adapters/stripe/stripe-failure.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { ensureAccount, ensureEndpoint } from './ensure-account.ts';
import { leaveWhenTakenAway } from './find-left-account.ts';
import { getStripeSettings } from './get-stripe-settings.ts';
import { connectedAccount, stripeOf } from './gym-stripe.ts';
import type { GymStripe } from './gym-stripe.ts';
import { leaveAccount } from './leave-account.ts';
import type { StripeLinkPayload, StripeSettingsPayload } from './stripe-settings.type.ts';
import { gatherAccount } from './sync-account.ts';

const RETURN_PATH = '/settings/payments';

/** A link to Stripe's pages, where the gym says who it is. The first time, the account is made. */
export async function startStripeOnboarding(context: Context): Promise<StripeLinkPayload> {
  const side = settingsSide(context);
  return told(async () => {
    const accountId = await ensureAccount(side, signedIn(context).employeeId);
    await ensureEndpoint(side, context.secrets);
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
      if (await leaveWhenTakenAway(side, account)) return;
      await side.db.write(await gatherAccount(side, account.accountId));
      await ensureEndpoint(side, context.secrets);
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
    await leaveAccount(em, account.id, context.clock.now());
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
