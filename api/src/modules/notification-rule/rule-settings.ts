// What a gym has said about its rules, and what they are worked out from.
import { dayOf } from '../gym/gym-day.ts';
import { rules } from './rule-list.ts';
import type { Rule, RuleFacts, RuleLocale } from './rule.ts';
import type { NotificationRuleName, RuleParameterName } from './rule.type.ts';

type Parameters = RuleFacts['parameters'];

export interface RuleSetting {
  rule: Rule;
  isOn: boolean;
  parameters: Parameters;
}

/** The gym as a read of it gives it. */
export interface RuleSettings {
  gymId: string;
  timeZone: string;
  locale: RuleLocale;
  trend: RuleFacts['trend'];
  ranAt: string | null;
  saved: { rule: NotificationRuleName; isOn: boolean; parameters: Parameters }[];
}

/** One row; of the gym that the transaction is in. */
export const settingsSql = `select g.id as "gymId", g.time_zone as "timeZone", g.locale,
    json_build_object('recentWeeks', g.trend_recent_weeks, 'earlierWeeks', g.trend_earlier_weeks,
      'minimumVisits', g.trend_minimum_visits, 'minimumPercent', g.trend_minimum_percent) as trend,
    (select r.ran_at from notification_rule_run r where r.gym_id = g.id) as "ranAt",
    (select coalesce(json_agg(json_build_object('rule', s.rule, 'isOn', s.is_on, 'parameters', s.parameters)), '[]'::json)
       from notification_rule s where s.gym_id = g.id) as saved
  from gym g`;

export const settingsOf = ({ saved }: RuleSettings): RuleSetting[] =>
  rules.map((rule) => {
    const own = saved.find((it) => it.rule === rule.name);
    return { rule, isOn: own?.isOn ?? rule.isOnAtFirst, parameters: parametersOf(rule, own?.parameters) };
  });

/** All that the rule has; one that was never set has its default, and one that it no longer has is forgotten. */
export function parametersOf(rule: Rule, set: Parameters = {}): Parameters {
  const all: [RuleParameterName, number][] = rule.parameters.map(({ name, defaultValue }) => [
    name,
    set[name] ?? defaultValue,
  ]);
  return Object.fromEntries(all);
}

export function factsOf(
  { gymId, timeZone, locale, trend }: RuleSettings,
  now: Date,
  parameters: Parameters,
): RuleFacts {
  return { gymId, timeZone, locale, trend, now, today: dayOf(now, timeZone), parameters };
}
