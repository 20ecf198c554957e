// What check-ups add to a member, as SQL over the member's row (m); $2 is now.
import { defineBranch } from '../../graphql/branch.ts';
import { memberParent } from '../member/member.entity.ts';
import { checkupJson } from './checkup.entity.ts';
import type { Checkup } from './checkup.entity.ts';

const ofMember = 'from checkup k where k.gym_id = m.gym_id and k.member_id = m.id and k.cancelled_at is null';

/** One that was completed before its time is over too. */
export const previousCheckup = defineBranch<Checkup | null>({
  parent: memberParent,
  field: 'previousCheckup',
  sql: (_, asked) =>
    `select ${checkupJson(asked)} ${ofMember} and (k.starts_at < $2::timestamptz or k.completed_at is not null) order by k.starts_at desc limit 1`,
});

export const nextCheckup = defineBranch<Checkup | null>({
  parent: memberParent,
  field: 'nextCheckup',
  sql: (_, asked) =>
    `select ${checkupJson(asked)} ${ofMember} and k.completed_at is null and k.starts_at >= $2::timestamptz order by k.starts_at limit 1`,
});
