import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { DateTime } from '../../graphql/scalars.ts';
import { PayWith } from './pay-with.ts';

@InputType()
export class OverrideInput {
  @Field(() => String, { description: '1 to 200 characters; kept with the registration.' })
  reason: string;
}

@InputType()
export class RegisterMemberInput {
  @Field(() => ID, {
    description: 'A UUID made by the client, of the registration: sending it again answers what the first one did.',
  })
  id: string;

  @Field(() => ID)
  sessionId: string;

  @Field(() => ID)
  memberId: string;

  @Field(() => PayWith, { defaultValue: PayWith.SUBSCRIPTION })
  payWith: PayWith;

  @Field(() => Int, { nullable: true, description: 'As the screen showed it: another price is refused.' })
  singleSessionPriceCents?: number | null;

  @Field(() => OverrideInput, { nullable: true, description: 'By an Admin: although the rules say no.' })
  override?: OverrideInput | null;
}

@InputType()
export class RegistrationIdInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class JoinWaitingListInput {
  @Field(() => ID, {
    description: 'A UUID made by the client, of the entry: sending it again answers what the first one did.',
  })
  id: string;

  @Field(() => ID)
  sessionId: string;

  @Field(() => ID)
  memberId: string;

  @Field(() => PayWith, { defaultValue: PayWith.SUBSCRIPTION })
  payWith: PayWith;
}

@InputType()
export class WaitingListEntryIdInput {
  @Field(() => ID)
  id: string;
}

export enum AttendanceStatus {
  REGISTERED = 'REGISTERED',
  ATTENDED = 'ATTENDED',
  NO_SHOW = 'NO_SHOW',
}
registerEnumType(AttendanceStatus, { name: 'AttendanceStatus', description: 'REGISTERED takes a mark away.' });

@InputType()
export class AttendanceMarkInput {
  @Field(() => ID)
  registrationId: string;

  @Field(() => AttendanceStatus)
  status: AttendanceStatus;

  @Field(() => DateTime, { description: 'By the clock of the device: of two marks the later one counts.' })
  markedAt: Date;
}

@InputType()
export class MarkAttendanceInput {
  @Field(() => ID, { description: 'A UUID made by the client: sending it again, however late, changes nothing.' })
  id: string;

  @Field(() => ID)
  sessionId: string;

  @Field(() => [AttendanceMarkInput], { description: 'At most 500.' })
  marks: AttendanceMarkInput[];
}
