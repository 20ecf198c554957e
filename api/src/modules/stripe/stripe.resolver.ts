import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { disconnectStripe, refreshStripeAccount, startStripeOnboarding } from './connect-account.ts';
import { startConsumables, stopConsumables } from './consumables.ts';
import { getStripeSettings } from './get-stripe-settings.ts';
import { openStripePortal } from './open-portal.ts';
import { reconcileStripe } from './reconcile.ts';
import { refundPurchase } from './refund-purchase.ts';
import { resolveStripeDifference } from './resolve-difference.ts';
import { saveWebhookSecret } from './save-webhook-secret.ts';
import { ConsumablesResult, RefundPurchaseResult, StripeLinkPayload, StripeSettings } from './stripe-settings.type.ts';
import { StripeSettingsPayload } from './stripe-settings.type.ts';
import { RefundPurchaseInput, SaveWebhookSecretInput, StripeDifferenceIdInput } from './stripe.inputs.ts';
import { StripeMemberInput } from './stripe.inputs.ts';

@Resolver()
export class StripeResolver {
  @Audience('ADMIN')
  @Query(() => StripeSettings)
  stripeSettings(@Ctx() context: Context): Promise<StripeSettings> {
    return getStripeSettings(context);
  }

  @Audience('ADMIN')
  @Mutation(() => StripeLinkPayload, {
    description: 'Where the gym says at Stripe who it is. The first time, its account is made.',
  })
  startStripeOnboarding(@Ctx() context: Context): Promise<StripeLinkPayload> {
    return startStripeOnboarding(context);
  }

  @Audience('ADMIN')
  @Mutation(() => StripeSettingsPayload, { description: 'Asks Stripe how the account stands.' })
  refreshStripeAccount(@Ctx() context: Context): Promise<StripeSettingsPayload> {
    return refreshStripeAccount(context);
  }

  @Audience('ADMIN')
  @Mutation(() => StripeSettingsPayload)
  saveStripeWebhookSecret(
    @Ctx() context: Context,
    @Arg('input') input: SaveWebhookSecretInput,
  ): Promise<StripeSettingsPayload> {
    return saveWebhookSecret(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => StripeSettingsPayload, {
    description: 'Compares our books with those of Stripe, repairs, and lists what differs.',
  })
  reconcileStripe(@Ctx() context: Context): Promise<StripeSettingsPayload> {
    return reconcileStripe(context);
  }

  @Audience('ADMIN')
  @Mutation(() => StripeSettingsPayload)
  resolveStripeDifference(
    @Ctx() context: Context,
    @Arg('input') input: StripeDifferenceIdInput,
  ): Promise<StripeSettingsPayload> {
    return resolveStripeDifference(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => StripeLinkPayload, { description: "Stripe's page where the member changes what they pay with." })
  openStripePortal(@Ctx() context: Context, @Arg('input') input: StripeMemberInput): Promise<StripeLinkPayload> {
    return openStripePortal(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ConsumablesResult, { description: 'From here on, purchases go on a monthly invoice of Stripe.' })
  startConsumablesSubscription(
    @Ctx() context: Context,
    @Arg('input') input: StripeMemberInput,
  ): Promise<typeof ConsumablesResult> {
    return startConsumables(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ConsumablesResult)
  stopConsumablesSubscription(
    @Ctx() context: Context,
    @Arg('input') input: StripeMemberInput,
  ): Promise<typeof ConsumablesResult> {
    return stopConsumables(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => RefundPurchaseResult, { description: 'Gives back all that was paid for a line through Stripe.' })
  refundPurchase(
    @Ctx() context: Context,
    @Arg('input') input: RefundPurchaseInput,
  ): Promise<typeof RefundPurchaseResult> {
    return refundPurchase(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => StripeSettingsPayload, { description: 'Refused while payments at Stripe are under way.' })
  disconnectStripe(@Ctx() context: Context): Promise<StripeSettingsPayload> {
    return disconnectStripe(context);
  }
}
