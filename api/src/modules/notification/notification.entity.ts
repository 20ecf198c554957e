// Something the linked employee should act on, about one member.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
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
}

export const NotificationConnection = connectionOf('Notification', () => Notification);
export type NotificationConnection = InstanceType<typeof NotificationConnection>;

/** From a notification n; who made and completed it only when asked. */
export const notificationJson = (
  asked: Asked = () => true,
): string => `json_build_object('id', n.id, 'memberId', n.member_id, 'kind', n.kind, 'message', n.message,
  'dueOn', n.due_on, 'createdAt', n.created_at, 'completedAt', n.completed_at
  ${asked('createdBy') ? `, 'createdBy', (select ${employeeJson('e')} from employee e where e.gym_id = n.gym_id and e.id = n.created_by)` : ''}
  ${asked('completedBy') ? `, 'completedBy', (select ${employeeJson('e')} from employee e where e.gym_id = n.gym_id and e.id = n.completed_by)` : ''})`;
