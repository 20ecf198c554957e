import './notify-of-returns.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getMember } from '../member/get-member.ts';
import { Member } from '../member/member.entity.ts';
import { completeNotification, reopenNotification } from './complete-notification.ts';
import { Notification } from './notification.entity.ts';
import { NotificationIdInput, NotificationPayload, ScheduleNotificationInput } from './notification.inputs.ts';
import { scheduleNotification } from './schedule-notification.ts';

@Resolver(() => Notification)
export class NotificationResolver {
  @Audience('STAFF')
  @FieldResolver(() => Member, { nullable: true })
  member(
    @Root() notification: Notification,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Member | null> {
    return getMember(context, notification.memberId, { info });
  }

  @Audience('STAFF')
  @Mutation(() => NotificationPayload, {
    description: 'A custom notification for the employee who is linked to this member.',
  })
  scheduleNotification(
    @Ctx() context: Context,
    @Arg('input') input: ScheduleNotificationInput,
  ): Promise<NotificationPayload> {
    return scheduleNotification(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => NotificationPayload, { description: 'Archives it with who and when.' })
  completeNotification(
    @Ctx() context: Context,
    @Arg('input') input: NotificationIdInput,
  ): Promise<NotificationPayload> {
    return completeNotification(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => NotificationPayload, { description: 'Undoes completing.' })
  reopenNotification(@Ctx() context: Context, @Arg('input') input: NotificationIdInput): Promise<NotificationPayload> {
    return reopenNotification(context, input);
  }
}
