// What a row of the audit trail says: the columns that are shown, before and after. Pure.
import type { Employee } from '../staff/employee.entity.ts';
import { isReference } from './changes-sql.ts';
import { RecordedAction, RecordedKind } from './recorded-change.type.ts';
import type { RecordedChange, RecordedSubject, RecordedValue } from './recorded-change.type.ts';
import { shownColumns } from './recorded-columns.ts';
import type { RecordedColumn, RecordedTable } from './recorded-columns.ts';

type Columns = Record<string, unknown>;

export interface ChangeRow {
  at: string;
  id: string;
  subject: RecordedTable;
  action: 'INSERT' | 'UPDATE' | 'DELETE' | 'READ';
  before: Columns | null;
  after: Columns | null;
  memberId: string | null;
  memberName: string | null;
  actor: Employee | null;
  name: string | null;
  names: Record<string, string> | null;
}

const actions = {
  INSERT: RecordedAction.ADDED,
  UPDATE: RecordedAction.CHANGED,
  DELETE: RecordedAction.REMOVED,
  READ: RecordedAction.LOOKED_AT,
};

export function readChange(row: ChangeRow): RecordedChange {
  const { at, id, subject, action, memberId, memberName, actor, name } = row;
  return {
    id,
    happenedAt: at,
    subject: subject.toUpperCase() as RecordedSubject,
    action: actions[action],
    name,
    actor,
    memberId,
    memberName,
    values: shownColumns(subject).flatMap((column) => valueOf(row, column)),
  } as RecordedChange;
}

/** Of what was added or removed only what it had. */
function valueOf({ subject, before, after, names }: ChangeRow, { name, isWithheld }: RecordedColumn): RecordedValue[] {
  const [was, is] = [before?.[name] ?? null, after?.[name] ?? null];
  if (was === null && is === null) return [];
  const kind = kindOf(subject, name);
  const show = (value: unknown) => (isWithheld || value === null ? null : shown(value, kind, name, names));
  return [{ field: name.toUpperCase(), kind, before: show(was), after: show(is), isWithheld }];
}

function shown(value: unknown, kind: RecordedKind, column: string, names: ChangeRow['names']): string {
  if (isReference(column)) return names?.[String(value)] ?? '?';
  if (kind === RecordedKind.INSTANT) return new Date(String(value)).toISOString();
  if (kind === RecordedKind.CODES && Array.isArray(value)) return value.join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const codes = new Set(
  `payment_collection locale role scope kind outcome closed_reason status paid_with pay_with ended_as billing status_reason
   payment_method method signed_how state mode pain_version blocked_reason disabled_reason country iban_country`.split(
    /\s+/,
  ),
);

function kindOf(table: RecordedTable, column: string): RecordedKind {
  if (column === 'parameters') return RecordedKind.NUMBERS;
  if (column === 'refusals') return RecordedKind.CODES;
  if (column === 'color') return RecordedKind.COLOR;
  // A time on the gym's clock, not an instant.
  if (table === 'schedule_slot' && column === 'starts_at') return RecordedKind.TEXT;
  if (codes.has(column)) return RecordedKind.CODE;
  if (/^is_|_enabled$|_submitted$/.test(column)) return RecordedKind.BOOLEAN;
  if (column.endsWith('_cents')) return RecordedKind.CENTS;
  if (column.endsWith('_bp')) return RecordedKind.HUNDREDTHS;
  if (column.endsWith('_bytes')) return RecordedKind.BYTES;
  if (column.endsWith('_at')) return RecordedKind.INSTANT;
  if (/_on$|_date$|_from$/.test(column)) return RecordedKind.DAY;
  if (/^trend_|_days$|_day$|_minutes$|_limit$|_months$|_count$|^(places|quantity|number|version|weekday)$/.test(column))
    return RecordedKind.NUMBER;
  return RecordedKind.TEXT;
}
