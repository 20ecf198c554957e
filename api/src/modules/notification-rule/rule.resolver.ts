import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getRules } from './get-rules.ts';
import { refreshNotifications } from './refresh-notifications.ts';
import { replayRule } from './replay-rule.ts';
import {
  NotificationRulePayload,
  NotificationRuleReplayInput,
  RefreshNotificationsPayload,
  SaveNotificationRuleInput,
} from './rule.inputs.ts';
import { NotificationRule, NotificationRuleReplay } from './rule.type.ts';
import { saveRule } from './save-rule.ts';

@Resolver()
export class NotificationRuleResolver {
  @Audience('STAFF')
  @Query(() => [NotificationRule], { description: 'All that there are, on or off. They run every night.' })
  notificationRules(@Ctx() context: Context): Promise<NotificationRule[]> {
    return getRules(context);
  }

  @Audience('ADMIN')
  @Query(() => NotificationRuleReplay, {
    description: "What a rule would have made in the last 90 days, on the gym's own history.",
  })
  notificationRuleReplay(
    @Ctx() context: Context,
    @Args() input: NotificationRuleReplayInput,
  ): Promise<NotificationRuleReplay> {
    return replayRule(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => NotificationRulePayload, { description: 'Switches a rule on or off, or changes its parameters.' })
  saveNotificationRule(
    @Ctx() context: Context,
    @Arg('input') input: SaveNotificationRuleInput,
  ): Promise<NotificationRulePayload> {
    return saveRule(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => RefreshNotificationsPayload, {
    description: 'Runs the rules now. At most once a minute in a gym: TOO_MANY_ATTEMPTS.',
  })
  refreshNotifications(@Ctx() context: Context): Promise<RefreshNotificationsPayload> {
    return refreshNotifications(context);
  }
}
