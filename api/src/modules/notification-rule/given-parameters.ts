import { UserInputError } from '../../graphql/errors.ts';
import { wholeOf } from '../../graphql/number-input.ts';
import type { Rule, RuleFacts } from './rule.ts';
import type { NotificationRuleParameterInput } from './rule.inputs.ts';

/** Those that are given, checked, over those that a rule has now. */
export function givenParameters(
  rule: Rule,
  now: RuleFacts['parameters'],
  given: readonly NotificationRuleParameterInput[] | null | undefined,
): RuleFacts['parameters'] {
  const changed = { ...now };
  for (const { name, value } of given ?? []) {
    const known = rule.parameters.find((parameter) => parameter.name === name);
    if (!known) throw new UserInputError('parameters', 'UNKNOWN_PARAMETER', `This rule has no ${name}.`);
    changed[name] = wholeOf(name, value, known.least, known.most);
  }
  return changed;
}
