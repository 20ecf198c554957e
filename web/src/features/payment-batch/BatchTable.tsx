// The batches of a gym, the newest first.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge, type Tone } from '../../ui/Badge';
import { Table, type Column } from '../../ui/Table';
import { batchTexts } from './messages';
import type { BatchTable_BatchFragment } from './PaymentBatch.generated';
import styles from './PaymentBatch.module.css';

type Batch = BatchTable_BatchFragment;
export const batchTones: Record<Batch['state'], Tone> = {
  DRAFT: 'warning',
  EXPORTED: 'warning',
  SUBMITTED: 'info',
  SETTLED: 'good',
  CANCELLED: 'neutral',
};

export function BatchTable({ batches }: { batches: readonly Batch[] }) {
  const text = useText(batchTexts);
  const format = useFormat();
  const columns: Column<Batch>[] = [
    { id: 'number', header: text.columns.batch, isRowHeader: true, cell: ({ number }) => text.batch(number) },
    {
      id: 'state',
      header: text.columns.state,
      cell: ({ state }) => <Badge tone={batchTones[state]}>{text.states[state]}</Badge>,
    },
    { id: 'until', header: text.columns.untilOn, cell: ({ untilOn }) => format.day(untilOn) },
    { id: 'on', header: text.columns.collectionOn, cell: ({ collectionOn }) => format.day(collectionOn) },
    {
      id: 'count',
      header: text.columns.count,
      isNumeric: true,
      cell: ({ collectionCount }) => format.number(collectionCount),
    },
    { id: 'total', header: text.columns.total, isNumeric: true, cell: ({ total }) => format.money(total) },
    {
      id: 'returned',
      header: text.columns.returned,
      isNumeric: true,
      cell: ({ returned: { count, total } }) =>
        count === 0 ? <span className={styles.muted}>–</span> : `${count} · ${format.money(total)}`,
    },
  ];
  return (
    <Table
      caption={text.title}
      columns={columns}
      rows={batches}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/payments/${id}`}
    />
  );
}
