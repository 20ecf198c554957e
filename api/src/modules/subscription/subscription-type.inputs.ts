import { Field, Float, ID, InputType, Int } from 'type-graphql';

@InputType()
export class CreateSubscriptionTypeInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => String, { description: '1 to 80 characters; unique among those in use.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Up to 1,000 characters.' })
  description?: string | null;

  @Field(() => Boolean, { description: 'Charged every month or year; else bought once. Stays as it is.' })
  isRecurring: boolean;

  @Field(() => Boolean, { defaultValue: true })
  isVisibleToMembers: boolean;

  @Field(() => Boolean, { defaultValue: false })
  isExperienceRequired: boolean;

  @Field(() => Int, { description: 'Recurring: a month. One-off: once. VAT included; 0 to 99,999,999.' })
  priceCents: number;

  @Field(() => Int, { nullable: true, description: 'Recurring only: for a whole year at once.' })
  yearlyPriceCents?: number | null;

  @Field(() => Float, { description: '0 to 100, two decimals at most.' })
  vatRatePercent: number;

  @Field(() => Int, { nullable: true, description: '1 to 999. Recurring: sessions a week. One-off: credits.' })
  sessionLimit?: number | null;

  @Field(() => Int, { nullable: true, description: 'One-off only: 1 to 3,650.' })
  validityDays?: number | null;

  @Field(() => Int, { defaultValue: 0, description: 'Recurring only: 0 to 24.' })
  firstTermMonths: number;

  @Field(() => [ID])
  sessionTypeIds: string[];

  @Field(() => [ID])
  calendarIds: string[];
}

@InputType({ description: 'Absent: untouched. Null: cleared, where that is possible.' })
export class ChangeSubscriptionTypeInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => Boolean, { nullable: true })
  isVisibleToMembers?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  isExperienceRequired?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Of new contracts: those that run keep their price.' })
  priceCents?: number | null;

  @Field(() => Int, { nullable: true })
  yearlyPriceCents?: number | null;

  @Field(() => Float, { nullable: true })
  vatRatePercent?: number | null;

  @Field(() => Int, { nullable: true })
  sessionLimit?: number | null;

  @Field(() => Int, { nullable: true })
  validityDays?: number | null;

  @Field(() => Int, { nullable: true })
  firstTermMonths?: number | null;

  @Field(() => [ID], { nullable: true })
  sessionTypeIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  calendarIds?: string[] | null;
}

@InputType()
export class SubscriptionTypeIdInput {
  @Field(() => ID)
  id: string;
}
