// What no table keeps by itself and the audit trail does: tags put on and taken off, who looks after a member, what was
// moved, retracted, renamed. As the index audit_log_of_timeline has it.
import { isAsBefore, isAsChanged, isTagAsAdded, rowOf, subjects } from './revertible.ts';
import type { Subject } from './revertible.ts';
import { actor } from './timeline-source.ts';
import type { TimelineSource } from './timeline-source.ts';
import { TimelineKind } from './timeline.type.ts';

/** By the subject of a change. */
export const kindOfSubject: Record<Subject, TimelineKind> = {
  member_tag: TimelineKind.TAG,
  member: TimelineKind.DETAILS,
  checkup: TimelineKind.CHECKUP,
  notification: TimelineKind.NOTIFICATION,
  note: TimelineKind.NOTE,
  attachment: TimelineKind.ATTACHMENT,
};

const told = `(x.subject = 'member_tag' or (x.action = 'UPDATE' and (
    (x.subject = 'member' and x.after ?| array['employee_id', 'first_name', 'particle', 'last_name', 'birth_date', 'email',
      'phone', 'street', 'house_number', 'postal_code', 'city', 'country'])
    or (x.subject = 'note' and x.after ? 'retracted_at')
    or (x.subject = 'notification' and x.after ?| array['snoozed_until', 'employee_id', 'completed_at']
      and coalesce(x.after -> 'completed_at', 'null') = 'null')
    or (x.subject = 'checkup' and x.after ? 'starts_at')
    or (x.subject = 'attachment' and x.after ?| array['deleted_at', 'name'] and not x.after ? 'state'))))`;

/** For who may not see health tags it is as if they had never been. */
const mayBeSeen = (seesHealthTags: string): string => `(x.subject <> 'member_tag' or ${seesHealthTags}::boolean
  or not exists (select from tag t where t.gym_id = x.gym_id and t.id = x.subject_id and t.is_health_data))`;

const kindOf = `case x.subject ${subjects.map((it) => `when '${it}' then '${kindOfSubject[it]}'`).join(' ')} end`;

/** Asks the row r that the change l is about. */
const ofRow = (question: (subject: Subject) => string): string =>
  `case x.subject ${subjects.map((it) => `when '${it}' then (select ${question(it)} from ${it} r where ${rowOf(it)})`).join('\n')} end`;

const isThere = `exists (select from member_tag r where ${rowOf('member_tag')})`;

const tagChange = (insert: string, remove: string, otherwise: string): string =>
  `case when x.subject = 'member_tag' and x.action = 'INSERT' then ${insert}
    when x.subject = 'member_tag' and x.action = 'DELETE' then ${remove} else ${otherwise} end`;

const nameOf = (side: 'before' | 'after'): string =>
  `(select e.full_name from employee e where e.gym_id = x.gym_id and e.id = (x.${side} ->> 'employee_id')::uuid)`;

export const staffChanges: TimelineSource = {
  name: 'change',
  kind: null,
  table: 'audit_log x',
  at: 'x.happened_at',
  where: ({ kinds, seesHealthTags }) =>
    `${told} and (${kinds}::text[] is null or ${kindOf} = any(${kinds}::text[])) and ${mayBeSeen(seesHealthTags)}`,
  entry: `'subject', x.subject, 'action', x.action, 'before', x.before, 'after', x.after, 'subjectId', x.subject_id,
    'names', json_build_object('before', ${nameOf('before')}, 'after', ${nameOf('after')}),
    'title', case x.subject
      when 'member_tag' then (select t.name from tag t where t.gym_id = x.gym_id and t.id = x.subject_id)
      when 'note' then (select n.text from note n where n.gym_id = x.gym_id and n.id = x.subject_id and n.retracted_at is null)
      when 'notification' then (select n.message from notification n where n.gym_id = x.gym_id and n.id = x.subject_id)
      when 'attachment' then (select a.name from attachment a where a.gym_id = x.gym_id and a.id = x.subject_id) end,
    'startsAt', case x.subject when 'checkup' then (select k.starts_at from checkup k where k.gym_id = x.gym_id and k.id = x.subject_id) end,
    'authorId', case x.subject when 'note' then (select n.author_id from note n where n.gym_id = x.gym_id and n.id = x.subject_id) end,
    'isHealthData', x.subject = 'member_tag' and (select t.is_health_data from tag t where t.gym_id = x.gym_id and t.id = x.subject_id),
    'auditId', case when x.employee_id is not null then x.id end,
    ${actor('x.employee_id')},
    'isCurrent', (select ${tagChange(
      `coalesce((select ${isTagAsAdded} from member_tag r where ${rowOf('member_tag')}), false)`,
      `not ${isThere}`,
      ofRow(isAsChanged),
    )} from (select x.*) l),
    'isBack', (select ${tagChange(`not ${isThere}`, isThere, ofRow(isAsBefore))} from (select x.*) l)`,
};
