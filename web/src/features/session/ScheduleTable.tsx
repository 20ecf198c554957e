// The usual week of one calendar, from Monday morning on.
import { useText } from '../../i18n/text';
import { IconButton } from '../../ui/IconButton';
import { Table, type Column } from '../../ui/Table';
import { TagChip } from '../../ui/TagChip';
import { scheduleTexts, type Weekday } from './scheduleTexts';
import { useSlotName, type SlotRow } from './useScheduleSlots';

interface ScheduleTableProps {
  caption: string;
  slots: readonly SlotRow[];
  /** Null: only to look at. */
  verbs: { onEdit: (slot: SlotRow) => void; onDelete: (slot: SlotRow) => void } | null;
}

export function ScheduleTable({ caption, slots, verbs }: ScheduleTableProps) {
  const text = useText(scheduleTexts);
  const nameOf = useSlotName();
  const { columns: headers } = text;
  const columns: Column<SlotRow>[] = [
    {
      id: 'when',
      header: headers.when,
      isRowHeader: true,
      cell: ({ weekday, startsAt }) => `${text.weekdays[weekday as Weekday]} ${startsAt}`,
    },
    {
      id: 'type',
      header: headers.type,
      cell: ({ type }) => (
        <span>
          <TagChip name={type.name} color={type.color} /> {type.isArchived && text.archived}
        </span>
      ),
    },
    { id: 'minutes', header: headers.minutes, isNumeric: true, cell: ({ durationMinutes }) => durationMinutes },
    { id: 'places', header: headers.places, isNumeric: true, cell: ({ places }) => places },
    { id: 'employee', header: headers.employee, cell: ({ employee }) => employee?.fullName ?? text.nobody },
  ];
  if (verbs)
    columns.push({
      id: 'actions',
      header: text.edit,
      hideHeader: true,
      cell: (slot) => (
        <span>
          <IconButton icon="pencil" label={text.change(nameOf(slot))} onClick={() => verbs.onEdit(slot)} />
          <IconButton icon="trash" label={text.remove(nameOf(slot))} onClick={() => verbs.onDelete(slot)} />
        </span>
      ),
    });
  const sorted = slots.toSorted((a, b) => a.weekday - b.weekday || a.startsAt.localeCompare(b.startsAt));
  return <Table caption={caption} columns={columns} rows={sorted} rowKey={({ id }) => id} />;
}
