// Ordered actions to complete for one member, as their template was when they were assigned.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { jsonList } from '../../database/json-sql.ts';
import { Audience } from '../../graphql/audience.ts';
import type { Asked } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { Employee, employeeJson } from '../staff/employee.entity.ts';

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'checklist_action' })
export class ChecklistAction implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'uuid' })
  checklistId: string;

  @Field(() => String)
  @Property({ type: 'string' })
  text: string;

  @Field(() => DateTime, { nullable: true, description: 'Null while it is to be done.' })
  @Property({ type: 'datetime', nullable: true })
  doneAt: Date | null;

  @Property({ type: 'uuid', nullable: true, fieldName: 'done_by' })
  doneById: string | null;

  @Field(() => Employee, { nullable: true })
  doneBy: Employee | null;
}

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'checklist' })
export class Checklist implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'uuid' })
  memberId: string;

  @Property({ type: 'uuid' })
  templateId: string;

  @Field(() => String)
  @Property({ type: 'string' })
  name: string;

  @Field(() => String, { nullable: true })
  @Property({ type: 'string', nullable: true })
  description: string | null;

  @Field(() => [ChecklistAction], { description: 'In their order.' })
  actions: ChecklistAction[];

  @Property({ type: 'uuid', nullable: true })
  employeeId: string | null;

  @Field(() => Employee, { nullable: true, description: "Whose it is; null: whoever is the member's linked employee." })
  employee: Employee | null;

  @Field(() => DateTime)
  @Property({ type: 'datetime' })
  assignedAt: Date;

  @Field(() => Employee, { nullable: true, description: 'Null when it was assigned by itself.' })
  assignedBy: Employee | null;

  @Field(() => DateTime, { nullable: true, description: 'Null while it is open; the last tick closes it.' })
  @Property({ type: 'datetime', nullable: true })
  closedAt: Date | null;

  @Property({ type: 'uuid', nullable: true, fieldName: 'closed_by' })
  closedById: string | null;

  @Field(() => Employee, { nullable: true })
  closedBy: Employee | null;
}

const employeeOf = (owner: string, id: string): string =>
  `(select ${employeeJson('e')} from employee e where e.gym_id = ${owner}.gym_id and e.id = ${owner}.${id})`;

const actionJson = (asked: Asked): string => `json_build_object('id', a.id, 'text', a.text, 'doneAt', a.done_at
  ${asked('doneBy') ? `, 'doneBy', ${employeeOf('a', 'done_by')}` : ''})`;

/** From a checklist c; the employees only when asked. */
export const checklistJson = (
  asked: Asked = () => true,
): string => `json_build_object('id', c.id, 'memberId', c.member_id, 'name', c.name, 'description', c.description,
  'assignedAt', c.assigned_at, 'closedAt', c.closed_at,
  'actions', ${jsonList(`select ${actionJson(asked)} as j from checklist_action a
    where a.gym_id = c.gym_id and a.checklist_id = c.id order by a.position, a.id`)}
  ${asked('employee') ? `, 'employee', ${employeeOf('c', 'employee_id')}` : ''}
  ${asked('assignedBy') ? `, 'assignedBy', ${employeeOf('c', 'assigned_by')}` : ''}
  ${asked('closedBy') ? `, 'closedBy', ${employeeOf('c', 'closed_by')}` : ''})`;
