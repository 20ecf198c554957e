// The rules as a gym has them.
import type { Context } from '../../graphql/context.ts';
import { factsOf, settingsOf, settingsSql } from './rule-settings.ts';
import type { RuleSetting, RuleSettings } from './rule-settings.ts';
import type { NotificationRule, NotificationRuleName } from './rule.type.ts';

type Read = RuleSettings & { openCounts: Partial<Record<NotificationRuleName, number>> };

const openCounts = `(select coalesce(json_object_agg(c.kind, c.count), '{}'::json) from (
  select n.kind, count(*) from notification n where n.completed_at is null and n.kind <> 'CUSTOM' group by n.kind) c)`;

export async function getRules(context: Context): Promise<NotificationRule[]> {
  const [read] = await context.db.rows<Read>(
    `select settings.*, ${openCounts} as "openCounts" from (${settingsSql}) settings`,
  );
  return read ? settingsOf(read).map((setting) => ruleShown(context, read, setting)) : [];
}

export async function getRule(context: Context, name: NotificationRuleName): Promise<NotificationRule> {
  const found = (await getRules(context)).find(({ rule }) => rule === name);
  if (!found) throw new Error(`There is no rule ${name}.`);
  return found;
}

function ruleShown(context: Context, read: Read, { rule, isOn, parameters }: RuleSetting): NotificationRule {
  return {
    rule: rule.name,
    isOn,
    parameters: rule.parameters.map((parameter) => ({ ...parameter, value: parameters[parameter.name] ?? 0 })),
    sentence: rule.example(factsOf(read, context.clock.now(), parameters)),
    openCount: read.openCounts[rule.name] ?? 0,
    ranAt: read.ranAt === null ? null : new Date(read.ranAt),
  };
}
