import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { Registration } from '../visit/registration.type.ts';
import { Session } from '../visit/session.type.ts';

@InputType()
export class AddSessionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => ID)
  sessionTypeId: string;

  @Field(() => ID)
  calendarId: string;

  @Field(() => LocalDate)
  on: string;

  @Field(() => String, { description: "HH:MM on the gym's clock." })
  at: string;

  @Field(() => Int, { description: '5 to 1440.' })
  durationMinutes: number;

  @Field(() => Int, { description: '1 to 1000.' })
  places: number;

  @Field(() => ID, { nullable: true })
  employeeId?: string | null;
}

@InputType({ description: 'What is absent stays as it is.' })
export class ChangeSessionInput {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { nullable: true })
  sessionTypeId?: string | null;

  @Field(() => ID, { nullable: true })
  calendarId?: string | null;

  @Field(() => LocalDate, { nullable: true })
  on?: string | null;

  @Field(() => String, { nullable: true, description: "HH:MM on the gym's clock." })
  at?: string | null;

  @Field(() => Int, { nullable: true })
  durationMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Not below those that are taken: PLACES_TAKEN.' })
  places?: number | null;

  @Field(() => ID, { nullable: true, description: 'Null: nobody.' })
  employeeId?: string | null;
}

@InputType()
export class CancelSessionInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true, description: 'At most 200 characters, shown to the members.' })
  reason?: string | null;
}

@InputType()
export class SessionIdInput {
  @Field(() => ID)
  id: string;
}

@ArgsType()
export class WeekSessionsArgs {
  @Field(() => LocalDate)
  from: string;

  @Field(() => Int, { defaultValue: 7, description: '1 to 31.' })
  days: number;

  @Field(() => ID, { nullable: true })
  calendarId?: string | null;
}

@ArgsType()
export class EmployeeSessionsArgs {
  @Field(() => LocalDate, { nullable: true, description: 'Today when absent.' })
  from?: string | null;

  @Field(() => Int, { defaultValue: 1, description: '1 to 31.' })
  days: number;
}

@ArgsType()
export class NextSessionArgs {
  @Field(() => ID, { nullable: true })
  calendarId?: string | null;

  @Field(() => ID, { nullable: true })
  employeeId?: string | null;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class SessionPayload {
  @Field(() => Session)
  session: Session;

  @Field(() => [Registration], { description: 'Of those who moved up from the waiting list, when there came places.' })
  movedUp: Registration[];

  @Field(() => Int, {
    description:
      'How many members were told: those registered and waiting, of a new time, of calling off and restoring.',
  })
  toldCount: number;
}
