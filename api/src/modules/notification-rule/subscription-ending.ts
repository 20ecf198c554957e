// The last subscription of a member ends soon, or was cancelled: said once for each last day.
import { addDays } from '../gym/calendar-day.ts';
import { dayInWords, dayInWordsSql, sentenceSql, sentenceText } from './rule-sentence.ts';
import type { Sentence } from './rule-sentence.ts';
import { dayLiteral, dayOfInstant, idOf, parameterOf, subscribed } from './rule-sql.ts';
import type { Rule, RuleFacts } from './rule.ts';
import { NotificationRuleName, RuleParameterName } from './rule.type.ts';

/** How long after the last day it still makes sense to call. */
export const daysAfter = 14;

const sentences: Record<'ends' | 'cancelled', Sentence> = {
  ends: { nl: 'Het abonnement loopt af op {day}.', en: 'The subscription ends on {day}.' },
  cancelled: {
    nl: 'Het abonnement is opgezegd en loopt tot en met {day}.',
    en: 'The subscription was cancelled and ends on {day}.',
  },
};

export const subscriptionEnding: Rule = {
  name: NotificationRuleName.SUBSCRIPTION_ENDING,
  isOnAtFirst: false,
  parameters: [{ name: RuleParameterName.DAYS_AHEAD, least: 1, most: 90, defaultValue: 30 }],
  sql: (facts) => {
    const { gymId, today, locale } = facts;
    const day = dayInWordsSql('e.until_on', locale);
    const firstDay = dayLiteral(addDays(today, -daysAfter));
    return {
      withs: `ending as materialized (
        select s.member_id, case when bool_and(s.ends_on is not null) then max(s.ends_on) end as until_on,
               min(s.starts_on) <= ${dayLiteral(today)} as has_begun,
               coalesce(max(s.ends_on) filter (where s.cancelled_at is not null) = max(s.ends_on), false) as is_cancelled
          from subscription s where s.gym_id = ${idOf(gymId)} and s.voided_at is null group by s.member_id),`,
      holds: `select e.member_id, e.until_on::text as occurrence, ${dayLiteral(today)} as due_on,
          e.until_on >= ${dayLiteral(today)} as makes,
          case when e.is_cancelled then ${sentenceSql(sentences.cancelled, locale, { day })}
            else ${sentenceSql(sentences.ends, locale, { day })} end as message
        from ending e
       where e.has_begun and e.until_on >= ${firstDay}
         and (e.is_cancelled or e.until_on <= ${dayLiteral(addDays(today, ahead(facts)))})`,
      closedReason: `(select case when e.until_on is null or e.until_on::text > n.occurrence then 'CONTINUES'
          when e.until_on < ${firstDay} then 'PASSED' else 'NO_LONGER_TRUE' end
        from (values (n.member_id)) x (member_id) left join ending e on e.member_id = x.member_id)`,
    };
  },
  example: (facts) =>
    sentenceText(sentences.ends, facts.locale, {
      day: dayInWords(addDays(facts.today, ahead(facts)), facts.locale),
    }),
  replay: (facts, fromOn) => `with ${subscribed(facts)}
    ended as (select s.member_id, upper(stretch) - 1 as until_on, lower(stretch) as from_on
      from subscribed s cross join lateral unnest(s.stretches) stretch where upper(stretch) is not null),
    made as (select e.member_id, greatest(e.from_on, least(e.until_on - ${ahead(facts)},
        (select ${dayOfInstant(facts, 'max(s.cancelled_at)')} + 1 from subscription s where s.gym_id = ${idOf(facts.gymId)}
            and s.member_id = e.member_id and s.voided_at is null and s.ends_on = e.until_on))) as made_on, e.until_on
      from ended e)
    select member_id, made_on from made
     where made_on between ${dayLiteral(fromOn)} and ${dayLiteral(facts.today)} and made_on <= until_on`,
};

const ahead = (facts: RuleFacts): number => parameterOf(facts, RuleParameterName.DAYS_AHEAD);
