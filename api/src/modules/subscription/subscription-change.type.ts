// What a change of a subscription would do, and what came of it.
import { Field, Float, ID, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Money } from '../../graphql/money.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { Member } from '../member/member.entity.ts';
import { PaymentBlock } from '../payment-details/payment-details.type.ts';
import { PaymentMethod } from '../payment-details/payment-method.type.ts';
import { Calendar } from '../visit/calendar.entity.ts';
import { SessionType } from '../visit/session-type.entity.ts';
import { EarliestEnd, PlannedCharge, SubscriptionBilling } from './subscription-terms.type.ts';
import { SubscriptionType } from './subscription-type.entity.ts';
import { Subscription } from './subscription.type.ts';

export enum SubscriptionChangeKind {
  ADD = 'ADD',
  CHANGE = 'CHANGE',
  CANCEL = 'CANCEL',
}
registerEnumType(SubscriptionChangeKind, { name: 'SubscriptionChangeKind' });

export enum SubscriptionChangeMoment {
  NOW = 'NOW',
  NEXT_PERIOD = 'NEXT_PERIOD',
}
registerEnumType(SubscriptionChangeMoment, {
  name: 'SubscriptionChangeMoment',
  description:
    'NOW: from today, or from its first day when it has not started; what was charged for the days after is credited. NEXT_PERIOD: from the first of the next month, or when its year or validity is over.',
});

export enum SubscriptionRefusal {
  PAYMENT_DETAILS_MISSING = 'PAYMENT_DETAILS_MISSING',
  CHANGE_PENDING = 'CHANGE_PENDING',
  TYPE_ARCHIVED = 'TYPE_ARCHIVED',
  ALREADY_CANCELLED = 'ALREADY_CANCELLED',
  ENDED = 'ENDED',
  NOTHING_CHANGES = 'NOTHING_CHANGES',
  NO_NEXT_PERIOD = 'NO_NEXT_PERIOD',
  BOUGHT_ONCE = 'BOUGHT_ONCE',
  OVERLAPS = 'OVERLAPS',
  PAID_BY_QR = 'PAID_BY_QR',
  NOTHING_TO_UNDO = 'NOTHING_TO_UNDO',
  TOO_LATE_TO_UNDO = 'TOO_LATE_TO_UNDO',
}
registerEnumType(SubscriptionRefusal, {
  name: 'SubscriptionRefusal',
  description: 'Why a change cannot be made as things stand; the message says it in English.',
});

export enum PreviewedRole {
  ENDS = 'ENDS',
  STARTS = 'STARTS',
  CHANGES = 'CHANGES',
  NEVER_STARTS = 'NEVER_STARTS',
  STAYS = 'STAYS',
}
registerEnumType(PreviewedRole, {
  name: 'PreviewedRole',
  description: 'What the change does with a subscription. NEVER_STARTS: it is taken back before it began.',
});

@Audience('STAFF')
@ObjectType({ simpleResolvers: true, description: 'A line that the change writes at once; negative: a credit.' })
export class PreviewedLine {
  @Field(() => String)
  description: string;

  @Field(() => LocalDate)
  periodStartsOn: string;

  @Field(() => LocalDate, { nullable: true })
  periodEndsOn: string | null;

  @Field(() => Money, { description: 'VAT included.' })
  total: Money;

  @Field(() => Money, { description: 'The VAT within the total.' })
  vat: Money;

  @Field(() => Float, { description: 'In percent, e.g. 9.' })
  vatRatePercent: number;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true, description: 'A subscription as it will be after the change.' })
export class PreviewedSubscription {
  @Field(() => ID, { nullable: true, description: 'Null: it does not exist yet.' })
  subscriptionId: string | null;

  @Field(() => PreviewedRole)
  role: PreviewedRole;

  @Field(() => SubscriptionType)
  type: SubscriptionType;

  @Field(() => LocalDate)
  startsOn: string;

  @Field(() => LocalDate, { nullable: true })
  endsOn: string | null;

  @Field(() => SubscriptionBilling)
  billing: SubscriptionBilling;

  @Field(() => Money, { description: 'A period, VAT included.' })
  price: Money;

  @Field(() => Int, {
    nullable: true,
    description: 'Sessions a week, or in all of what is bought once; null: no limit.',
  })
  sessionLimit: number | null;

  @Field(() => [SessionType])
  sessionTypes: SessionType[];

  @Field(() => [Calendar])
  calendars: Calendar[];
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class SubscriptionChangePreview {
  @Field(() => String, { description: 'Stands for exactly this preview: give it to changeSubscription.' })
  token: string;

  @Field(() => LocalDate, { description: 'The first day on which something is different.' })
  effectiveOn: string;

  @Field(() => [PreviewedLine], { description: 'Written at once, when the change is made.' })
  lines: PreviewedLine[];

  @Field(() => Money, { description: 'Of the lines; negative when more is credited than charged.' })
  total: Money;

  @Field(() => Money, { description: 'The VAT within the total.' })
  vat: Money;

  @Field(() => PaymentMethod, { nullable: true, description: 'How the lines will be paid; null when there are none.' })
  paymentMethod: PaymentMethod | null;

  @Field(() => [PreviewedSubscription], {
    description: "The member's current and pending subscriptions as they will be, the earliest start first.",
  })
  subscriptions: PreviewedSubscription[];

  @Field(() => [PlannedCharge], { description: 'The three charges that come after the lines.' })
  nextCharges: PlannedCharge[];

  @Field(() => EarliestEnd, { nullable: true, description: 'Of the subscription that is cancelled.' })
  earliestEnd: EarliestEnd | null;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true, description: 'It cannot be done as things stand; nothing was changed.' })
export class SubscriptionChangeRefused {
  @Field(() => SubscriptionRefusal)
  reason: SubscriptionRefusal;

  @Field(() => String)
  message: string;

  @Field(() => PaymentBlock, { nullable: true, description: 'Of PAYMENT_DETAILS_MISSING: what is missing.' })
  paymentBlock: PaymentBlock | null;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class SubscriptionChanged {
  @Field(() => Member)
  member: Member;

  @Field(() => Subscription, { nullable: true, description: 'The new or changed one; null when undoing took it back.' })
  subscription: Subscription | null;
}

@Audience('STAFF')
@ObjectType({
  simpleResolvers: true,
  description: 'Something changed since the preview, or the day did: nothing was done. This is how it looks now.',
})
export class SubscriptionChangeConflict {
  @Field(() => SubscriptionChangePreview)
  preview: SubscriptionChangePreview;
}

// Told apart by their classes. A function of ours would be wrapped in a promise, which compiled queries cannot wait for.
export const PreviewSubscriptionChangeResult = createUnionType({
  name: 'PreviewSubscriptionChangeResult',
  types: () => [SubscriptionChangePreview, SubscriptionChangeRefused] as const,
});

export const ChangeSubscriptionResult = createUnionType({
  name: 'ChangeSubscriptionResult',
  types: () => [SubscriptionChanged, SubscriptionChangeConflict, SubscriptionChangeRefused] as const,
});
