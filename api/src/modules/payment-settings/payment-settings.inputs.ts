import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { PaymentCollection } from '../gym/gym.type.ts';
import { PainVersion, PaymentSettings } from './payment-settings.type.ts';

@InputType({ description: 'Absent: untouched. Null: emptied, where that can be.' })
export class SavePaymentSettingsInput {
  @Field(() => PaymentCollection, {
    nullable: true,
    description: 'Lines that are open keep the way they were to be paid; new ones follow this.',
  })
  collection?: PaymentCollection | null;

  @Field(() => String, { nullable: true, description: '1 to 70 characters.' })
  creditorName?: string | null;

  @Field(() => String, { nullable: true })
  creditorId?: string | null;

  @Field(() => String, { nullable: true })
  creditorIban?: string | null;

  @Field(() => String, { nullable: true, description: '8 or 11 characters.' })
  creditorBic?: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 14.' })
  leadDays?: number | null;

  @Field(() => PainVersion, { nullable: true })
  painVersion?: PainVersion | null;

  @Field(() => Int, { nullable: true, description: '1 to 28.' })
  collectionDay?: number | null;

  @Field(() => Float, { nullable: true, description: '0 to 100, at most two decimals.' })
  subscriptionVatRatePercent?: number | null;

  @Field(() => Float, { nullable: true, description: '0 to 100, at most two decimals.' })
  shopVatRatePercent?: number | null;

  @Field(() => Int, { nullable: true, description: 'At least 1.' })
  unusualAmountCents?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Another text than the last makes a new version; mandates keep the one they were signed on. At most 5,000 characters.',
  })
  mandateText?: string | null;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class PaymentSettingsPayload {
  @Field(() => PaymentSettings)
  paymentSettings: PaymentSettings;
}
