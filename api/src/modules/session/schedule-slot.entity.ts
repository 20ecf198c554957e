// One line of the weekly schedule, at the same time on the gym's clock all year round.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Parent } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';
import { Employee, employeeJson } from '../staff/employee.entity.ts';
import { Calendar, calendarJson } from '../visit/calendar.entity.ts';
import { SessionType, sessionTypeJson } from '../visit/session-type.entity.ts';

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'schedule_slot' })
export class ScheduleSlot implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'uuid' })
  calendarId: string;

  @Property({ type: 'uuid' })
  sessionTypeId: string;

  @Field(() => Int, { description: '1 is Monday, 7 Sunday.' })
  @Property({ type: 'integer' })
  weekday: number;

  @Field(() => String, { description: "HH:MM on the gym's clock, the same in summer and winter." })
  @Property({ type: 'time' })
  startsAt: string;

  @Field(() => Int)
  @Property({ type: 'integer' })
  durationMinutes: number;

  @Field(() => Int)
  @Property({ type: 'integer' })
  places: number;

  @Property({ type: 'uuid', nullable: true })
  employeeId: string | null;

  @Field(() => SessionType)
  type: SessionType;

  @Field(() => Calendar)
  calendar: Calendar;

  @Field(() => Employee, { nullable: true, description: 'Who is responsible.' })
  employee: Employee | null;
}

export const scheduleSlotJson = (t: string): string => `json_build_object('id', ${t}.id, 'weekday', ${t}.weekday,
  'startsAt', to_char(${t}.starts_at, 'HH24:MI'), 'durationMinutes', ${t}.duration_minutes, 'places', ${t}.places,
  'type', (select ${sessionTypeJson('y')} from session_type y where y.gym_id = ${t}.gym_id and y.id = ${t}.session_type_id),
  'calendar', (select ${calendarJson('c')} from calendar c where c.gym_id = ${t}.gym_id and c.id = ${t}.calendar_id),
  'employee', (select ${employeeJson('e')} from employee e where e.gym_id = ${t}.gym_id and e.id = ${t}.employee_id))`;

export const scheduleSlotParent: Parent<ScheduleSlot> = {
  typeName: 'ScheduleSlot',
  type: ScheduleSlot,
  from: 'from schedule_slot m',
  base: scheduleSlotJson('m'),
};
