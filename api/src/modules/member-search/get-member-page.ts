// The staff's table of members: filters combine, any sort is stable.
import { isUuid } from '../../database/uuid.ts';
import type { LookAhead } from '../../graphql/branch.ts';
import type { Context } from '../../graphql/context.ts';
import { offsetOf } from '../../graphql/page.ts';
import { getMembers } from '../member/get-member.ts';
import { memberStatus } from '../subscription/member-status.ts';
import { asked, askedValues, direct, slips } from './member-match.ts';
import type { MemberPage } from './member-page.type.ts';
import { MemberSortField, SortDirection } from './member-search.inputs.ts';
import type { MemberFilter, MembersArgs, MemberSort } from './member-search.inputs.ts';
import { readSearchText } from './search-text.ts';
import type { SearchText } from './search-text.ts';

const everyone = 2_147_483_647;

const columns: Record<MemberSortField, string[]> = {
  NAME: ['fold(m.last_name)', 'fold(m.first_name)'],
  MEMBER_NUMBER: ['m.member_number'],
  JOINED_ON: ['m.joined_on'],
  LAST_VISIT: ['m.last_visit_at'],
};

export async function getMemberPage(context: Context, args: MembersArgs, ahead: LookAhead): Promise<MemberPage> {
  const { page, pageSize } = args;
  const filter = args.filter ?? {};
  const text = filter.query?.trim() ? readSearchText(filter.query) : undefined;
  const values: unknown[] = text ? askedValues(text) : [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = [...textConditions(text), ...filterConditions(filter, context, bind)];
  const [found] = await context.db.rows<{ ids: string[]; totalCount: number }>(
    `with ${text ? `${matching}, ` : ''}listed as not materialized (
       select m.* from member m join gym g on g.id = m.gym_id where ${conditions.join(' and ')})
     select array(select m.id from listed m order by ${order(args.sort)} limit ${bind(pageSize)} offset ${bind(offsetOf(args))}) as ids,
       (select count(*)::int from listed) as "totalCount"`,
    values,
  );
  const items = await getMembers(context, found?.ids ?? [], ahead);
  return { items, totalCount: found?.totalCount ?? 0, page, pageSize };
}

/** All that the search would find, typos only if there is nothing else. */
const matching = `${asked}, ${direct(1000)},
  found as materialized (
    select id from direct union select id from members_named((select starts from asked), ${everyone}) id
    union select id from members_containing((select part from asked), (select patterns from asked), ${everyone}) id),
  matching as materialized (
    select id from found union all
    select id from members_misnamed(${slips}, ${everyone}) id where not exists (select from found))`;

function textConditions(text: SearchText | null | undefined): string[] {
  if (text === undefined) return ['true'];
  return [text ? 'm.id in (select id from matching)' : 'false'];
}

function filterConditions(filter: MemberFilter, context: Context, bind: (value: unknown) => string): string[] {
  const { tagIds, employeeId, hasEmployee, status } = filter;
  const all: string[] = [];
  for (const tagId of new Set(tagIds)) all.push(isUuid(tagId) ? carriesTag(bind(tagId)) : 'false');
  if (employeeId != null) all.push(isUuid(employeeId) ? `m.employee_id = ${bind(employeeId)}` : 'false');
  if (hasEmployee != null) all.push(`m.employee_id is ${hasEmployee ? 'not null' : 'null'}`);
  if (status?.length)
    all.push(`(${memberStatus(`${bind(context.clock.now())}::timestamptz`)}) = any(${bind(status)}::text[])`);
  return all;
}

/** An archived tag is shown at no member, so nobody carries it. */
const carriesTag = (
  tagId: string,
): string => `exists (select from member_tag mt join tag t on t.gym_id = mt.gym_id and t.id = mt.tag_id
  where mt.gym_id = m.gym_id and mt.member_id = m.id and mt.tag_id = ${tagId} and t.archived_at is null)`;

function order(sort: MemberSort | null | undefined): string {
  const { by = MemberSortField.NAME, direction = SortDirection.ASC } = sort ?? {};
  const nulls = by === MemberSortField.LAST_VISIT ? ' nulls last' : '';
  return [
    ...columns[by].map((column) => `${column} ${direction}${nulls}`),
    `m.id ${by === MemberSortField.LAST_VISIT ? 'asc' : direction}`,
  ].join(', ');
}
