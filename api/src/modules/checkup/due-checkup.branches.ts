// The check-ups that an employee (m) has to do or to plan, as SQL; $2 is now.
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { employeeParent } from '../staff/employee.entity.ts';
import { checkupJson } from './checkup.entity.ts';
import { overdueDays } from './overdue-days.ts';
import type { DueCheckup } from './due-checkup.type.ts';

/** After so many days without one, it is long ago; who never had one is counted from joining. */
const longAgoDays = 90;
const most = 50;

const dayOf = (instant: string) => `(${instant} at time zone g.time_zone)::date`;
const today = dayOf('$2::timestamptz');
const counts = 'k.gym_id = x.gym_id and k.member_id = x.id and k.cancelled_at is null';
const isToDo = `k.completed_at is null and ${dayOf('k.starts_at')} between ${today} - ${overdueDays} and ${today}`;
const lastOn = `(select max(${dayOf('k.starts_at')}) from checkup k where ${counts}
  and (k.completed_at is not null or k.starts_at < $2::timestamptz))`;

/** As MemberStatus says, of a member x. */
const isActive = `exists (select from subscription s where s.gym_id = x.gym_id and s.member_id = x.id and s.voided_at is null
  and s.starts_on <= ${today} and (s.ends_on is null or s.ends_on >= ${today}))`;

const planned = `select k.id, x.id as member_id, ${lastOn} as last_on, k.starts_at as at,
    ${checkupJson((field) => field === 'employee')} as checkup
  from gym g join checkup k on k.gym_id = g.id join member x on x.gym_id = k.gym_id and x.id = k.member_id
 where g.id = m.gym_id and coalesce(k.employee_id, x.employee_id) = m.id and k.cancelled_at is null and ${isToDo}`;

const toBePlanned = `select x.id, x.id as member_id, last.on_day, (coalesce(last.on_day, x.joined_on)::timestamp at time zone g.time_zone), null::json
  from gym g join member x on x.gym_id = g.id cross join lateral (select ${lastOn} as on_day) last
 where g.id = m.gym_id and x.employee_id = m.id and ${isActive}
   and coalesce(last.on_day, x.joined_on) < ${today} - ${longAgoDays}
   and not exists (select from checkup k where ${counts} and k.completed_at is null
     and (k.starts_at >= $2::timestamptz or ${isToDo}))`;

export const dueCheckups = defineBranch<DueCheckup[]>({
  parent: employeeParent,
  field: 'dueCheckups',
  sql: () =>
    jsonList(`select json_build_object('id', d.id, 'memberId', d.member_id, 'lastOn', d.last_on, 'checkup', d.checkup) as j
      from (${planned} union all ${toBePlanned}) d order by d.checkup is null, d.at, d.id limit ${most}`),
});
