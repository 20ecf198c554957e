// One page of the audit trail in one statement. Each subject gives its latest rows after the cursor from an index, no more
// than a page of them; what is told about a row is read only for those that make the page.
import { employeeJson } from '../staff/employee.entity.ts';

export interface Narrowing {
  byEmployee: boolean;
  aboutMember: boolean;
}

/** $1: the subjects, each with its columns, as JSON. $2: the limit. $3, $4: the cursor. $5, $6: the days. $7: sees health
 *  tags. $8: the employee or the member; $9: the member beside an employee. */
export function changesSql({ byEmployee, aboutMember }: Narrowing): string {
  const conditions = [
    'x.gym_id = g.id and x.subject = s.subject',
    ...(byEmployee ? ['x.employee_id = $8::uuid'] : []),
    ...(aboutMember ? [`x.member_id = ${byEmployee ? '$9' : '$8'}::uuid`] : []),
    `(x.happened_at, x.id) < (coalesce($3::timestamptz, 'infinity'), coalesce($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))`,
    `($5::date is null or x.happened_at >= $5::date::timestamp at time zone g.time_zone)`,
    `($6::date is null or x.happened_at < ($6::date + 1)::timestamp at time zone g.time_zone)`,
    // Counters and the like change too. A case is thought to hold for half of the rows: for fewer, the planner would read all
    // of a subject rather than its latest by the index.
    `case when x.action = 'UPDATE' and not x.after ?| s.columns then false else ${withoutHealth} end`,
  ];
  return `select json_build_object('at', p.happened_at, 'id', p.id, 'subject', p.subject, 'action', p.action, 'before', p.before,
      'after', p.after, 'memberId', p.member_id,
      'memberName', (select m.full_name from member m where m.gym_id = p.gym_id and m.id = p.member_id),
      'actor', (select ${employeeJson('e')} from employee e where e.gym_id = p.gym_id and e.id = p.employee_id),
      'name', ${nameOfSubject}, 'names', ${namesBehind}) as change
    from (select latest.* from gym g,
        (select key as subject, array(select jsonb_array_elements_text(value)) as columns from jsonb_each($1::jsonb)) s,
        lateral (select x.* from audit_log x where ${conditions.join(' and ')}
          order by x.happened_at desc, x.id desc limit $2::int) latest
      order by latest.happened_at desc, latest.id desc limit $2::int) p
    order by p.happened_at desc, p.id desc`;
}

// That a member carries a tag about health, or one that nobody can say of any more what it was, is not told; of the tags
// themselves, only to who may see them in the settings.
const withoutHealth = `(x.subject not in ('member_tag', 'tag') or (x.subject = 'tag' and $7::boolean)
  or exists (select from tag t where t.gym_id = x.gym_id and t.id = x.subject_id and not t.is_health_data))`;

/** What a row of each subject is called, as r. */
const names: Record<string, string> = {
  tag: 'r.name from tag r',
  member_tag: 'r.name from tag r',
  session_type: 'r.name from session_type r',
  calendar: 'r.name from calendar r',
  checklist_template: 'r.name from checklist_template r',
  checklist: 'r.name from checklist r',
  subscription_type: 'r.name from subscription_type r',
  shop_item: 'r.name from shop_item r',
  shop_category: 'r.name from shop_category r',
  employee: 'r.full_name from employee r',
  employee_invitation: `concat_ws(' ', r.first_name, r.last_name) from employee_invitation r`,
  hand_over: 'e.full_name from hand_over r join employee e on e.gym_id = r.gym_id and e.id = r.employee_id',
  notification_rule: 'r.rule from notification_rule r',
  session: 't.name from session r join session_type t on t.gym_id = r.gym_id and t.id = r.session_type_id',
  schedule_slot: 't.name from schedule_slot r join session_type t on t.gym_id = r.gym_id and t.id = r.session_type_id',
  registration: `t.name from registration r join session s on s.gym_id = r.gym_id and s.id = r.session_id
    join session_type t on t.gym_id = s.gym_id and t.id = s.session_type_id`,
  subscription:
    't.name from subscription r join subscription_type t on t.gym_id = r.gym_id and t.id = r.subscription_type_id',
  purchase: 'r.description from purchase r',
  payment: 'b.description from payment r join purchase b on b.gym_id = r.gym_id and b.id = r.purchase_id',
  payment_batch: 'r.number::text from payment_batch r',
};

// What is gone is called as it was. Of what members and employees hold, no text that they wrote is a name.
const nameOfSubject = `coalesce(case p.subject ${Object.entries(names)
  .map(([subject, name]) => `when '${subject}' then (select ${name} where r.gym_id = p.gym_id and r.id = p.subject_id)`)
  .join(
    '\n',
  )} end, case when p.member_id is null and p.subject <> 'api_token' then coalesce(p.after ->> 'name', p.before ->> 'name') end)`;

/** Columns that hold an id, and what that is called. */
const referred: Record<string, string> = {
  employee_id: 'r.full_name from employee r',
  tag_id: 'r.name from tag r',
  session_type_id: 'r.name from session_type r',
  calendar_id: 'r.name from calendar r',
  template_id: 'r.name from checklist_template r',
  subscription_type_id: 'r.name from subscription_type r',
  shop_category_id: 'r.name from shop_category r',
};

const namesBehind = `(select json_object_agg(n.id, n.name) from (${Object.entries(referred)
  .map(
    ([column, name]) => `select r.id, ${name}
      where r.gym_id = p.gym_id and r.id in ((p.before ->> '${column}')::uuid, (p.after ->> '${column}')::uuid)`,
  )
  .join(' union all ')}) n(id, name))`;

export const isReference = (column: string): boolean => column in referred;
