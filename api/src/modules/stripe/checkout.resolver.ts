import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { cancelCheckout } from './cancel-checkout.ts';
import { Checkout, CheckoutStarted, StartCheckoutResult } from './checkout.type.ts';
import { getCheckout, getCheckoutOf, getPaymentSetupOf } from './get-checkout.ts';
import { startCheckout } from './start-checkout.ts';
import { startPaymentSetup } from './start-payment-setup.ts';
import { StripeMode } from './stripe-settings.type.ts';
import { CheckoutIdInput, StartCheckoutInput, StartPaymentSetupInput } from './stripe.inputs.ts';

@Resolver(() => Checkout)
export class CheckoutResolver {
  @Audience('STAFF')
  @Query(() => StripeMode, { nullable: true, description: 'Of this server; null when it has no key of Stripe.' })
  stripeMode(@Ctx() { stripe }: Context): StripeMode | null {
    return stripe && StripeMode[stripe.mode];
  }

  @Audience('STAFF')
  @Query(() => Checkout, { nullable: true })
  checkout(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<Checkout | null> {
    return getCheckout(context, id);
  }

  @Audience('STAFF')
  @Query(() => Checkout, { nullable: true, description: 'The latest checkout of a line.' })
  checkoutOf(@Ctx() context: Context, @Arg('purchaseId', () => ID) purchaseId: string): Promise<Checkout | null> {
    return getCheckoutOf(context, purchaseId);
  }

  @Audience('STAFF')
  @Query(() => Checkout, {
    nullable: true,
    description: 'The latest checkout on which the member was to leave a payment method.',
  })
  paymentSetupOf(@Ctx() context: Context, @Arg('memberId', () => ID) memberId: string): Promise<Checkout | null> {
    return getPaymentSetupOf(context, memberId);
  }

  @Audience('STAFF')
  @Mutation(() => StartCheckoutResult, {
    description: 'Starts a payment by QR code. While one is under way for exactly these lines, that one is the answer.',
  })
  startCheckout(@Ctx() context: Context, @Arg('input') input: StartCheckoutInput): Promise<typeof StartCheckoutResult> {
    return startCheckout(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => StartCheckoutResult, { description: 'Starts a page on which the member leaves a payment method.' })
  startPaymentSetup(
    @Ctx() context: Context,
    @Arg('input') input: StartPaymentSetupInput,
  ): Promise<typeof StartCheckoutResult> {
    return startPaymentSetup(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => CheckoutStarted, {
    description: 'Closes the page. What was paid at the same moment is paid: look at the status that comes back.',
  })
  cancelCheckout(@Ctx() context: Context, @Arg('input') input: CheckoutIdInput): Promise<CheckoutStarted> {
    return cancelCheckout(context, input);
  }
}
