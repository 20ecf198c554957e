// The tags of a member at this moment, as SQL over the member's row (m) and gym (g); $2 is now.
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { signedIn } from '../../graphql/context.ts';
import { offsetOf } from '../../graphql/page.ts';
import type { PageInput } from '../../graphql/page.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { memberParent } from '../member/member.entity.ts';
import { employeeJson } from '../staff/employee.entity.ts';
import { carriedTagJson } from './carried-tag.type.ts';
import type { CarriedTag } from './carried-tag.type.ts';
import type { HealthTagViewPage } from './health-tag-view.type.ts';
import type { CarriedTagsArgs } from './tag.inputs.ts';
import { tagJson, tagParent } from './tag.entity.ts';
import { canSeeHealthTags } from './tag.policy.ts';
import { automaticTagsNow, isAutomaticKind, stillCounts } from './tags-now.ts';
import type { AutomaticKind } from './tags-now.ts';

type TagsJson = { custom: CarriedTag[] } & Record<AutomaticKind, boolean>;

const now = '$2::timestamptz';
const kinds = Object.keys(automaticTagsNow).filter(isAutomaticKind);

export const tags = defineBranch<CarriedTag[], CarriedTagsArgs>({
  parent: memberParent,
  field: 'tags',
  params: ({ withHealthData }, context) => [withHealthData && canSeeHealthTags(signedIn(context))],
  sql: ([seesHealthTags]) => `select json_build_object(
    'custom', ${jsonList(`select ${carriedTagJson} as j from member_tag mt join tag t on t.gym_id = mt.gym_id and t.id = mt.tag_id
      where mt.gym_id = m.gym_id and mt.member_id = m.id and t.archived_at is null and ${stillCounts(now)}
        and (${seesHealthTags}::boolean or not t.is_health_data) order by fold(t.name), t.id`)},
    ${kinds.map((kind) => `'${kind}', ${automaticTagsNow[kind](now)}`).join(', ')})`,
  read: (json: TagsJson, context) => [...automaticTags(json, signedIn(context).locale), ...json.custom],
});

const names: Record<Viewer['locale'], Record<AutomaticKind, string>> = {
  nl: { BIRTHDAY: 'Jarig', NEW_MEMBER: 'Nieuw lid', FIRST_SESSION: 'Eerste les' },
  en: { BIRTHDAY: 'Birthday', NEW_MEMBER: 'New member', FIRST_SESSION: 'First session' },
};

const colors = { BIRTHDAY: '#b5467a', NEW_MEMBER: '#2f7d5b', FIRST_SESSION: '#2f6fb0' };

const automaticTags = (json: TagsJson, locale: Viewer['locale']): CarriedTag[] =>
  kinds
    .filter((kind) => json[kind])
    .map((kind) => ({
      id: kind,
      kind: kind as CarriedTag['kind'],
      name: names[locale][kind],
      color: colors[kind],
      expiresOn: null,
      isHealthData: false,
    }));

export const memberCount = defineBranch<number>({
  parent: tagParent,
  field: 'memberCount',
  sql: () => `select to_json(count(*)) from member_tag mt join gym g on g.id = mt.gym_id
    where mt.gym_id = m.gym_id and mt.tag_id = m.id and ${stillCounts(now)}`,
});

// Up to now: looking at the list is a view as well, and does not show itself.
const viewsOf = `health_tag_view v where v.gym_id = m.gym_id and v.member_id = m.id and v.seen_at < ${now}`;

export const healthTagViews = defineBranch<HealthTagViewPage | null, PageInput>({
  parent: memberParent,
  field: 'healthTagViews',
  params: (args, context) => [canSeeHealthTags(signedIn(context)), args.pageSize, offsetOf(args)],
  sql: ([seesHealthTags, limit, offset], asked) => `select case when ${seesHealthTags}::boolean then json_build_object(
    'items', ${jsonList(`select json_build_object('id', v.id, 'seenAt', v.seen_at, 'requestId', v.request_id,
        'employee', (select ${employeeJson('e')} from employee e where e.gym_id = v.gym_id and e.id = v.employee_id),
        'tag', (select ${tagJson('t')} from tag t where t.gym_id = v.gym_id and t.id = v.tag_id)) as j
      from ${viewsOf} order by v.seen_at desc, v.id desc limit ${limit} offset ${offset}`)},
    'totalCount', ${asked('totalCount') ? `(select count(*) from ${viewsOf})` : '0'}) end`,
  read: (json: Pick<HealthTagViewPage, 'items' | 'totalCount'>, _, { page, pageSize }) => ({ ...json, page, pageSize }),
});
