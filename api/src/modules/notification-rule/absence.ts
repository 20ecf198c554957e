// A member with a subscription has not been there for some days. A no-show is no visit. It begins at the last visit, or
// where the subscription did: a break without one is no absence.
import { addDays } from '../gym/calendar-day.ts';
import { madeAfterGap } from './replay-gap.ts';
import { dayInWords, dayInWordsSql, sentenceSql, sentenceText } from './rule-sentence.ts';
import type { Sentence } from './rule-sentence.ts';
import { covered, dayLiteral, dayOfInstant, idOf, isCovered, parameterOf, startOfDay } from './rule-sql.ts';
import type { Rule, RuleFacts } from './rule.ts';
import { NotificationRuleName, RuleParameterName } from './rule.type.ts';

const sentences: Record<'sinceVisit' | 'sinceStart', Sentence> = {
  sinceVisit: { nl: 'Niet geweest sinds {day}.', en: 'Not there since {day}.' },
  sinceStart: {
    nl: 'Nog niet geweest sinds het abonnement begon op {day}.',
    en: 'Not there yet since the subscription began on {day}.',
  },
};

export const absence: Rule = {
  name: NotificationRuleName.ABSENCE,
  isOnAtFirst: false,
  parameters: [{ name: RuleParameterName.DAYS, least: 1, most: 180, defaultValue: 21 }],
  warnsOfLeaving: true,
  sql: (facts) => {
    const { today, locale } = facts;
    const lastVisit = dayOfInstant(facts, 'm.last_visit_at');
    const day = dayInWordsSql('a.since', locale);
    return {
      withs: covered(facts),
      holds: `select m.id as member_id, a.since::text as occurrence, ${dayLiteral(today)} as due_on, true as makes,
          case when a.since = ${lastVisit} then ${sentenceSql(sentences.sinceVisit, locale, { day })}
            else ${sentenceSql(sentences.sinceStart, locale, { day })} end as message
        from member m join covered c on c.member_id = m.id
        cross join lateral (select greatest(c.covered_from, ${lastVisit}) as since) a
       where m.gym_id = ${idOf(facts.gymId)} and ${dayLiteral(today)} - a.since >= ${days(facts)}`,
      closedReason: `case when not ${isCovered} then 'NO_SUBSCRIPTION'
        when ${lastVisit}::text > n.occurrence then 'CAME_BACK' else 'NO_LONGER_TRUE' end`,
    };
  },
  example: (facts) =>
    sentenceText(sentences.sinceVisit, facts.locale, {
      day: dayInWords(addDays(facts.today, -days(facts)), facts.locale),
    }),
  replay: (facts, fromOn) =>
    madeAfterGap(facts, {
      fromOn,
      days: days(facts),
      happenings: `select distinct r.member_id, ${dayOfInstant(facts, 'r.starts_at')} as day from registration r
        where r.gym_id = ${idOf(facts.gymId)} and r.status = 'ATTENDED'
          and r.starts_at >= ${startOfDay(facts, dayLiteral(addDays(fromOn, -days(facts))))}`,
    }),
};

const days = (facts: RuleFacts): number => parameterOf(facts, RuleParameterName.DAYS);
