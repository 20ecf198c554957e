import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getPaymentSettings } from './get-payment-settings.ts';
import { PaymentSettingsPayload, SavePaymentSettingsInput } from './payment-settings.inputs.ts';
import { PaymentSettings } from './payment-settings.type.ts';
import { savePaymentSettings } from './save-payment-settings.ts';

@Resolver()
export class PaymentSettingsResolver {
  @Audience('ADMIN')
  // Nullable, so that who may not see it gets the rest of an answer.
  @Query(() => PaymentSettings, { nullable: true, description: 'What the gym collects with.' })
  paymentSettings(@Ctx() context: Context): Promise<PaymentSettings> {
    return getPaymentSettings(context);
  }

  @Audience('ADMIN')
  @Mutation(() => PaymentSettingsPayload, { description: 'Changes what the gym collects with.' })
  savePaymentSettings(
    @Ctx() context: Context,
    @Arg('input') input: SavePaymentSettingsInput,
  ): Promise<PaymentSettingsPayload> {
    return savePaymentSettings(context, input);
  }
}
