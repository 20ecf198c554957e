// A member with a subscription is linked to nobody, or to somebody who no longer works here: nobody gets what is to be done.
import { dayLiteral, covered, idOf, isCovered, parameterOf, startOfDay, subscribed } from './rule-sql.ts';
import { sentenceSql, sentenceText } from './rule-sentence.ts';
import type { Sentence } from './rule-sentence.ts';
import type { Rule, RuleFacts } from './rule.ts';
import { NotificationRuleName, RuleParameterName } from './rule.type.ts';

const sentences: Record<'nobody' | 'left', Sentence> = {
  nobody: { nl: 'Er is nog geen medewerker gekoppeld.', en: 'No employee is linked yet.' },
  left: { nl: 'De gekoppelde medewerker werkt hier niet meer.', en: 'The linked employee no longer works here.' },
};

export const noEmployee: Rule = {
  name: NotificationRuleName.NO_EMPLOYEE,
  isOnAtFirst: false,
  parameters: [{ name: RuleParameterName.DAYS, least: 0, most: 90, defaultValue: 3 }],
  sql: (facts) => {
    const { gymId, today, locale } = facts;
    return {
      withs: covered(facts),
      holds: `select m.id as member_id, coalesce(m.employee_id::text, c.covered_from::text) as occurrence,
          ${dayLiteral(today)} as due_on, true as makes,
          case when m.employee_id is null then ${sentenceSql(sentences.nobody, locale, {})}
            else ${sentenceSql(sentences.left, locale, {})} end as message
        from member m join covered c on c.member_id = m.id
        left join employee e on e.gym_id = m.gym_id and e.id = m.employee_id
       where m.gym_id = ${idOf(gymId)} and (m.employee_id is null or e.archived_at is not null)
         and ${dayLiteral(today)} - c.covered_from >= ${days(facts)}`,
      closedReason: `case when not ${isCovered} then 'NO_SUBSCRIPTION'
        when exists (select from employee e where e.gym_id = m.gym_id and e.id = m.employee_id and e.archived_at is null)
          then 'EMPLOYEE_LINKED' else 'NO_LONGER_TRUE' end`,
    };
  },
  example: ({ locale }) => sentenceText(sentences.nobody, locale, {}),
  // Who was linked then is what the audit trail says of the first change since; without one, who is linked now.
  replay: (facts, fromOn) => `with ${subscribed(facts)}
    made as (select s.member_id, lower(stretch) + ${days(facts)} as made_on, stretch
      from subscribed s cross join lateral unnest(s.stretches) stretch)
    select d.member_id, d.made_on from made d join member m on m.gym_id = ${idOf(facts.gymId)} and m.id = d.member_id
     where d.made_on between ${dayLiteral(fromOn)} and ${dayLiteral(facts.today)} and d.stretch @> d.made_on
       and coalesce((select l.before -> 'employee_id' from audit_log l
              where l.gym_id = m.gym_id and l.member_id = m.id and l.subject = 'member' and l.action = 'UPDATE'
                and jsonb_exists(l.before, 'employee_id') and l.happened_at >= ${startOfDay(facts, 'd.made_on')}
              order by l.id limit 1), to_jsonb(m.employee_id), 'null') = 'null'`,
};

const days = (facts: RuleFacts): number => parameterOf(facts, RuleParameterName.DAYS);
