// Finds members as a coach types, the likeliest first, in one statement of stages: each runs only when those before it
// found too few. So the answer takes as long in a gym of a million as in one of a thousand.
import type { LookAhead } from '../../graphql/branch.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getMembers } from '../member/get-member.ts';
import type { Member } from '../member/member.entity.ts';
import { asked, askedValues, direct, holdsParts, slips, startsEveryWord, startsWords } from './member-match.ts';
import type { MemberSearchArgs } from './member-search.inputs.ts';
import { readSearchText } from './search-text.ts';
import type { SearchText } from './search-text.ts';

/** Members who came last: nearly everyone a coach looks for, and all of a usual gym. */
const windowSize = 2000;

/** A search that takes longer is given up for one of the first stages only. */
const patienceMs = 1500;
const queryCanceled = '57014';

// $8 now, $9 the employee who asks, $10 how many, $11 whether to look beyond the first stages.
const stages = `with ${asked}, ${direct(50)},
  day as materialized (
    select today, today::timestamp at time zone g.time_zone as starts_at, (today + 1)::timestamp at time zone g.time_zone as ends_at
      from gym g, date(timezone(g.time_zone, $8::timestamptz)) today),
  recent as materialized (
    select m.id, ${startsWords('m')} as is_start from (
      select id, search_words, search_name, coalesce(last_visit_at, created_at) as seen_at from member
       where subscribed_until is null or subscribed_until >= (select today from day)
       order by coalesce(last_visit_at, created_at) desc limit ${windowSize}) m
    where (select starts from asked) is not null and (${startsWords('m')} or ${holdsParts('m')})
    order by is_start desc, ${startsEveryWord('m')} desc, m.seen_at desc limit 100),
  booked as materialized (
    select m.id, ${startsWords('m')} as is_start
      from (select distinct r.gym_id, r.member_id from session s join registration r on r.gym_id = s.gym_id and r.session_id = s.id
             where s.starts_at >= (select starts_at from day) and s.starts_at < (select ends_at from day) limit 500) b
      join member m on m.gym_id = b.gym_id and m.id = b.member_id
     where (select starts from asked) is not null and (${startsWords('m')} or ${holdsParts('m')})),
  named as materialized (
    select id from members_named((select starts from asked), 100) id
     where (select count(*) from (select id from recent where is_start union select id from booked where is_start) a) < $10::int and $11::boolean),
  containing as materialized (
    select id from members_containing((select part from asked), (select patterns from asked), 100) id
     where $11::boolean and not exists (select from recent) and not exists (select from booked) and not exists (select from named)),
  misspelt as materialized (
    select id from members_misnamed(${slips}, 50) id
     where (select count(*) from (select id from direct union select id from recent union select id from booked union select id from named
       union select id from containing) a) < $10::int and $11::boolean),
  found as (
    select id from direct union select id from recent union select id from booked union select id from named
    union select id from containing union select id from misspelt)
select m.id from found join member m using (id) join gym g on g.id = m.gym_id, asked a, lateral (select
    -- 0 as typed, 1 words start so or but for particles are so, 2 words start so but for particles, 3 parts of words, from 4 on typos: in how many words
    case when m.member_number = $4::int or lower(m.email) = lower($5::text) or m.phone_digits in (select start from dialled)
        or m.search_words @@ a.every_whole or starts_with(m.search_name, a.phrase) then 0
      when m.id in (select id from direct) or m.search_words @@ a.whole or m.search_words @@ a.every_start then 1
      when m.search_words @@ a.starts then 2
      when ${holdsParts('m')} then 3
      else 3 + greatest(1, (select count(*) from word where not m.search_words @@ format('''%s%s'':*', gym, w)::tsquery)) end as distance,
    coalesce(m.subscribed_until < (select today from day), false) as is_former,
    exists (select from registration r join session s on s.gym_id = r.gym_id and s.id = r.session_id
      where r.gym_id = m.gym_id and r.member_id = m.id and r.starts_at >= (select starts_at from day) and r.starts_at < (select ends_at from day)
        and r.status <> 'CANCELLED' and s.cancelled_at is null) as is_booked) l
 order by l.distance > 3, l.is_former, l.distance, l.is_booked desc, (m.last_visit_at at time zone g.time_zone)::date desc nulls last,
   coalesce(m.employee_id = $9::uuid, false) desc, m.last_visit_at desc nulls last, m.id
 limit $10::int`;

export async function searchMembers(
  context: Context,
  { query, first }: MemberSearchArgs,
  ahead: LookAhead,
): Promise<Member[]> {
  const text = readSearchText(query);
  if (!text) return [];
  const ids = await findIds(context, text, first, true).catch((error: { code?: string }) => {
    if (error.code !== queryCanceled) throw error;
    return findIds(context, text, first, false);
  });
  return getMembers(context, ids, ahead);
}

async function findIds(context: Context, text: SearchText, first: number, isThorough: boolean): Promise<string[]> {
  const values = [...askedValues(text), context.clock.now(), signedIn(context).employeeId, first, isThorough];
  const rows = await context.db.rows<{ id: string }>(stages, values, {
    name: 'search_members',
    ...(isThorough && { timeoutMs: patienceMs }),
  });
  return rows.map((row) => row.id);
}
