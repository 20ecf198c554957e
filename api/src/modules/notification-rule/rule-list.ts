// Every rule, listed by hand; a rule is a file of its own.
import { absence } from './absence.ts';
import { birthday } from './birthday.ts';
import { checkupDue } from './checkup-due.ts';
import { downwardTrend } from './downward-trend.ts';
import { firstSession } from './first-session.ts';
import { noEmployee } from './no-employee.ts';
import { paymentFailed } from './payment-failed.ts';
import { subscriptionEnding } from './subscription-ending.ts';
import type { Rule } from './rule.ts';
import type { NotificationRuleName } from './rule.type.ts';

export const rules: readonly Rule[] = [
  birthday,
  absence,
  downwardTrend,
  checkupDue,
  noEmployee,
  subscriptionEnding,
  paymentFailed,
  firstSession,
];

const byName = new Map(rules.map((rule) => [rule.name, rule]));

export function ruleOf(name: NotificationRuleName): Rule {
  const rule = byName.get(name);
  if (!rule) throw new Error(`There is no rule ${name}.`);
  return rule;
}
