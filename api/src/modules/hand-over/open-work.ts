// What an employee would leave behind, as SQL: members linked, open notifications, check-ups to come, open checklists.
import { overdueDays } from '../checkup/overdue-days.ts';

/** A notification, check-up or checklist is somebody's by name, or because the member is. */
const theirs = (columns: string, from: string, e: string, isOpen: string): string => `
  select ${columns}, true as is_given from ${from} w
   where w.gym_id = ${e}.gym_id and w.employee_id = ${e}.id and ${isOpen}
  union all
  select ${columns}, false from member x join ${from} w on w.gym_id = x.gym_id and w.member_id = x.id
   where x.gym_id = ${e}.gym_id and x.employee_id = ${e}.id and w.employee_id is null and ${isOpen}`;

export const isOpenCheckup = (now: string): string =>
  `w.completed_at is null and w.cancelled_at is null and w.starts_at > ${now} - interval '${overdueDays + 1} days'`;
export const isOpenNotification = 'w.completed_at is null';
export const isOpenChecklist = 'w.closed_at is null';

/** Rows (kind, id, member_id, text, at, is_given) of an employee under the alias `e`; `now` is an expression. */
export const openWork = (e: string, now: string): string => `(
  select 'MEMBERS' as kind, x.id, x.id as member_id, null::text as text, null::timestamptz as at, false as is_given
    from member x where x.gym_id = ${e}.gym_id and x.employee_id = ${e}.id
  union all ${theirs(`'NOTIFICATIONS', w.id, w.member_id, w.message, null::timestamptz`, 'notification', e, isOpenNotification)}
  union all ${theirs(`'CHECKUPS', w.id, w.member_id, null::text, w.starts_at`, 'checkup', e, isOpenCheckup(now))}
  union all ${theirs(`'CHECKLISTS', w.id, w.member_id, w.name, null::timestamptz`, 'checklist', e, isOpenChecklist)})`;
