// Rules that make notifications, as the graph shows them.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { DateTime, LocalDate } from '../../graphql/scalars.ts';

/** As the kind of the notifications that it makes. */
export enum NotificationRuleName {
  ABSENCE = 'ABSENCE',
  BIRTHDAY = 'BIRTHDAY',
  DOWNWARD_TREND = 'DOWNWARD_TREND',
  CHECKUP_DUE = 'CHECKUP_DUE',
  NO_EMPLOYEE = 'NO_EMPLOYEE',
  SUBSCRIPTION_ENDING = 'SUBSCRIPTION_ENDING',
  PAYMENT_FAILED = 'PAYMENT_FAILED',
  FIRST_SESSION = 'FIRST_SESSION',
}
registerEnumType(NotificationRuleName, {
  name: 'NotificationRuleName',
  description: 'As the kind of the notifications that it makes.',
});

export enum RuleParameterName {
  DAYS = 'DAYS',
  DAYS_AHEAD = 'DAYS_AHEAD',
  WEEKS = 'WEEKS',
  QUIET_WEEKS = 'QUIET_WEEKS',
}
registerEnumType(RuleParameterName, {
  name: 'NotificationRuleParameterName',
  description: 'QUIET_WEEKS: no other of the same kind about the same member within so many weeks.',
});

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class NotificationRuleParameter {
  @Field(() => RuleParameterName)
  name: RuleParameterName;

  @Field(() => Int)
  value: number;

  @Field(() => Int)
  defaultValue: number;

  @Field(() => Int)
  least: number;

  @Field(() => Int)
  most: number;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class NotificationRule {
  @Field(() => NotificationRuleName)
  rule: NotificationRuleName;

  @Field(() => Boolean, {
    description: 'One that is off makes none; what it made still closes itself when it is over.',
  })
  isOn: boolean;

  @Field(() => [NotificationRuleParameter])
  parameters: NotificationRuleParameter[];

  @Field(() => String, { description: "What a notification of it says, by an example, in the gym's language." })
  sentence: string;

  @Field(() => Int, { description: 'Of its notifications, those that are open.' })
  openCount: number;

  @Field(() => DateTime, { nullable: true, description: 'When the rules last ran; null before their first night.' })
  ranAt: Date | null;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true, description: "A rule tried on the gym's own history; nothing was changed." })
export class NotificationRuleReplay {
  @Field(() => NotificationRuleName)
  rule: NotificationRuleName;

  @Field(() => LocalDate)
  fromOn: string;

  @Field(() => LocalDate)
  untilOn: string;

  @Field(() => Int, { description: 'How many it would have made in that time.' })
  notificationCount: number;

  @Field(() => Int, { description: 'About how many members.' })
  memberCount: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of those members cancelled a subscription afterwards; for ABSENCE and DOWNWARD_TREND.',
  })
  cancelledLaterCount: number | null;

  @Field(() => Int, { description: 'How many it would make at once.' })
  nowCount: number;

  @Field(() => String)
  sentence: string;
}
