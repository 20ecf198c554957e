// Switches a rule on or off, or changes its parameters. What it made stays; the next run goes by what is saved now.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { getRule } from './get-rules.ts';
import { givenParameters } from './given-parameters.ts';
import { ruleOf } from './rule-list.ts';
import { settingsOf, settingsSql } from './rule-settings.ts';
import type { RuleSettings } from './rule-settings.ts';
import type { NotificationRulePayload, SaveNotificationRuleInput } from './rule.inputs.ts';

export async function saveRule(context: Context, input: SaveNotificationRuleInput): Promise<NotificationRulePayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    // One after the other, so that neither forgets what the other set.
    await em.execute('select from gym where id = ? for no key update', [viewer.gymId]);
    const [settings] = await em.execute<RuleSettings[]>(settingsSql);
    const before = settings && settingsOf(settings).find(({ rule }) => rule.name === input.rule);
    const parameters = givenParameters(ruleOf(input.rule), before?.parameters ?? {}, input.parameters);
    await em.execute(
      `insert into notification_rule (gym_id, rule, is_on, parameters) values (?, ?, ?, ?::jsonb)
       on conflict (gym_id, rule) do update set is_on = excluded.is_on, parameters = excluded.parameters`,
      [viewer.gymId, input.rule, input.isOn ?? before?.isOn ?? false, JSON.stringify(parameters)],
    );
  });
  return { notificationRule: await getRule(context, input.rule) };
}
