import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../graphql/scalars.ts';
import { SubscriptionChangeKind, SubscriptionChangeMoment } from './subscription-change.type.ts';
import { SubscriptionBilling } from './subscription-terms.type.ts';

@InputType({ description: 'What should change. Absent or null: it stays, or is as the type has it.' })
export class SubscriptionChangeInput {
  @Field(() => ID)
  memberId: string;

  @Field(() => SubscriptionChangeKind)
  kind: SubscriptionChangeKind;

  @Field(() => ID, { nullable: true, description: 'Which one to change or cancel.' })
  subscriptionId?: string | null;

  @Field(() => SubscriptionChangeMoment, { nullable: true, description: 'Of CHANGE; NOW when absent.' })
  effective?: SubscriptionChangeMoment | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of ADD: the first day; today when absent.' })
  startsOn?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Of CANCEL: the last day; the earliest legal one when absent. Of ADD: the last day, when it is agreed.',
  })
  endsOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'The subscription type; needed to ADD.' })
  typeId?: string | null;

  @Field(() => SubscriptionBilling, { nullable: true })
  billing?: SubscriptionBilling | null;

  @Field(() => Int, { nullable: true, description: 'A period, VAT included.' })
  priceCents?: number | null;

  @Field(() => [ID], { nullable: true })
  sessionTypeIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  calendarIds?: string[] | null;
}

@InputType()
export class ChangeSubscriptionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one did.',
  })
  id?: string | null;

  @Field(() => SubscriptionChangeInput)
  change: SubscriptionChangeInput;

  @Field(() => String, { description: 'Of the preview that was shown.' })
  token: string;
}

@InputType()
export class UndoSubscriptionChangeInput {
  @Field(() => ID, { nullable: true, description: 'A UUID made by the client: sending it again undoes nothing more.' })
  id?: string | null;

  @Field(() => ID, { description: 'A subscription whose isUndoable is true.' })
  subscriptionId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The id that the change was made with: nothing else is undone. Absent: what is undone next.',
  })
  changeId?: string | null;
}
