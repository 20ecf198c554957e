// The statements that put a change back. Each holds only while the row is as the change left it; false when it no longer is.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ToldEntry } from './entry-json.ts';
import { assignments, isAsChanged, isTagAsAdded, rowOf } from './revertible.ts';
import type { Subject } from './revertible.ts';

export async function putBack(
  em: EntityManager,
  { auditId, subject, action }: ToldEntry & { auditId: string },
  now: Date,
): Promise<boolean> {
  if (!subject) return false;
  const run = async (text: string, ...values: unknown[]) =>
    (await em.execute<object[]>(`${text} returning true as done`, [...values, auditId])).length > 0;
  if (action === 'UPDATE') return run(reset(subject));
  if (subject === 'checkup') return run(callOff, now);
  return run(action === 'INSERT' ? takeOff : putOn);
}

const reset = (subject: Subject): string =>
  `update ${subject} r set ${assignments(subject)} from audit_log l where l.id = ? and ${rowOf(subject)} and ${isAsChanged(subject)}`;

const callOff = `update checkup r set cancelled_at = ? from audit_log l
  where l.id = ? and ${rowOf('checkup')} and ${isAsChanged('checkup')}`;

const takeOff = `delete from member_tag r using audit_log l where l.id = ? and ${rowOf('member_tag')} and ${isTagAsAdded}`;

const putOn = `insert into member_tag (gym_id, member_id, tag_id, added_at, added_by, expires_on)
  select l.gym_id, l.member_id, l.subject_id, (l.before ->> 'added_at')::timestamptz, (l.before ->> 'added_by')::uuid,
         (l.before ->> 'expires_on')::date
    from audit_log l where l.id = ? on conflict do nothing`;
