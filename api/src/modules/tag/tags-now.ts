// Which tags a member carries at an instant, as SQL over the member's row (m) and gym (g): the one definition, for showing
// and for filtering. Days are the gym's.
import { TagKind } from './tag.entity.ts';

export type AutomaticKind = Exclude<TagKind, 'CUSTOM'>;

const today = (now: string): string => `(${now} at time zone g.time_zone)::date`;

/** Whether a row mt of member_tag has not expired: the day that it names is the last. */
export const stillCounts = (now: string): string => `(mt.expires_on is null or mt.expires_on >= ${today(now)})`;

// Who was born on 29 February celebrates on the 28th in other years: adding years to a date keeps it within the month.
const isBirthday = (now: string): string =>
  `coalesce((m.birth_date + make_interval(years => (extract(year from ${today(now)}) - extract(year from m.birth_date))::int))::date = ${today(now)}, false)`;

const isNew = (now: string): string =>
  `(${today(now)} >= m.joined_on and ${today(now)} < m.joined_on + g.new_member_days)`;

const ofMember = 'r.gym_id = m.gym_id and r.member_id = m.id';

// All day long, also when they are marked present: the coach at the door should know whom to welcome.
function isFirstSession(now: string): string {
  const midnight = `(${today(now)}::timestamp at time zone g.time_zone)`;
  return `((m.last_visit_at is null or (m.last_visit_at >= ${midnight} and not exists (
      select from registration r where ${ofMember} and r.status = 'ATTENDED' and r.starts_at < ${midnight})))
    and exists (select from registration r join session s on s.gym_id = r.gym_id and s.id = r.session_id
      where ${ofMember} and r.status in ('REGISTERED', 'ATTENDED') and r.starts_at >= ${midnight} and s.cancelled_at is null))`;
}

/** In the order in which they are shown. */
export const automaticTagsNow: Record<AutomaticKind, (now: string) => string> = {
  BIRTHDAY: isBirthday,
  FIRST_SESSION: isFirstSession,
  NEW_MEMBER: isNew,
};

export const isAutomaticKind = (id: string): id is AutomaticKind => Object.hasOwn(automaticTagsNow, id);

/** Whether the member carries a custom tag, for who sees those about health or not. An archived one is shown at no member, so nobody carries it. */
export const carriesNow = (tagId: string, now: string, seesHealthTags: string): string =>
  `exists (select from member_tag mt join tag t on t.gym_id = mt.gym_id and t.id = mt.tag_id
    where mt.gym_id = m.gym_id and mt.member_id = m.id and mt.tag_id = ${tagId} and t.archived_at is null and ${stillCounts(now)}
      and (${seesHealthTags}::boolean or not t.is_health_data))`;
