// A scheduled class, with its type and calendar.
import { Field, Int, ObjectType } from 'type-graphql';
import { jsonObject } from '../../database/json-sql.ts';
import { Audience } from '../../graphql/audience.ts';
import type { Asked, Parent } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { Employee, employeeJson } from '../staff/employee.entity.ts';
import { Calendar, calendarJson } from './calendar.entity.ts';
import { SessionType, sessionTypeJson } from './session-type.entity.ts';

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
export class Session implements Node {
  id: string;

  @Field(() => SessionType)
  type: SessionType;

  @Field(() => Calendar)
  calendar: Calendar;

  @Field(() => DateTime)
  startsAt: string;

  @Field(() => DateTime)
  endsAt: string;

  @Field(() => Int)
  durationMinutes: number;

  @Field(() => Int)
  places: number;

  @Field(() => Int, { description: 'Places taken: registered, attended or no-show.' })
  registrationCount: number;

  @Field(() => Boolean, { description: 'No place is free; an Admin may let somebody in all the same.' })
  isFull: boolean;

  @Field(() => Employee, { nullable: true, description: 'Who is responsible.' })
  employee: Employee | null;

  @Field(() => Boolean)
  isCancelled: boolean;

  @Field(() => DateTime, { nullable: true })
  cancelledAt: string | null;

  @Field(() => String, { nullable: true, description: 'As the members were told.' })
  cancellationReason: string | null;
}

/** From a session, as far as it is asked for. */
export const sessionJson = (s: string, asked: Asked = () => true): string => {
  const employee = `(select ${employeeJson('e')} from employee e where e.gym_id = ${s}.gym_id and e.id = ${s}.employee_id)`;
  return jsonObject(
    {
      id: `${s}.id`,
      startsAt: `${s}.starts_at`,
      endsAt: `${s}.starts_at + make_interval(mins => ${s}.duration_minutes)`,
      durationMinutes: `${s}.duration_minutes`,
      places: `${s}.places`,
      registrationCount: `${s}.places_taken`,
      isFull: `${s}.places_taken >= ${s}.places`,
      isCancelled: `${s}.cancelled_at is not null`,
      cancelledAt: `${s}.cancelled_at`,
      cancellationReason: `${s}.cancellation_reason`,
      type: `(select ${sessionTypeJson('t', asked)} from session_type t where t.gym_id = ${s}.gym_id and t.id = ${s}.session_type_id)`,
      calendar: `(select ${calendarJson('c', asked)} from calendar c where c.gym_id = ${s}.gym_id and c.id = ${s}.calendar_id)`,
      employee,
    },
    asked,
    ['id', 'startsAt', ...(asked('isOver') || asked('permissions') ? ['endsAt', 'isCancelled'] : [])],
  );
};

export const sessionParent: Parent<Session> = {
  typeName: 'Session',
  type: Session,
  from: 'from session m',
  base: sessionJson('m'),
};
