import './notify-of-returns.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getMember } from '../member/get-member.ts';
import { Member } from '../member/member.entity.ts';
import { completeNotification, reopenNotification } from './complete-notification.ts';
import { deleteOpenNotifications, getOpenNotificationCounts } from './delete-open-notifications.ts';
import { Notification } from './notification.entity.ts';
import {
  CompleteNotificationInput,
  NotificationPayload,
  ReassignNotificationInput,
  ReopenNotificationInput,
  ScheduleNotificationInput,
  SnoozeNotificationInput,
} from './notification.inputs.ts';
import {
  DeleteOpenNotificationsInput,
  DeleteOpenNotificationsResult,
  OpenNotificationCounts,
} from './open-notifications.type.ts';
import { reassignNotification } from './reassign-notification.ts';
import { snoozeNotification } from './snooze-notification.ts';
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
  @Mutation(() => NotificationPayload, { description: 'Archives it with who and when, and what came of it.' })
  completeNotification(
    @Ctx() context: Context,
    @Arg('input') input: CompleteNotificationInput,
  ): Promise<NotificationPayload> {
    return completeNotification(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => NotificationPayload, { description: 'Undoes completing.' })
  reopenNotification(
    @Ctx() context: Context,
    @Arg('input') input: ReopenNotificationInput,
  ): Promise<NotificationPayload> {
    return reopenNotification(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => NotificationPayload, { description: 'Puts it off to a day to come, or wakes it.' })
  snoozeNotification(
    @Ctx() context: Context,
    @Arg('input') input: SnoozeNotificationInput,
  ): Promise<NotificationPayload> {
    return snoozeNotification(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => NotificationPayload, { description: 'Gives it to an employee, or back to the linked one.' })
  reassignNotification(
    @Ctx() context: Context,
    @Arg('input') input: ReassignNotificationInput,
  ): Promise<NotificationPayload> {
    return reassignNotification(context, input);
  }

  @Audience('ADMIN')
  @Query(() => OpenNotificationCounts, { description: 'What deleting all that are open would be about.' })
  openNotificationCounts(@Ctx() context: Context): Promise<OpenNotificationCounts> {
    return getOpenNotificationCounts(context);
  }

  @Audience('ADMIN')
  @Mutation(() => DeleteOpenNotificationsResult, {
    description: 'Closes all that are open at once, when they are as many as expected. Rules do not make them again.',
  })
  deleteOpenNotifications(
    @Ctx() context: Context,
    @Arg('input') input: DeleteOpenNotificationsInput,
  ): Promise<typeof DeleteOpenNotificationsResult> {
    return deleteOpenNotifications(context, input);
  }
}
