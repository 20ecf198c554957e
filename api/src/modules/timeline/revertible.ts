// What a change of the audit trail did to its row, and what reverting it would: the one definition, in SQL over the change l
// and the row r that it is about, for showing and for doing.

export type Subject = 'member_tag' | 'member' | 'checkup' | 'notification' | 'note' | 'attachment';

interface Revertible {
  /** Which columns go back, with their types. */
  columns: Record<string, string>;
  /** What must hold of the row besides. */
  holds?: string;
}

export const revertibles: Record<Subject, Revertible> = {
  member_tag: { columns: { expires_on: 'date' } },
  member: { columns: { employee_id: 'uuid' } },
  checkup: { columns: { starts_at: 'timestamptz' }, holds: 'r.completed_at is null and r.cancelled_at is null' },
  notification: {
    columns: {
      snoozed_until: 'date',
      employee_id: 'uuid',
      completed_at: 'timestamptz',
      completed_by: 'uuid',
      outcome: 'text',
      closed_reason: 'text',
      note_id: 'uuid',
    },
    // What is done with is neither put off nor given away.
    holds: `(jsonb_exists(l.after, 'completed_at') or r.completed_at is null)`,
  },
  note: { columns: { retracted_at: 'timestamptz', retracted_by: 'uuid' } },
  attachment: { columns: { deleted_at: 'timestamptz', deleted_by: 'uuid' }, holds: `r.state = 'SAVED'` },
};

export const subjects = Object.keys(revertibles) as Subject[];

/** How the change finds its row. */
export const rowOf = (subject: Subject): string =>
  `r.gym_id = l.gym_id and ${subject === 'member_tag' ? 'r.member_id = l.member_id and r.tag_id' : 'r.id'} = l.subject_id`;

const columnsOf = (subject: Subject): [name: string, type: string][] => Object.entries(revertibles[subject].columns);

/** The row has the values that a side of the change names. */
const has = (subject: Subject, side: 'before' | 'after'): string =>
  columnsOf(subject)
    .map(
      ([name, type]) =>
        `(not jsonb_exists(l.${side}, '${name}') or r.${name} is not distinct from (l.${side} ->> '${name}')::${type})`,
    )
    .join(' and ');

/** The row is as the change left it, and may go back. */
export const isAsChanged = (subject: Subject): string =>
  [has(subject, 'after'), revertibles[subject].holds].filter(Boolean).join(' and ');

export const isAsBefore = (subject: Subject): string =>
  subject === 'checkup'
    ? `case when l.action = 'INSERT' then r.cancelled_at is not null else ${has(subject, 'before')} end`
    : has(subject, 'before');

/** A tag that was put on or taken off: the row itself is what changed. */
export const isTagAsAdded = `r.added_at = (l.after ->> 'added_at')::timestamptz
  and r.expires_on is not distinct from (l.after ->> 'expires_on')::date`;

export const assignments = (subject: Subject): string =>
  columnsOf(subject)
    .map(
      ([name, type]) =>
        `${name} = case when jsonb_exists(l.before, '${name}') then (l.before ->> '${name}')::${type} else r.${name} end`,
    )
    .join(', ');
