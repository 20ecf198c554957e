// A member with a subscription is about to have their birthday. Who was born on 29 February celebrates on the 28th in
// other years, as the Birthday tag has it.
import { addDays } from '../gym/calendar-day.ts';
import { dayInWords, dayInWordsSql, sentenceSql, sentenceText } from './rule-sentence.ts';
import type { Sentence } from './rule-sentence.ts';
import { covered, dayLiteral, idOf, isCovered, parameterOf, subscribed } from './rule-sql.ts';
import type { Rule, RuleFacts } from './rule.ts';
import { NotificationRuleName, RuleParameterName } from './rule.type.ts';

/** How long after the day a wish still makes sense. */
export const daysAfter = 7;

const sentence: Sentence = { nl: 'Wordt {age} op {day}.', en: 'Turns {age} on {day}.' };

/** `b.birthday` of member m in the year of `b.day`; a member of nought years has none. */
const birthdayIn = (year: string): string => `lateral (select
  (m.birth_date + make_interval(years => (${year} - extract(year from m.birth_date))::int))::date as birthday) b`;

export const birthday: Rule = {
  name: NotificationRuleName.BIRTHDAY,
  isOnAtFirst: false,
  parameters: [{ name: RuleParameterName.DAYS_AHEAD, least: 0, most: 30, defaultValue: 3 }],
  sql: (facts) => {
    const [first, last] = [addDays(facts.today, -daysAfter), lastDay(facts)];
    return {
      withs: covered(facts),
      holds: `select m.id as member_id, b.birthday::text as occurrence, b.birthday as due_on, true as makes,
          ${sentenceSql(sentence, facts.locale, {
            age: '(extract(year from b.birthday) - extract(year from m.birth_date))::text',
            day: dayInWordsSql('b.birthday', facts.locale),
          })} as message
        from member m join covered c on c.member_id = m.id
        cross join (select distinct extract(year from day) as year from unnest(array[${dayLiteral(first)}, ${dayLiteral(last)}]) day) y
        cross join ${birthdayIn('y.year')}
       where m.gym_id = ${idOf(facts.gymId)} and b.birthday between ${dayLiteral(first)} and ${dayLiteral(last)} and b.birthday > m.birth_date`,
      closedReason: `case when n.due_on < ${dayLiteral(first)} then 'PASSED' when not ${isCovered} then 'NO_SUBSCRIPTION'
        else 'NO_LONGER_TRUE' end`,
    };
  },
  example: (facts) =>
    sentenceText(sentence, facts.locale, { age: '30', day: dayInWords(lastDay(facts), facts.locale) }),
  replay: (facts, fromOn) => {
    const [ahead, from, until] = [daysAhead(facts), dayLiteral(fromOn), dayLiteral(facts.today)];
    // The first night in its time on which a subscription runs.
    return `with ${subscribed(facts)}
      made as (select m.id as member_id, min(greatest(b.birthday - ${ahead}, lower(stretch))) as made_on
        from member m join subscribed s on s.member_id = m.id cross join lateral unnest(s.stretches) stretch
        cross join generate_series(extract(year from ${from})::int, extract(year from ${until} + ${ahead})::int) y
        cross join ${birthdayIn('y')}
       where m.gym_id = ${idOf(facts.gymId)} and b.birthday > m.birth_date
         and stretch && daterange(b.birthday - ${ahead}, b.birthday + ${daysAfter}, '[]')
       group by m.id, b.birthday)
      select member_id, made_on from made where made_on between ${from} and ${until}`;
  },
};

const daysAhead = (facts: RuleFacts): number => parameterOf(facts, RuleParameterName.DAYS_AHEAD);

const lastDay = (facts: RuleFacts): string => addDays(facts.today, daysAhead(facts));
