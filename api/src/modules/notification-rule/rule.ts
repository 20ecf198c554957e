// What a rule is: when something holds of a member, as one set-based statement; what its notifications say; and what it
// would have made before.
import type { NotificationRuleName, RuleParameterName } from './rule.type.ts';

export type RuleLocale = 'nl' | 'en';

/** What a rule is worked out from, besides the rows of the gym. */
export interface RuleFacts {
  gymId: string;
  now: Date;
  timeZone: string;
  /** The day of `now` in the gym's time zone. */
  today: string;
  locale: RuleLocale;
  trend: { recentWeeks: number; earlierWeeks: number; minimumVisits: number; minimumPercent: number };
  parameters: Partial<Record<RuleParameterName, number>>;
}

export interface RuleParameter {
  name: RuleParameterName;
  least: number;
  most: number;
  defaultValue: number;
}

export interface RuleSql {
  /** CTEs that the others use, with a comma at the end of each. */
  withs: string;
  /**
   * Of whom it holds now: rows of member_id, occurrence, due_on, message, and makes: whether a notification of it may be
   * made; one that was made before stays open meanwhile.
   */
  holds: string;
  /** An open notification n stays while this holds h; by default while its own occurrence does. */
  stays?: string;
  /** Why a notification n about member m is over, as one of NotificationClosedReason. */
  closedReason: string;
}

export interface Rule {
  name: NotificationRuleName;
  /** Whether it is on in a gym that never said so. */
  isOnAtFirst: boolean;
  parameters: RuleParameter[];
  sql(facts: RuleFacts): RuleSql;
  /** The sentence with an example in it. */
  example(facts: RuleFacts): string;
  /** Rows of member_id and made_on: what it would have made from this day until today. */
  replay(facts: RuleFacts, fromOn: string): string;
  /** Cancelling is what it warns of: a replay counts who did. */
  warnsOfLeaving?: boolean;
}
