import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { IsOptional } from 'class-validator';
import { Audience } from '../../graphql/audience.ts';
import { NotificationRule, NotificationRuleName, RuleParameterName } from './rule.type.ts';

@InputType()
export class NotificationRuleParameterInput {
  @Field(() => RuleParameterName)
  name: RuleParameterName;

  @Field(() => Int)
  value: number;
}

@InputType()
export class SaveNotificationRuleInput {
  @Field(() => NotificationRuleName)
  rule: NotificationRuleName;

  @Field(() => Boolean, { nullable: true, description: 'Absent: untouched.' })
  isOn?: boolean | null;

  @Field(() => [NotificationRuleParameterInput], {
    nullable: true,
    description: 'Those that are absent stay as they are.',
  })
  parameters?: NotificationRuleParameterInput[] | null;
}

@ArgsType()
export class NotificationRuleReplayInput {
  @Field(() => NotificationRuleName)
  rule: NotificationRuleName;

  @Field(() => [NotificationRuleParameterInput], { nullable: true, description: 'Instead of those that are saved.' })
  @IsOptional()
  parameters?: NotificationRuleParameterInput[] | null;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class NotificationRulePayload {
  @Field(() => NotificationRule)
  notificationRule: NotificationRule;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class RefreshNotificationsPayload {
  @Field(() => Int)
  madeCount: number;

  @Field(() => Int, { description: 'What they were about is over.' })
  closedCount: number;

  @Field(() => [NotificationRule])
  notificationRules: NotificationRule[];
}
