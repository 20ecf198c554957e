import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';
import { Session } from '../visit/session.type.ts';
import { ScheduleSlot } from './schedule-slot.entity.ts';

@InputType()
export class CreateScheduleSlotInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => ID)
  calendarId: string;

  @Field(() => ID)
  sessionTypeId: string;

  @Field(() => Int, { description: '1 is Monday, 7 Sunday.' })
  weekday: number;

  @Field(() => String, { description: "HH:MM on the gym's clock." })
  startsAt: string;

  @Field(() => Int, { description: '5 to 1440.' })
  durationMinutes: number;

  @Field(() => Int, { description: '1 to 1000.' })
  places: number;

  @Field(() => ID, { nullable: true })
  employeeId?: string | null;
}

@InputType({ description: 'What is absent stays as it is. Sessions that were made from it are not changed.' })
export class ChangeScheduleSlotInput {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { nullable: true })
  calendarId?: string | null;

  @Field(() => ID, { nullable: true })
  sessionTypeId?: string | null;

  @Field(() => Int, { nullable: true })
  weekday?: number | null;

  @Field(() => String, { nullable: true })
  startsAt?: string | null;

  @Field(() => Int, { nullable: true })
  durationMinutes?: number | null;

  @Field(() => Int, { nullable: true })
  places?: number | null;

  @Field(() => ID, { nullable: true, description: 'Null: nobody.' })
  employeeId?: string | null;
}

@InputType()
export class ScheduleSlotIdInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class FillWeekInput {
  @Field(() => ID)
  calendarId: string;

  @Field(() => LocalDate, { description: 'A Monday.' })
  weekStartsOn: string;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class ScheduleSlotPayload {
  @Field(() => ScheduleSlot)
  slot: ScheduleSlot;
}

export enum SkipReason {
  ALREADY_THERE = 'ALREADY_THERE',
  CANCELLED = 'CANCELLED',
  SESSION_TYPE_ARCHIVED = 'SESSION_TYPE_ARCHIVED',
  IN_PAST = 'IN_PAST',
}
registerEnumType(SkipReason, {
  name: 'SkipReason',
  description: 'CANCELLED: it was made before and called off.',
});

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class SkippedSlot {
  @Field(() => ScheduleSlot)
  slot: ScheduleSlot;

  @Field(() => LocalDate)
  on: string;

  @Field(() => DateTime)
  startsAt: Date;

  @Field(() => SkipReason)
  reason: SkipReason;

  @Field(() => Session, { nullable: true, description: 'The one that is there, or was called off.' })
  session: Session | null;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class FillWeekPayload {
  @Field(() => [Session])
  created: Session[];

  @Field(() => [SkippedSlot])
  skipped: SkippedSlot[];
}
