import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { ConnectionInput } from '../../graphql/connection.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { Member } from '../member/member.entity.ts';
import { Notification, NotificationOutcome, NotificationStatus } from './notification.entity.ts';

@ArgsType()
export class NotificationsInput extends ConnectionInput {
  @Field(() => NotificationStatus, { nullable: true, description: 'Absent: both.' })
  @IsOptional()
  status?: NotificationStatus | null;
}

@InputType()
export class ScheduleNotificationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => ID)
  memberId: string;

  @Field(() => LocalDate, { description: "After today in the gym's time zone." })
  dueOn: string;

  @Field(() => String, { description: '1 to 500 characters.' })
  message: string;
}

@InputType()
export class CompleteNotificationInput {
  @Field(() => ID)
  id: string;

  @Field(() => NotificationOutcome, { nullable: true })
  outcome?: NotificationOutcome | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Written down about the member in the same step: 1 to 10,000 characters. Sent again, it makes no second one.',
  })
  note?: string | null;
}

@InputType()
export class ReopenNotificationInput {
  @Field(() => ID)
  id: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Takes the note back that was written with completing it, where the viewer may.',
  })
  retractNote?: boolean | null;
}

@InputType()
export class SnoozeNotificationInput {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: "After today in the gym's time zone; null: not snoozed any more.",
  })
  until?: string | null;
}

@InputType()
export class ReassignNotificationInput {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { nullable: true, description: "Null: whoever is the member's linked employee." })
  employeeId?: string | null;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class NotificationPayload {
  @Field(() => Notification)
  notification: Notification;

  @Field(() => Member)
  member: Member;
}
