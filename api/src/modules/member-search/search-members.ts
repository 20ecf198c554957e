// Finds members as a coach types: the likeliest first.
import type { LookAhead } from '../../graphql/branch.ts';
import type { Context } from '../../graphql/context.ts';
import { getMembers } from '../member/get-member.ts';
import type { Member } from '../member/member.entity.ts';
import { matches } from './matching.ts';
import type { MemberSearchArgs } from './member-search.inputs.ts';

export async function searchMembers(
  context: Context,
  { query, first }: MemberSearchArgs,
  ahead: LookAhead,
): Promise<Member[]> {
  if (query.trim() === '') return [];
  const rows = await context.db.rows<{ id: string }>(
    `select m.id from member m join gym g on g.id = m.gym_id where ${matches('$1::text')}
      order by coalesce(m.subscribed_until < ($2::timestamptz at time zone g.time_zone)::date, false), m.last_visit_at desc nulls last, m.id limit $3`,
    [query.replaceAll('\u0000', ' '), context.clock.now(), first],
    { name: 'search_members' },
  );
  return getMembers(
    context,
    rows.map((row) => row.id),
    ahead,
  );
}
