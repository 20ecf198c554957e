// What a gym collects with.
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { PaymentCollection } from '../gym/gym.type.ts';

export enum PainVersion {
  PAIN_008_001_08 = 'PAIN_008_001_08',
  PAIN_008_001_02 = 'PAIN_008_001_02',
}
registerEnumType(PainVersion, {
  name: 'PainVersion',
  description: 'The version of the file for the bank. PAIN_008_001_02: for banks that do not take the newer one.',
});

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class MandateText {
  @Field(() => Int, { description: "0: Spotter's own text." })
  version: number;

  @Field(() => String, { description: "`{creditor}` stands for the creditor's name." })
  text: string;

  @Field(() => DateTime, { nullable: true })
  createdAt: string | null;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class OpenLines {
  @Field(() => Int)
  count: number;

  @Field(() => Money)
  total: Money;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class PaymentSettings {
  @Field(() => PaymentCollection)
  collection: PaymentCollection;

  @Field(() => String, { nullable: true, description: 'Who collects, as it stands on bank statements.' })
  creditorName: string | null;

  @Field(() => String, { nullable: true, description: 'The SEPA creditor identifier.' })
  creditorId: string | null;

  @Field(() => String, { nullable: true, description: 'Where the money goes.' })
  creditorIban: string | null;

  @Field(() => String, { nullable: true })
  creditorBic: string | null;

  @Field(() => Boolean, { description: 'Whether a batch can be made: name, identifier and IBAN are there.' })
  isCreditorComplete: boolean;

  @Field(() => Int, { description: 'Business days of TARGET between the file and the day of collection.' })
  leadDays: number;

  @Field(() => PainVersion)
  painVersion: PainVersion;

  @Field(() => Int, { description: 'The day of the month that is proposed for collecting, 1 to 28.' })
  collectionDay: number;

  @Field(() => Float, { description: 'Of a new subscription type.' })
  subscriptionVatRatePercent: number;

  @Field(() => Float, { description: 'Of a new shop item.' })
  shopVatRatePercent: number;

  @Field(() => Money, { description: 'A collection above it is pointed out before it goes to the bank.' })
  unusualAmount: Money;

  @Field(() => MandateText, { description: 'What members sign now.' })
  mandateText: MandateText;

  @Field(() => OpenLines, { description: 'Unpaid lines that SEPA direct debit is to collect.' })
  openOnAccount: OpenLines;

  @Field(() => OpenLines, { description: 'Unpaid lines that are to be paid at Stripe.' })
  openAtStripe: OpenLines;
}
