// A member with a subscription comes less often: the trend of the member overview, by the same settings of the gym, is DOWN.
// An occurrence is the week in which that is said; another one waits until the quiet weeks after it are over.
import { addDays, mondayOf } from '../gym/calendar-day.ts';
import { numberSql, numberText, sentenceSql, sentenceText } from './rule-sentence.ts';
import type { Sentence } from './rule-sentence.ts';
import {
  covered,
  dayLiteral,
  dayOfInstant,
  idOf,
  isCovered,
  parameterOf,
  quoted,
  startOfDay,
  subscribed,
} from './rule-sql.ts';
import type { Rule, RuleFacts } from './rule.ts';
import { NotificationRuleName, RuleParameterName } from './rule.type.ts';

/** Weeks before the recent ones that a trend needs: visit-statistics.ts. */
const leastEarlierWeeks = 2;

const sentence: Sentence = {
  nl: 'Komt minder vaak: {recent} keer per week, was {earlier}.',
  en: 'Comes less often: {recent} times a week, was {earlier}.',
};

/**
 * Means of whole visits over whole weeks, compared in whole numbers: recent / R against earlier / n, apart by at least
 * the minimum and the percentage.
 */
function isDown({ trend: { recentWeeks, minimumVisits, minimumPercent } }: RuleFacts, weeks: string): string {
  const difference = `(t.earlier * ${recentWeeks} - t.recent * ${weeks})`;
  return `${difference} > 0 and 100 * ${difference}
    >= greatest(${100 * minimumVisits} * ${recentWeeks} * ${weeks}, ${minimumPercent} * t.earlier * ${recentWeeks})`;
}

/** The Monday of the first week that lies wholly after the first subscription's start. */
const firstMonday = (countedFrom: string): string =>
  `(${countedFrom} + (8 - extract(isodow from ${countedFrom})::int) % 7)`;

export const downwardTrend: Rule = {
  name: NotificationRuleName.DOWNWARD_TREND,
  isOnAtFirst: false,
  parameters: [{ name: RuleParameterName.QUIET_WEEKS, least: 4, most: 52, defaultValue: 12 }],
  warnsOfLeaving: true,
  sql: (facts) => {
    const { gymId, today, locale, trend } = facts;
    const { recentWeeks, earlierWeeks } = trend;
    const monday = mondayOf(today);
    const startOf = (weeksBefore: number) => startOfDay(facts, dayLiteral(addDays(monday, -7 * weeksBefore)));
    return {
      withs: `${covered(facts)}
        basis as (
        select c.member_id, ${startOfDay(facts, 'f.monday')} as counted_at,
               least((${dayLiteral(monday)} - f.monday) / 7, ${recentWeeks + earlierWeeks}) - ${recentWeeks} as earlier_weeks
          from covered c cross join lateral (select ${firstMonday('c.counted_from')} as monday) f),
        counted as (
        select b.member_id, b.earlier_weeks, count(*) filter (where r.starts_at >= ${startOf(recentWeeks)}) as recent,
               count(*) filter (where r.starts_at < ${startOf(recentWeeks)}) as earlier
          from basis b join registration r on r.gym_id = ${idOf(gymId)} and r.member_id = b.member_id and r.status = 'ATTENDED'
           and r.starts_at >= ${startOf(recentWeeks + earlierWeeks)} and r.starts_at < ${startOf(0)} and r.starts_at >= b.counted_at
         where b.earlier_weeks >= ${leastEarlierWeeks} group by b.member_id, b.earlier_weeks),`,
      holds: `select t.member_id, ${quoted(monday)} as occurrence, ${dayLiteral(today)} as due_on,
          not exists (select from notification p where p.gym_id = ${idOf(gymId)} and p.member_id = t.member_id
            and p.kind = 'DOWNWARD_TREND' and p.occurrence > ${quoted(addDays(monday, -7 * quietWeeks(facts)))}) as makes,
          ${sentenceSql(sentence, locale, {
            recent: numberSql(`t.recent::numeric / ${recentWeeks}`, locale),
            earlier: numberSql('t.earlier::numeric / t.earlier_weeks', locale),
          })} as message
        from counted t where ${isDown(facts, 't.earlier_weeks')}`,
      stays: 'h.member_id = n.member_id',
      closedReason: `case when ${isCovered} then 'RECOVERED' else 'NO_SUBSCRIPTION' end`,
    };
  },
  example: ({ locale }) =>
    sentenceText(sentence, locale, { recent: numberText(1, locale), earlier: numberText(2.5, locale) }),
  // Every member in every week, with the sums of the weeks before it; then the first week that is down, and after the quiet
  // weeks the next one.
  replay: (facts, fromOn) => {
    const { recentWeeks, earlierWeeks } = facts.trend;
    const [first, last] = [mondayOf(fromOn), mondayOf(facts.today)];
    const oldest = addDays(first, -7 * (recentWeeks + earlierWeeks));
    const week = `date_trunc('week', ${dayOfInstant(facts, 'r.starts_at')})::date`;
    const before = (from: number, to: number) =>
      `over (partition by g.member_id order by g.monday rows between ${from} preceding and ${to} preceding)`;
    const [recent, earlier] = [before(recentWeeks, 1), before(recentWeeks + earlierWeeks, recentWeeks + 1)];
    const quiet = 7 * quietWeeks(facts);
    return `with recursive ${subscribed(facts)}
      visited as materialized (select r.member_id, ${week} as monday, count(*)::int as visits from registration r
        where r.gym_id = ${idOf(facts.gymId)} and r.status = 'ATTENDED' and r.starts_at >= ${startOfDay(facts, dayLiteral(oldest))}
        group by 1, 2),
      grid as (select s.member_id, s.stretches, d.monday, coalesce(v.visits, 0) as visits
        from subscribed s cross join (select day::date as monday from generate_series(${dayLiteral(oldest)}, ${dayLiteral(last)}, interval '7 days') day) d
        left join visited v on v.member_id = s.member_id and v.monday = d.monday
       where d.monday >= ${firstMonday('s.counted_from')}),
      summed as (select g.member_id, g.monday, g.stretches, coalesce(sum(g.visits) ${recent}, 0) as recent,
          coalesce(sum(g.visits) ${earlier}, 0) as earlier, count(*) ${earlier} as earlier_weeks from grid g),
      down as (select d.member_id, array_agg(d.day order by d.day) as days from (
          select t.member_id, t.monday, min(greatest(t.monday, ${dayLiteral(fromOn)}, lower(stretch))) as day
            from summed t cross join lateral unnest(t.stretches) stretch
           where t.monday >= ${dayLiteral(first)} and t.earlier_weeks >= ${leastEarlierWeeks} and ${isDown(facts, 't.earlier_weeks')}
             and stretch && daterange(greatest(t.monday, ${dayLiteral(fromOn)}), least(t.monday + 6, ${dayLiteral(facts.today)}), '[]')
           group by t.member_id, t.monday) d group by d.member_id),
      picked as (
        select member_id, days, days[1] as made_on from down
        union all
        select p.member_id, p.days, (select min(day) from unnest(p.days) day
            where date_trunc('week', day) >= date_trunc('week', p.made_on) + interval '${quiet} days') as made_on
          from picked p where p.made_on is not null)
      select member_id, made_on from picked where made_on is not null`;
  },
};

const quietWeeks = (facts: RuleFacts): number => parameterOf(facts, RuleParameterName.QUIET_WEEKS);
