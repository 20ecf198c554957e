// Pieces of SQL that rules share. Values stand in the text, quoted: each statement runs once a night, and is planned with them.
import type { RuleFacts } from './rule.ts';
import type { RuleParameterName } from './rule.type.ts';

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const idOf = (gymId: string): string => `${quoted(gymId)}::uuid`;

export const dayLiteral = (day: string): string => `date ${quoted(day)}`;

export const instantLiteral = (instant: Date): string => `timestamptz ${quoted(instant.toISOString())}`;

export function parameterOf({ parameters }: RuleFacts, name: RuleParameterName): number {
  const value = parameters[name];
  if (value === undefined || !Number.isInteger(value)) throw new Error(`The rule has no ${name}.`);
  return value;
}

/** The day of an instant in the gym's time zone, as SQL. */
export const dayOfInstant = ({ timeZone }: RuleFacts, instant: string): string =>
  `((${instant}) at time zone ${quoted(timeZone)})::date`;

/** The instant at which a day begins in the gym's time zone, as SQL. */
export const startOfDay = ({ timeZone }: RuleFacts, day: string): string =>
  `((${day})::timestamp at time zone ${quoted(timeZone)})`;

/**
 * `subscribed`: the members, the day of their first subscription, and the stretches of days without a gap that
 * subscriptions cover. What was taken back covers nothing.
 */
export const subscribed = ({ gymId }: RuleFacts): string => `subscribed as materialized (
  select s.member_id, min(s.starts_on) as counted_from, range_agg(daterange(s.starts_on, s.ends_on, '[]')) as stretches
    from subscription s where s.gym_id = ${idOf(gymId)} and s.voided_at is null group by s.member_id),`;

/** `covered`: members with a subscription today, and since when without a gap. */
export const covered = (facts: RuleFacts): string => `${subscribed(facts)}
  covered as materialized (
  select s.member_id, s.counted_from, lower(stretch) as covered_from
    from subscribed s cross join lateral unnest(s.stretches) stretch where stretch @> ${dayLiteral(facts.today)}),`;

export const isCovered = '(exists (select from covered c where c.member_id = n.member_id))';
