// What an employee who leaves would hand over, and that it was.
import { Field, ID, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { DateTime } from '../../graphql/scalars.ts';

export enum HandOverKind {
  MEMBERS = 'MEMBERS',
  NOTIFICATIONS = 'NOTIFICATIONS',
  CHECKUPS = 'CHECKUPS',
  CHECKLISTS = 'CHECKLISTS',
}
registerEnumType(HandOverKind, {
  name: 'HandOverKind',
  description:
    'MEMBERS: those linked. The others: what is open, of linked members or given to the employee; check-ups that are planned, also of the last 14 days.',
});

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class HandOverItem {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  memberName: string;

  @Field(() => String, { nullable: true, description: 'Of a notification what it says, of a checklist its name.' })
  text: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Of a check-up, when it starts.' })
  at: Date | null;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true, description: 'All of one kind, and who would take it over.' })
export class HandOverLot {
  @Field(() => HandOverKind)
  kind: HandOverKind;

  @Field(() => Int)
  count: number;

  @Field(() => [HandOverItem], { description: 'By the name of the member; the first 50.' })
  items: HandOverItem[];

  @Field(() => ID)
  takerId: string;

  @Field(() => String)
  takerName: string;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class HandOverPreview {
  @Field(() => String, { description: 'Stands for exactly this preview: give it to handOver.' })
  token: string;

  @Field(() => String)
  employeeName: string;

  @Field(() => [HandOverLot], { description: 'One of each kind.' })
  lots: HandOverLot[];
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true, description: 'How much was handed over.' })
export class HandedOver {
  @Field(() => Int)
  memberCount: number;

  @Field(() => Int)
  notificationCount: number;

  @Field(() => Int)
  checkupCount: number;

  @Field(() => Int)
  checklistCount: number;
}

@Audience('ADMIN')
@ObjectType({
  simpleResolvers: true,
  description: 'Something changed since the preview: nothing was done. This is how it looks now.',
})
export class HandOverConflict {
  @Field(() => HandOverPreview)
  preview: HandOverPreview;
}

// Told apart by their classes, as ChangeSubscriptionResult is.
export const HandOverResult = createUnionType({
  name: 'HandOverResult',
  types: () => [HandedOver, HandOverConflict] as const,
});
