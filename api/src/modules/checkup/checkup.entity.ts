// A one-to-one appointment of a member with the linked employee.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Asked } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { Employee, employeeJson } from '../staff/employee.entity.ts';

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'checkup' })
export class Checkup implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'uuid' })
  memberId: string;

  @Property({ type: 'uuid', nullable: true })
  employeeId: string | null;

  @Field(() => Employee, { nullable: true })
  employee: Employee | null;

  @Field(() => DateTime)
  @Property({ type: 'datetime' })
  startsAt: Date;

  @Property({ type: 'datetime' })
  createdAt: Date;

  @Field(() => DateTime, { nullable: true })
  @Property({ type: 'datetime', nullable: true })
  completedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  @Property({ type: 'datetime', nullable: true })
  cancelledAt: Date | null;
}

/** From a check-up k; its employee only when asked. */
export const checkupJson = (
  asked: Asked = () => true,
): string => `json_build_object('id', k.id, 'memberId', k.member_id, 'startsAt', k.starts_at,
  'completedAt', k.completed_at, 'cancelledAt', k.cancelled_at
  ${asked('employee') ? `, 'employee', (select ${employeeJson('e')} from employee e where e.gym_id = k.gym_id and e.id = k.employee_id)` : ''})`;
