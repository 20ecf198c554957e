// What a rule would have made last quarter, on the gym's own history: looked at before it is switched on.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { addDays } from '../gym/calendar-day.ts';
import { givenParameters } from './given-parameters.ts';
import { ruleOf } from './rule-list.ts';
import { factsOf, settingsOf, settingsSql } from './rule-settings.ts';
import type { RuleSettings } from './rule-settings.ts';
import { replayStatement } from './rule-statement.ts';
import type { NotificationRuleReplayInput } from './rule.inputs.ts';
import { NotificationRuleReplay } from './rule.type.ts';

const daysBack = 90;
/** A large gym's history is long; whoever waits for it should not wait for ever. */
const timeoutMs = 60_000;

type Counts = Pick<NotificationRuleReplay, 'notificationCount' | 'memberCount' | 'nowCount'> & {
  cancelledLaterCount: number;
};

export async function replayRule(
  context: Context,
  { rule: name, parameters: given }: NotificationRuleReplayInput,
): Promise<NotificationRuleReplay> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  const rule = ruleOf(name);
  const [settings] = await context.db.rows<RuleSettings>(settingsSql);
  if (!settings) throw new Error('The viewer has no gym.');
  const saved = settingsOf(settings).find((setting) => setting.rule === rule);
  const parameters = givenParameters(rule, saved?.parameters ?? {}, given);
  const facts = factsOf(settings, context.clock.now(), parameters);
  const fromOn = addDays(facts.today, -daysBack);
  const [counts] = await context.db.rows<Counts>(replayStatement(rule, facts, fromOn), [], { timeoutMs });
  if (!counts) throw new Error('The replay gave no answer.');
  return {
    ...counts,
    rule: name,
    fromOn,
    untilOn: facts.today,
    cancelledLaterCount: rule.warnsOfLeaving ? counts.cancelledLaterCount : null,
    sentence: rule.example(facts),
  };
}
