// The tags of a member at this moment, as SQL over the member's row (m) and gym (g); $2 is now.
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { memberParent } from '../member/member.entity.ts';
import { TagKind, tagJson, tagParent } from './tag.entity.ts';
import type { Tag } from './tag.entity.ts';

interface TagsJson {
  custom: Tag[];
  isBirthday: boolean;
  isNew: boolean;
  isFirstSession: boolean;
}

const today = `($2::timestamptz at time zone g.time_zone)::date`;

// Who was born on 29 February celebrates on the 28th in other years: adding years to a date keeps it within the month.
const birthdayThisYear = `(m.birth_date + make_interval(years => (extract(year from ${today}) - extract(year from m.birth_date))::int))::date`;

export const tags = defineBranch<Tag[]>({
  parent: memberParent,
  field: 'tags',
  sql: () => `select json_build_object(
    'custom', ${jsonList(`select ${tagJson('t')} as j from member_tag mt join tag t on t.gym_id = mt.gym_id and t.id = mt.tag_id
      where mt.gym_id = m.gym_id and mt.member_id = m.id and t.archived_at is null order by fold(t.name), t.id`)},
    'isBirthday', coalesce(${birthdayThisYear} = ${today}, false),
    'isNew', ${today} >= m.joined_on and ${today} < m.joined_on + g.new_member_days,
    'isFirstSession', m.last_visit_at is null and exists (
      select from registration r join session s on s.gym_id = r.gym_id and s.id = r.session_id
       where r.gym_id = m.gym_id and r.member_id = m.id and r.status = 'REGISTERED' and r.starts_at > $2::timestamptz
         and s.cancelled_at is null))`,
  read: (json: TagsJson, context) => [...automaticTags(json, signedIn(context).locale), ...json.custom],
});

const names: Record<Viewer['locale'], Record<Exclude<TagKind, 'CUSTOM'>, string>> = {
  nl: { BIRTHDAY: 'Jarig', NEW_MEMBER: 'Nieuw lid', FIRST_SESSION: 'Eerste sessie' },
  en: { BIRTHDAY: 'Birthday', NEW_MEMBER: 'New member', FIRST_SESSION: 'First session' },
};

const colors = { BIRTHDAY: '#b5467a', NEW_MEMBER: '#2f7d5b', FIRST_SESSION: '#2f6fb0' };

function automaticTags({ isBirthday, isNew, isFirstSession }: TagsJson, locale: Viewer['locale']): Tag[] {
  const kinds = [
    ...(isBirthday ? [TagKind.BIRTHDAY as const] : []),
    ...(isFirstSession ? [TagKind.FIRST_SESSION as const] : []),
    ...(isNew ? [TagKind.NEW_MEMBER as const] : []),
  ];
  return kinds.map(
    (kind) => ({ id: kind, kind, name: names[locale][kind], color: colors[kind], isArchived: false }) as Tag,
  );
}

export const memberCount = defineBranch<number>({
  parent: tagParent,
  field: 'memberCount',
  sql: () => `select to_json(count(*)) from member_tag mt where mt.gym_id = m.gym_id and mt.tag_id = m.id`,
});
