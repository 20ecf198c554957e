// What a change of the audit trail means: its event, and the values before and after. Pure.
import type { Columns, EntryJson, ToldEntry } from './entry-json.ts';
import type { Subject } from './revertible.ts';
import { kindOfSubject } from './staff-changes.ts';
import { TimelineEvent } from './timeline.type.ts';
import type { TimelineChange, TimelineKind } from './timeline.type.ts';

/** The columns that are told, by their names in the schema. Nothing else of the audit trail leaves the server. */
const fields: Record<Subject, Record<string, string>> = {
  member_tag: { expires_on: 'expiresOn' },
  member: {
    employee_id: 'employee',
    first_name: 'firstName',
    particle: 'particle',
    last_name: 'lastName',
    birth_date: 'birthDate',
    email: 'email',
    phone: 'phone',
    street: 'street',
    house_number: 'houseNumber',
    postal_code: 'postalCode',
    city: 'city',
    country: 'country',
  },
  checkup: { starts_at: 'startsAt' },
  notification: { snoozed_until: 'snoozedUntil', employee_id: 'employee' },
  note: {},
  attachment: { name: 'name' },
};

export function readChange(entry: EntryJson): Pick<ToldEntry, 'kind' | 'event' | 'changes' | 'day'> {
  const { subject, kind, event } = entry;
  if (!subject) return { kind: kind as TimelineKind, event: event as TimelineEvent, day: entry.day ?? null };
  const isUpdate = entry.action === 'UPDATE';
  return {
    kind: kindOfSubject[subject],
    event: eventOf(entry, subject),
    day: subject === 'member_tag' ? ((entry.after ?? entry.before)?.['expires_on'] ?? null) : null,
    changes: isUpdate ? changesOf(entry, fields[subject]) : [],
  };
}

function eventOf({ action, after }: EntryJson, subject: Subject): TimelineEvent {
  const has = (column: string) => Object.hasOwn(after ?? {}, column);
  switch (subject) {
    case 'member_tag':
      if (action === 'DELETE') return TimelineEvent.TAG_REMOVED;
      return action === 'INSERT' || has('added_at') ? TimelineEvent.TAG_ADDED : TimelineEvent.TAG_CHANGED;
    case 'member':
      return has('employee_id') ? TimelineEvent.EMPLOYEE_LINKED : TimelineEvent.DETAILS_CHANGED;
    case 'checkup':
      return action === 'INSERT' ? TimelineEvent.CHECKUP_PLANNED : TimelineEvent.CHECKUP_MOVED;
    case 'note':
      return after?.['retracted_at'] ? TimelineEvent.NOTE_RETRACTED : TimelineEvent.NOTE_RESTORED;
    case 'attachment':
      if (!has('deleted_at')) return TimelineEvent.ATTACHMENT_RENAMED;
      return after?.['deleted_at'] ? TimelineEvent.ATTACHMENT_DELETED : TimelineEvent.ATTACHMENT_RESTORED;
    case 'notification':
      if (after?.['completed_at'])
        return after['closed_reason'] ? TimelineEvent.NOTIFICATION_CLOSED : TimelineEvent.NOTIFICATION_COMPLETED;
      if (has('completed_at')) return TimelineEvent.NOTIFICATION_REOPENED;
      return has('employee_id') ? TimelineEvent.NOTIFICATION_REASSIGNED : TimelineEvent.NOTIFICATION_SNOOZED;
  }
}

function changesOf({ before, after, names }: EntryJson, told: Record<string, string>): TimelineChange[] {
  return Object.entries(told)
    .filter(([column]) => Object.hasOwn(after ?? {}, column))
    .map(([column, field]) =>
      field === 'employee'
        ? { field, before: names?.before ?? null, after: names?.after ?? null }
        : { field, before: valueOf(before, column), after: valueOf(after, column) },
    );
}

function valueOf(columns: Columns | null | undefined, column: string): string | null {
  const value = columns?.[column] ?? null;
  return value !== null && column.endsWith('_at') ? new Date(value).toISOString() : value;
}
