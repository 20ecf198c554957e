// When rules about something that has not happened for some days would have made a notification.
import { dayLiteral, subscribed } from './rule-sql.ts';
import type { RuleFacts } from './rule.ts';

interface Gap {
  fromOn: string;
  days: number;
  /** Rows of member_id and day, from `days` before the first day. */
  happenings: string;
  /** What else keeps it from being made, as SQL over m.member_id and m.made_on. */
  unless?: string;
}

/** Counted from a happening, or from where a stretch of subscriptions began; the night before the next of either. */
export function madeAfterGap(facts: RuleFacts, { fromOn, days, happenings, unless = 'false' }: Gap): string {
  const [from, until] = [dayLiteral(fromOn), dayLiteral(facts.today)];
  return `with ${subscribed(facts)}
    begun as (
      ${happenings}
      union
      select s.member_id, lower(stretch) from subscribed s cross join lateral unnest(s.stretches) stretch
       where lower(stretch) between ${from} - ${days} and ${until}),
    made as (
      select b.member_id, b.day, b.day + ${days} as made_on,
             lead(b.day) over (partition by b.member_id order by b.day) as next_day from begun b)
    select m.member_id, m.made_on
      from made m join subscribed s on s.member_id = m.member_id cross join lateral unnest(s.stretches) stretch
     where m.made_on between ${from} and ${until} and (m.next_day is null or m.next_day >= m.made_on)
       and stretch @> m.made_on and stretch @> m.day and not (${unless})`;
}
