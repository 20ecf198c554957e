// What checklists add to a member and to an employee, as SQL over their row (m); $2 is now.
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { memberParent } from '../member/member.entity.ts';
import { employeeParent } from '../staff/employee.entity.ts';
import { checklistTemplateParent } from './checklist-template.entity.ts';
import { checklistJson } from './checklist.entity.ts';
import type { Checklist } from './checklist.entity.ts';

/** How long a done one is still shown with its member. */
const shownAfterDays = 14;
const mostOfEmployee = 100;

export const memberChecklists = defineBranch<Checklist[]>({
  parent: memberParent,
  field: 'checklists',
  sql: (_, asked) =>
    jsonList(`select ${checklistJson(asked)} as j from checklist c where c.gym_id = m.gym_id and c.member_id = m.id
      and (c.closed_at is null or c.closed_at > $2::timestamptz - interval '${shownAfterDays} days')
      order by c.closed_at is not null, c.closed_at desc, c.assigned_at, c.id`),
});

/** Two ways to an employee, each with an index of its own. */
const theirs = `(
  select c.* from checklist c where c.gym_id = m.gym_id and c.employee_id = m.id and c.closed_at is null
  union all
  select c.* from member x join checklist c on c.gym_id = x.gym_id and c.member_id = x.id
   where x.gym_id = m.gym_id and x.employee_id = m.id and c.employee_id is null and c.closed_at is null)`;

export const employeeChecklists = defineBranch<Checklist[]>({
  parent: employeeParent,
  field: 'checklists',
  sql: (_, asked) =>
    jsonList(
      `select ${checklistJson(asked)} as j from ${theirs} c order by c.assigned_at, c.id limit ${mostOfEmployee}`,
    ),
});

export const templateIsUsed = defineBranch<boolean>({
  parent: checklistTemplateParent,
  field: 'isUsed',
  sql: () => 'select to_json(exists (select from checklist c where c.gym_id = m.gym_id and c.template_id = m.id))',
});
