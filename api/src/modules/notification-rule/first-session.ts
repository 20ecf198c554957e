// A member attended a session for the first time, lately: ask how it was.
import { addDays } from '../gym/calendar-day.ts';
import { dayInWords, dayInWordsSql, sentenceSql, sentenceText } from './rule-sentence.ts';
import type { Sentence } from './rule-sentence.ts';
import { dayLiteral, dayOfInstant, idOf, instantLiteral, parameterOf, quoted, startOfDay } from './rule-sql.ts';
import type { Rule } from './rule.ts';
import { NotificationRuleName, RuleParameterName } from './rule.type.ts';

const sentence: Sentence = {
  nl: 'Was op {day} voor het eerst bij een sessie ({type}).',
  en: 'Attended a session for the first time on {day} ({type}).',
};

export const firstSession: Rule = {
  name: NotificationRuleName.FIRST_SESSION,
  isOnAtFirst: false,
  parameters: [{ name: RuleParameterName.DAYS, least: 1, most: 30, defaultValue: 7 }],
  sql: (facts) => {
    const { gymId, today, now, locale } = facts;
    const firstDay = addDays(today, -parameterOf(facts, RuleParameterName.DAYS));
    const since = startOfDay(facts, dayLiteral(firstDay));
    const gym = idOf(gymId);
    return {
      withs: `lately as materialized (
        select r.member_id, min(r.starts_at) as first_at from registration r
         where r.gym_id = ${gym} and r.status = 'ATTENDED' and r.starts_at >= ${since} and r.starts_at <= ${instantLiteral(now)}
         group by r.member_id),`,
      holds: `select f.member_id, f.day::text as occurrence, ${dayLiteral(today)} as due_on, true as makes,
          ${sentenceSql(sentence, locale, { day: dayInWordsSql('f.day', locale), type: 't.name' })} as message
        from (select l.member_id, l.first_at, ${dayOfInstant(facts, 'l.first_at')} as day from lately l
               where not exists (select from registration r where r.gym_id = ${gym} and r.member_id = l.member_id
                 and r.status = 'ATTENDED' and r.starts_at < ${since})) f
        cross join lateral (select st.name from registration r
          join session s on s.gym_id = r.gym_id and s.id = r.session_id
          join session_type st on st.gym_id = s.gym_id and st.id = s.session_type_id
         where r.gym_id = ${gym} and r.member_id = f.member_id and r.starts_at = f.first_at and r.status = 'ATTENDED' limit 1) t`,
      closedReason: `case when n.occurrence < ${quoted(firstDay)} then 'PASSED' else 'NO_LONGER_TRUE' end`,
    };
  },
  example: ({ today, locale }) =>
    sentenceText(sentence, locale, { day: dayInWords(addDays(today, -1), locale), type: 'Yoga' }),
  replay: (facts, fromOn) => {
    const of = `r.gym_id = ${idOf(facts.gymId)} and r.status = 'ATTENDED'`;
    const from = startOfDay(facts, `${dayLiteral(fromOn)} - 1`);
    return `select l.member_id, ${dayOfInstant(facts, 'l.first_at')} + 1 as made_on
      from (select r.member_id, min(r.starts_at) as first_at from registration r
             where ${of} and r.starts_at >= ${from} and r.starts_at < ${startOfDay(facts, dayLiteral(facts.today))}
             group by r.member_id) l
     where not exists (select from registration r where ${of} and r.member_id = l.member_id and r.starts_at < ${from})`;
  },
};
