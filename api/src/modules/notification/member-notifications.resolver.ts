// The branch that notifications add to Member.
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { Member } from '../member/member.entity.ts';
import { notifications, openNotifications } from './notification.branches.ts';
import { Notification, NotificationConnection } from './notification.entity.ts';
import { NotificationsInput } from './notification.inputs.ts';

@Resolver(() => Member)
export class MemberNotificationsResolver {
  @Audience('STAFF')
  @FieldResolver(() => [Notification], { nullable: true, description: 'Whoever looks; the earliest due first.' })
  openNotifications(@Root() member: Member, @Ctx() context: Context): Notification[] | Promise<Notification[]> {
    return context.branches.branch(openNotifications, member);
  }

  @Audience('STAFF')
  @FieldResolver(() => NotificationConnection, {
    nullable: true,
    description: 'Open and completed ones, the latest made first.',
  })
  notifications(
    @Root() member: Member,
    @Ctx() context: Context,
    @Args() args: NotificationsInput,
  ): NotificationConnection | Promise<NotificationConnection> {
    return context.branches.branch(notifications, member, args);
  }
}
