// A member with a subscription had no check-up for some weeks, and none is planned.
import { addDays } from '../gym/calendar-day.ts';
import { madeAfterGap } from './replay-gap.ts';
import { dayInWords, dayInWordsSql, sentenceSql, sentenceText } from './rule-sentence.ts';
import type { Sentence } from './rule-sentence.ts';
import {
  covered,
  dayLiteral,
  dayOfInstant,
  idOf,
  instantLiteral,
  isCovered,
  parameterOf,
  startOfDay,
} from './rule-sql.ts';
import type { Rule, RuleFacts } from './rule.ts';
import { NotificationRuleName, RuleParameterName } from './rule.type.ts';

const sentences: Record<'sinceCheckup' | 'sinceStart', Sentence> = {
  sinceCheckup: { nl: 'De laatste check-up was op {day}.', en: 'The last check-up was on {day}.' },
  sinceStart: {
    nl: 'Nog geen check-up sinds het abonnement begon op {day}.',
    en: 'No check-up yet since the subscription began on {day}.',
  },
};

export const checkupDue: Rule = {
  name: NotificationRuleName.CHECKUP_DUE,
  isOnAtFirst: false,
  parameters: [{ name: RuleParameterName.WEEKS, least: 1, most: 104, defaultValue: 13 }],
  sql: (facts) => {
    const { gymId, now, today, locale } = facts;
    const at = instantLiteral(now);
    const lastDay = dayOfInstant(facts, 'k.last_at');
    const day = dayInWordsSql('a.since', locale);
    return {
      withs: `${covered(facts)}
        checked as materialized (
        select k.member_id, max(k.starts_at) filter (where k.starts_at < ${at} or k.completed_at is not null) as last_at,
               bool_or(k.completed_at is null and k.starts_at >= ${at}) as is_planned
          from checkup k where k.gym_id = ${idOf(gymId)} and k.cancelled_at is null group by k.member_id),`,
      holds: `select c.member_id, a.since::text as occurrence, ${dayLiteral(today)} as due_on, true as makes,
          case when a.since = ${lastDay} then ${sentenceSql(sentences.sinceCheckup, locale, { day })}
            else ${sentenceSql(sentences.sinceStart, locale, { day })} end as message
        from covered c left join checked k on k.member_id = c.member_id
        cross join lateral (select greatest(c.covered_from, ${lastDay}) as since) a
       where ${dayLiteral(today)} - a.since >= ${days(facts)} and not coalesce(k.is_planned, false)`,
      closedReason: `case when not ${isCovered} then 'NO_SUBSCRIPTION'
        when exists (select from checked k where k.member_id = n.member_id and (k.is_planned or ${lastDay}::text > n.occurrence))
          then 'CHECKUP_PLANNED' else 'NO_LONGER_TRUE' end`,
    };
  },
  example: (facts) =>
    sentenceText(sentences.sinceCheckup, facts.locale, {
      day: dayInWords(addDays(facts.today, -days(facts)), facts.locale),
    }),
  replay: (facts, fromOn) => {
    const ofGym = `k.gym_id = ${idOf(facts.gymId)}`;
    const night = `(${startOfDay(facts, 'm.made_on')} + interval '3 hours')`;
    return madeAfterGap(facts, {
      fromOn,
      days: days(facts),
      happenings: `select distinct k.member_id, ${dayOfInstant(facts, 'k.starts_at')} as day from checkup k
        where ${ofGym} and k.cancelled_at is null and k.starts_at < ${instantLiteral(facts.now)}
          and k.starts_at >= ${startOfDay(facts, dayLiteral(addDays(fromOn, -days(facts))))}`,
      // Planned by that night, and not called off before it.
      unless: `exists (select from checkup k where ${ofGym} and k.member_id = m.member_id and k.created_at < ${night}
        and k.starts_at >= ${night} and (k.cancelled_at is null or k.cancelled_at >= ${night}))`,
    });
  },
};

const days = (facts: RuleFacts): number => 7 * parameterOf(facts, RuleParameterName.WEEKS);
