// Something the linked employee should act on, about one member.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { jsonObject } from '../../database/json-sql.ts';
import { Audience } from '../../graphql/audience.ts';
import type { Asked } from '../../graphql/branch.ts';
import { connectionOf } from '../../graphql/connection.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { Employee, employeeJson } from '../staff/employee.entity.ts';

export enum NotificationKind {
  CUSTOM = 'CUSTOM',
  BIRTHDAY = 'BIRTHDAY',
  ABSENCE = 'ABSENCE',
  DOWNWARD_TREND = 'DOWNWARD_TREND',
  CHECKUP_DUE = 'CHECKUP_DUE',
  NO_EMPLOYEE = 'NO_EMPLOYEE',
  SUBSCRIPTION_ENDING = 'SUBSCRIPTION_ENDING',
  PAYMENT_FAILED = 'PAYMENT_FAILED',
  FIRST_SESSION = 'FIRST_SESSION',
}
registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'CUSTOM: made by staff. The others come from rules.',
});

export enum NotificationStatus {
  OPEN = 'OPEN',
  COMPLETED = 'COMPLETED',
}
registerEnumType(NotificationStatus, { name: 'NotificationStatus' });

export enum NotificationOutcome {
  SPOKE = 'SPOKE',
  MESSAGE_SENT = 'MESSAGE_SENT',
  NO_ANSWER = 'NO_ANSWER',
}
registerEnumType(NotificationOutcome, {
  name: 'NotificationOutcome',
  description: 'What came of it, as who completed it says.',
});

export enum NotificationClosedReason {
  CAME_BACK = 'CAME_BACK',
  RECOVERED = 'RECOVERED',
  CHECKUP_PLANNED = 'CHECKUP_PLANNED',
  EMPLOYEE_LINKED = 'EMPLOYEE_LINKED',
  CONTINUES = 'CONTINUES',
  PAID = 'PAID',
  PASSED = 'PASSED',
  NO_SUBSCRIPTION = 'NO_SUBSCRIPTION',
  NO_LONGER_TRUE = 'NO_LONGER_TRUE',
  DELETED = 'DELETED',
}
registerEnumType(NotificationClosedReason, {
  name: 'NotificationClosedReason',
  description: 'DELETED: by an Admin, with all that were open. The others: what it was about is over.',
});

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'notification' })
export class Notification implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'uuid', fieldName: 'member_id' })
  memberId: string;

  @Field(() => NotificationKind)
  @Property({ type: 'string' })
  kind: NotificationKind;

  @Field(() => String)
  @Property({ type: 'string' })
  message: string;

  @Field(() => LocalDate)
  @Property({ type: 'date' })
  dueOn: string;

  @Field(() => DateTime)
  @Property({ type: 'datetime' })
  createdAt: Date;

  @Property({ type: 'uuid', nullable: true, fieldName: 'created_by' })
  createdById: string | null;

  @Field(() => Employee, { nullable: true, description: 'Null when a rule made it.' })
  createdBy: Employee | null;

  @Field(() => DateTime, { nullable: true, description: 'Null while it is open.' })
  @Property({ type: 'datetime', nullable: true })
  completedAt: Date | null;

  @Property({ type: 'uuid', nullable: true, fieldName: 'completed_by' })
  completedById: string | null;

  @Field(() => Employee, { nullable: true })
  completedBy: Employee | null;

  @Field(() => NotificationOutcome, { nullable: true })
  @Property({ type: 'string', nullable: true })
  outcome: NotificationOutcome | null;

  @Field(() => NotificationClosedReason, {
    nullable: true,
    description:
      'Why it was closed without anybody acting on it; null while it is open, and when somebody completed it.',
  })
  @Property({ type: 'string', nullable: true })
  closedReason: NotificationClosedReason | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Whom it is for does not see it on the dashboard before this day.',
  })
  @Property({ type: 'date', nullable: true })
  snoozedUntil: string | null;

  @Property({ type: 'uuid', nullable: true, fieldName: 'employee_id' })
  employeeId: string | null;

  @Field(() => Employee, {
    nullable: true,
    description: "Whose it is: the member's linked employee, or who was given it.",
  })
  assignee: Employee | null;

  @Field(() => Boolean, { description: 'It was given to somebody, and does not follow the linked employee.' })
  isReassigned: boolean;

  @Property({ type: 'uuid', nullable: true, fieldName: 'note_id' })
  noteId: string | null;
}

export const NotificationConnection = connectionOf('Notification', () => Notification);
export type NotificationConnection = InstanceType<typeof NotificationConnection>;

const employeeOf = (id: string): string =>
  `(select ${employeeJson('e')} from employee e where e.gym_id = n.gym_id and e.id = ${id})`;

/** The member's linked employee, or who was given it. */
const assigneeId = `coalesce(n.employee_id,
  (select x.employee_id from member x where x.gym_id = n.gym_id and x.id = n.member_id))`;

const columns = {
  id: 'n.id',
  memberId: 'n.member_id',
  kind: 'n.kind',
  message: 'n.message',
  dueOn: 'n.due_on',
  createdAt: 'n.created_at',
  completedAt: 'n.completed_at',
  outcome: 'n.outcome',
  closedReason: 'n.closed_reason',
  snoozedUntil: 'n.snoozed_until',
  isReassigned: 'n.employee_id is not null',
  createdBy: employeeOf('n.created_by'),
  completedBy: employeeOf('n.completed_by'),
  assignee: employeeOf(assigneeId),
};

/** From a notification n, as far as it is asked for. */
export const notificationJson = (asked: Asked = () => true): string =>
  jsonObject(columns, asked, ['id', 'memberId', 'dueOn', 'createdAt', 'completedAt']);
