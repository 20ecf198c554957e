// What notifications add to an employee, as SQL over the employee's row (m); $2 is now.
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { employeeParent } from '../staff/employee.entity.ts';
import { notificationJson } from './notification.entity.ts';
import type { Notification } from './notification.entity.ts';

const daysAhead = 7;
const most = 100;

const today = `(select ($2::timestamptz at time zone g.time_zone)::date from gym g where g.id = m.gym_id)`;

const isOpen = `n.completed_at is null and n.due_on <= ${today} + ${daysAhead} and (n.snoozed_until is null or n.snoozed_until <= ${today})`;

/** Two ways to an employee, each with an index of its own. */
const theirs = `(
  select n.* from notification n where n.gym_id = m.gym_id and n.employee_id = m.id and ${isOpen}
  union all
  select n.* from member x join notification n on n.gym_id = x.gym_id and n.member_id = x.id
   where x.gym_id = m.gym_id and x.employee_id = m.id and n.employee_id is null and ${isOpen})`;

export const employeeNotifications = defineBranch<Notification[]>({
  parent: employeeParent,
  field: 'openNotifications',
  sql: (_, asked) =>
    jsonList(`select ${notificationJson(asked)} as j from ${theirs} n order by n.due_on, n.id limit ${most}`),
});
