// Visits, notes, notifications, check-ups, files and results.
import { actor } from './timeline-source.ts';
import type { TimelineSource } from './timeline-source.ts';
import { TimelineKind } from './timeline.type.ts';

const session = `'subjectId', x.session_id, 'startsAt', x.starts_at,
  'title', (select t.name from session s join session_type t on t.gym_id = s.gym_id and t.id = s.session_type_id
    where s.gym_id = x.gym_id and s.id = x.session_id)`;

/** The last change of this kind that staff made to the row. */
const changeTo = (subject: string, what: string, condition: string): string =>
  `(select ${what} from audit_log l where l.gym_id = x.gym_id and l.subject_id = x.id and l.subject = '${subject}'
      and ${condition} and l.employee_id is not null order by l.happened_at desc limit 1)`;

const planned = `l.action = 'INSERT'`;

export const careSources: TimelineSource[] = [
  {
    name: 'presence',
    kind: TimelineKind.VISIT,
    table: 'registration x',
    at: 'x.starts_at',
    where: () => `x.status in ('ATTENDED', 'NO_SHOW')`,
    entry: `'event', case x.status when 'ATTENDED' then 'VISITED' else 'NO_SHOW' end, ${session}`,
  },
  {
    name: 'registration-cancelled',
    kind: TimelineKind.VISIT,
    table: 'registration x',
    at: 'coalesce(x.status_changed_at, x.starts_at)',
    where: () => `x.status = 'CANCELLED'`,
    entry: `'event', 'REGISTRATION_CANCELLED', ${session}`,
  },
  {
    name: 'note',
    kind: TimelineKind.NOTE,
    table: 'note x',
    at: 'x.created_at',
    entry: `'event', 'NOTE_ADDED', 'subjectId', x.id, 'title', case when x.retracted_at is null then x.text end,
      'isTakenBack', x.retracted_at is not null, ${actor('x.author_id')}`,
  },
  {
    name: 'notification',
    kind: TimelineKind.NOTIFICATION,
    table: 'notification x',
    at: 'x.created_at',
    entry: `'event', 'NOTIFICATION_MADE', 'subjectId', x.id, 'title', x.message, 'day', x.due_on, ${actor('x.created_by')}`,
  },
  {
    name: 'notification-completed',
    kind: TimelineKind.NOTIFICATION,
    table: 'notification x',
    at: 'x.completed_at',
    where: () => 'x.completed_at is not null',
    entry: `'event', case when x.closed_reason is null then 'NOTIFICATION_COMPLETED' else 'NOTIFICATION_CLOSED' end,
      'subjectId', x.id, 'title', x.message, 'reason', coalesce(x.outcome, x.closed_reason), ${actor('x.completed_by')},
      'auditId', ${changeTo('notification', 'l.id', `l.after ->> 'completed_at' is not null`)},
      'isCurrent', true, 'isBack', false`,
  },
  {
    // The row knows its latest completion only: those that somebody undid are told by the changes that undid them. One that was
    // put back is the row's own again, and of several that undid the same one the last tells it.
    name: 'notification-completed-before',
    kind: TimelineKind.NOTIFICATION,
    table: 'audit_log x',
    at: `(x.before ->> 'completed_at')::timestamptz`,
    where: () => `x.subject = 'notification' and x.action = 'UPDATE' and x.before ->> 'completed_at' is not null
      and not exists (select from notification n where n.gym_id = x.gym_id and n.id = x.subject_id
        and n.completed_at = (x.before ->> 'completed_at')::timestamptz)
      and not exists (select from audit_log l where l.gym_id = x.gym_id and l.subject_id = x.subject_id and l.subject = 'notification'
        and l.id > x.id and (l.before ->> 'completed_at')::timestamptz = (x.before ->> 'completed_at')::timestamptz)`,
    entry: `'event', case when x.before ->> 'closed_reason' is null then 'NOTIFICATION_COMPLETED' else 'NOTIFICATION_CLOSED' end,
      'subjectId', x.subject_id, 'isTakenBack', true,
      'title', (select n.message from notification n where n.gym_id = x.gym_id and n.id = x.subject_id),
      'reason', coalesce(x.before ->> 'outcome', x.before ->> 'closed_reason'), ${actor("(x.before ->> 'completed_by')::uuid")}`,
  },
  {
    name: 'checkup',
    kind: TimelineKind.CHECKUP,
    table: 'checkup x',
    at: 'x.created_at',
    entry: `'event', 'CHECKUP_PLANNED', 'subjectId', x.id, 'startsAt', x.starts_at,
      'isTakenBack', x.cancelled_at is not null, ${actor('x.employee_id')},
      'auditId', ${changeTo('checkup', 'l.id', planned)}, 'isBack', x.cancelled_at is not null,
      'isCurrent', x.completed_at is null and x.cancelled_at is null
        and ${changeTo('checkup', `(l.after ->> 'starts_at')::timestamptz`, planned)} = x.starts_at`,
  },
  {
    name: 'checkup-completed',
    kind: TimelineKind.CHECKUP,
    table: 'checkup x',
    at: 'x.completed_at',
    where: () => 'x.completed_at is not null',
    entry: `'event', 'CHECKUP_COMPLETED', 'subjectId', x.id, 'startsAt', x.starts_at, ${actor('x.employee_id')}`,
  },
  {
    name: 'checkup-cancelled',
    kind: TimelineKind.CHECKUP,
    table: 'checkup x',
    at: 'x.cancelled_at',
    where: () => 'x.cancelled_at is not null',
    entry: `'event', 'CHECKUP_CANCELLED', 'subjectId', x.id, 'startsAt', x.starts_at`,
  },
  {
    name: 'attachment',
    kind: TimelineKind.ATTACHMENT,
    table: 'attachment x',
    at: 'x.uploaded_at',
    where: () => `x.state = 'SAVED'`,
    entry: `'event', 'ATTACHMENT_ADDED', 'subjectId', x.id, 'title', x.name,
      'isTakenBack', x.deleted_at is not null, ${actor('x.uploaded_by')}`,
  },
  {
    name: 'result',
    kind: TimelineKind.RESULT,
    table: 'benchmark_result x',
    at: 'x.created_at',
    entry: `'event', 'RESULT_LOGGED', 'subjectId', x.id, 'detail', x.score, 'day', x.logged_on,
      'title', (select b.name from benchmark b where b.gym_id = x.gym_id and b.id = x.benchmark_id)`,
  },
];
