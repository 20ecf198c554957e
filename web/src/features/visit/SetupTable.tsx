// The gym's session types or calendars: what they are called, whether anything uses them, and what can be done with each.
import type { Money } from '../../format/money';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { KeptButtons, type Kept, type KeptVerbs } from '../../ui/KeptButtons';
import { keptTexts } from '../../ui/keptTexts';
import { Table, type Column } from '../../ui/Table';
import { TagChip } from '../../ui/TagChip';

interface Row extends Kept {
  color?: string;
  singleSessionPrice?: Money | null;
}

interface SetupTableProps<R> {
  caption: string;
  rows: readonly R[];
  text: {
    columns: { name: string; inUse: string };
    inUse: string;
    unused: string;
    /** Of session types: what one session costs. */
    price?: string;
    notSold?: string;
  };
  /** Null: only to look at. */
  verbs: KeptVerbs<R> | null;
}

export function SetupTable<R extends Row>({ caption, rows, text, verbs }: SetupTableProps<R>) {
  const kept = useText(keptTexts);
  const format = useFormat();
  const columns: Column<R>[] = [
    {
      id: 'name',
      header: text.columns.name,
      isRowHeader: true,
      cell: ({ name, color }) => (color ? <TagChip name={name} color={color} /> : name),
    },
    { id: 'inUse', header: text.columns.inUse, cell: ({ isUsed }) => (isUsed ? text.inUse : text.unused) },
  ];
  const { price } = text;
  if (price)
    columns.push({
      id: 'price',
      header: price,
      cell: ({ singleSessionPrice }) => (singleSessionPrice ? format.money(singleSessionPrice) : text.notSold),
    });
  if (verbs)
    columns.push({
      id: 'actions',
      header: kept.actions,
      hideHeader: true,
      cell: (row) => <KeptButtons row={row} verbs={verbs} />,
    });
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
