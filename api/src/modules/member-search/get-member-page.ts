// The staff's table of members: filters combine, any sort is stable.
import { isUuid } from '../../database/uuid.ts';
import type { LookAhead } from '../../graphql/branch.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { offsetOf } from '../../graphql/page.ts';
import { getMembers } from '../member/get-member.ts';
import { memberStatus } from '../subscription/member-status.ts';
import { noteHealthTagViews } from '../tag/note-health-tag-views.ts';
import type { HealthTagSight } from '../tag/note-health-tag-views.ts';
import { canSeeHealthTags } from '../tag/tag.policy.ts';
import { automaticTagsNow, carriesNow, isAutomaticKind } from '../tag/tags-now.ts';
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
  const order = orderOf(args.sort);
  const tagIds = customTags(filter);
  const [found] = await context.db.rows<Found>(
    `with ${text ? `${matching}, ` : ''}listed as not materialized (
       select m.* from member m join gym g on g.id = m.gym_id where ${conditions.join(' and ')})
     select array(select m.id from listed m order by ${order} limit ${bind(pageSize)} offset ${bind(offsetOf(args))}) as ids,
       (select count(*)::int from listed) as "totalCount",
       ${tagIds.length ? `array(select id from tag where is_health_data and id = any(${bind(tagIds)}::uuid[]))` : none} as "healthTagIds",
       ${tagIds.length ? `array(select id from listed limit ${FEW + 1})` : none} as few`,
    values,
  );
  if (!found) throw new Error('Counting always finds a number.');
  await noteHealthTagViews(context, sightsOf(found));
  const items = await getMembers(context, found.ids, ahead);
  return { items, totalCount: found.totalCount, page, pageSize };
}

interface Found {
  ids: string[];
  totalCount: number;
  healthTagIds: string[];
  /** All that match, when they are few: their number then says who they are. */
  few: string[];
}

const FEW = 100;
const none = `'{}'::uuid[]`;

const customTags = ({ tagIds }: MemberFilter): string[] => [...new Set(tagIds)].filter((id) => isUuid(id));

/** Who filters by a health tag sees of everybody found that they carry it. */
const sightsOf = ({ ids, healthTagIds, few }: Found): HealthTagSight[] =>
  healthTagIds.flatMap((tagId) =>
    [...new Set([...ids, ...(few.length > FEW ? [] : few)])].map((memberId) => ({ memberId, tagId })),
  );

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
  for (const tagId of new Set(tagIds)) all.push(tagCondition(tagId, context, bind));
  if (employeeId != null) all.push(isUuid(employeeId) ? `m.employee_id = ${bind(employeeId)}` : 'false');
  if (hasEmployee != null) all.push(`m.employee_id is ${hasEmployee ? 'not null' : 'null'}`);
  if (status?.length)
    all.push(`(${memberStatus(`${bind(context.clock.now())}::timestamptz`)}) = any(${bind(status)}::text[])`);
  return all;
}

function tagCondition(tagId: string, context: Context, bind: (value: unknown) => string): string {
  const now = () => `${bind(context.clock.now())}::timestamptz`;
  if (isAutomaticKind(tagId)) return automaticTagsNow[tagId](now());
  if (!isUuid(tagId)) return 'false';
  return carriesNow(bind(tagId), now(), bind(canSeeHealthTags(signedIn(context))));
}

function orderOf(sort: MemberSort | null | undefined): string {
  const { by = MemberSortField.NAME, direction = SortDirection.ASC } = sort ?? {};
  const nulls = by === MemberSortField.LAST_VISIT ? ' nulls last' : '';
  return [
    ...columns[by].map((column) => `${column} ${direction}${nulls}`),
    `m.id ${by === MemberSortField.LAST_VISIT ? 'asc' : direction}`,
  ].join(', ');
}
