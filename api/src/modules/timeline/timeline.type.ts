// What happened about a member, as one feed: who, when, what, and whether it can be taken back.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { PageInfo } from '../../graphql/connection.ts';
import { Money } from '../../graphql/money.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { Employee } from '../staff/employee.entity.ts';

export enum TimelineKind {
  VISIT = 'VISIT',
  NOTE = 'NOTE',
  NOTIFICATION = 'NOTIFICATION',
  CHECKUP = 'CHECKUP',
  TAG = 'TAG',
  ATTACHMENT = 'ATTACHMENT',
  RESULT = 'RESULT',
  SUBSCRIPTION = 'SUBSCRIPTION',
  PURCHASE = 'PURCHASE',
  PAYMENT = 'PAYMENT',
  MANDATE = 'MANDATE',
  DETAILS = 'DETAILS',
}
registerEnumType(TimelineKind, {
  name: 'TimelineKind',
  description: 'What the timeline can be narrowed to. DETAILS: contact details and the linked employee.',
});

export enum TimelineEvent {
  VISITED = 'VISITED',
  NO_SHOW = 'NO_SHOW',
  REGISTRATION_CANCELLED = 'REGISTRATION_CANCELLED',
  NOTE_ADDED = 'NOTE_ADDED',
  NOTE_RETRACTED = 'NOTE_RETRACTED',
  NOTE_RESTORED = 'NOTE_RESTORED',
  NOTIFICATION_MADE = 'NOTIFICATION_MADE',
  NOTIFICATION_COMPLETED = 'NOTIFICATION_COMPLETED',
  NOTIFICATION_CLOSED = 'NOTIFICATION_CLOSED',
  NOTIFICATION_REOPENED = 'NOTIFICATION_REOPENED',
  NOTIFICATION_SNOOZED = 'NOTIFICATION_SNOOZED',
  NOTIFICATION_REASSIGNED = 'NOTIFICATION_REASSIGNED',
  CHECKUP_PLANNED = 'CHECKUP_PLANNED',
  CHECKUP_MOVED = 'CHECKUP_MOVED',
  CHECKUP_COMPLETED = 'CHECKUP_COMPLETED',
  CHECKUP_CANCELLED = 'CHECKUP_CANCELLED',
  TAG_ADDED = 'TAG_ADDED',
  TAG_CHANGED = 'TAG_CHANGED',
  TAG_REMOVED = 'TAG_REMOVED',
  ATTACHMENT_ADDED = 'ATTACHMENT_ADDED',
  ATTACHMENT_RENAMED = 'ATTACHMENT_RENAMED',
  ATTACHMENT_DELETED = 'ATTACHMENT_DELETED',
  ATTACHMENT_RESTORED = 'ATTACHMENT_RESTORED',
  RESULT_LOGGED = 'RESULT_LOGGED',
  SUBSCRIPTION_ADDED = 'SUBSCRIPTION_ADDED',
  SUBSCRIPTION_CHANGED = 'SUBSCRIPTION_CHANGED',
  SUBSCRIPTION_CANCELLED = 'SUBSCRIPTION_CANCELLED',
  PURCHASED = 'PURCHASED',
  CORRECTED = 'CORRECTED',
  PAID = 'PAID',
  REFUNDED = 'REFUNDED',
  RETURNED = 'RETURNED',
  MANDATE_SIGNED = 'MANDATE_SIGNED',
  MANDATE_REVOKED = 'MANDATE_REVOKED',
  EMPLOYEE_LINKED = 'EMPLOYEE_LINKED',
  DETAILS_CHANGED = 'DETAILS_CHANGED',
}
registerEnumType(TimelineEvent, { name: 'TimelineEvent' });

export enum RevertRefusal {
  REVERTED = 'REVERTED',
  CHANGED_SINCE = 'CHANGED_SINCE',
  TOO_OLD = 'TOO_OLD',
  PASSED = 'PASSED',
  NOT_ALLOWED = 'NOT_ALLOWED',
  NEVER = 'NEVER',
}
registerEnumType(RevertRefusal, {
  name: 'RevertRefusal',
  description:
    'REVERTED: it is as it was before already. CHANGED_SINCE: somebody has changed it again. TOO_OLD: longer than 30 days ago. PASSED: the time that it would go back to has passed. NOT_ALLOWED: not for you. NEVER: changes of this kind are not.',
});

@Audience('STAFF')
@ObjectType({ simpleResolvers: true, description: 'One value as it was and as it became.' })
export class TimelineChange {
  @Field(() => String, {
    description:
      'The name of the field, as in the schema: startsAt (an instant), expiresOn and snoozedUntil (days), employee (a name), email …',
  })
  field: string;

  @Field(() => String, { nullable: true })
  before: string | null;

  @Field(() => String, { nullable: true })
  after: string | null;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class TimelineRevert {
  @Field(() => ID, { description: 'For revertChange.' })
  auditId: string;

  @Field(() => RevertRefusal, { nullable: true, description: 'Why it cannot be reverted now; null: it can.' })
  refusal: RevertRefusal | null;
}

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
export class TimelineEntry implements Node {
  id: string;

  @Field(() => TimelineKind)
  kind: TimelineKind;

  @Field(() => TimelineEvent)
  event: TimelineEvent;

  @Field(() => DateTime)
  happenedAt: string;

  @Field(() => Employee, { nullable: true, description: 'Null: the member, a rule, the bank or the system.' })
  actor: Employee | null;

  @Field(() => ID, { nullable: true, description: 'Of the note, notification, session, purchase … that it is about.' })
  subjectId: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What it is about, in the words of the gym: the type of a session, the text of a note, the name of a tag, what was bought. Null for a note that is retracted.',
  })
  title: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The score of a result, the reason of a correction, of a refund or of revoking a mandate.',
  })
  detail: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'An outcome or reason of a notification as in the schema; the reason code of a return.',
  })
  reason: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the session or check-up starts.' })
  startsAt: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day that a notification is due, a change of a subscription takes effect, or a tag ends.',
  })
  day: string | null;

  @Field(() => Money, { nullable: true })
  amount: Money | null;

  @Field(() => Boolean, {
    description: 'A note that was retracted since, a file deleted, a purchase cancelled, a change undone.',
  })
  isTakenBack: boolean;

  @Field(() => [TimelineChange])
  changes: TimelineChange[];

  @Field(() => TimelineRevert, { nullable: true, description: 'Null for what is never reverted here.' })
  revert: TimelineRevert | null;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class TimelineEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => TimelineEntry)
  node: TimelineEntry;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true, description: 'Without a total: counting would read all of the history.' })
export class TimelineConnection {
  @Field(() => [TimelineEntry])
  nodes: TimelineEntry[];

  @Field(() => [TimelineEdge])
  edges: TimelineEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
