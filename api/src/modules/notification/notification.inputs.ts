import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { ConnectionInput } from '../../graphql/connection.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { Member } from '../member/member.entity.ts';
import { Notification, NotificationStatus } from './notification.entity.ts';

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
export class NotificationIdInput {
  @Field(() => ID)
  id: string;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class NotificationPayload {
  @Field(() => Notification)
  notification: Notification;

  @Field(() => Member)
  member: Member;
}
