// The sessions that an employee (m) is responsible for on some days in a row; $2 is now.
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { employeeParent } from '../staff/employee.entity.ts';
import { sessionJson } from '../visit/session.type.ts';
import type { Session } from '../visit/session.type.ts';
import type { EmployeeSessionsArgs } from './session.inputs.ts';

export const employeeSessions = defineBranch<Session[], EmployeeSessionsArgs>({
  parent: employeeParent,
  field: 'sessions',
  params: ({ from, days }) => [from ?? null, days],
  sql: ([from, days], asked) =>
    jsonList(`select ${sessionJson('s', asked)} as j from session s join gym g on g.id = s.gym_id
      cross join lateral (select coalesce(${from}::date, ($2::timestamptz at time zone g.time_zone)::date) as day) d
      where s.gym_id = m.gym_id and s.employee_id = m.id
        and s.starts_at >= d.day::timestamp at time zone g.time_zone
        and s.starts_at < (d.day + ${days}::int)::timestamp at time zone g.time_zone
      order by s.starts_at, s.id`),
});
