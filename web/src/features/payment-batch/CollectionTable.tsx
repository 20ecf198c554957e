// The direct debits of a batch, and the way to enter that one came back.
import { Link } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge, type Tone } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Table, type Column } from '../../ui/Table';
import { batchTexts } from './messages';
import type { CollectionTable_CollectionFragment } from './PaymentBatch.generated';
import styles from './PaymentBatch.module.css';
import { reasonInWords, returnReasonTexts } from './returnReasonTexts';

type Collection = CollectionTable_CollectionFragment;
const tones: Record<Collection['state'], Tone> = {
  PENDING: 'info',
  PAID: 'good',
  RETURNED: 'bad',
  CANCELLED: 'neutral',
};

interface CollectionTableProps {
  collections: readonly Collection[];
  mayReturn: boolean;
  onReturn: (collection: Collection) => void;
}

export function CollectionTable({ collections, mayReturn, onReturn }: CollectionTableProps) {
  const text = useText(batchTexts);
  const reasons = useText(returnReasonTexts);
  const format = useFormat();
  const columns: Column<Collection>[] = [
    {
      id: 'member',
      header: text.columns.member,
      isRowHeader: true,
      cell: ({ member }) => (
        <Link to={`/members/${member.id}`}>
          {member.fullName} <span className={styles.muted}>{member.memberNumber}</span>
        </Link>
      ),
    },
    {
      id: 'state',
      header: text.columns.state,
      cell: ({ state, returnReason }) => (
        <span className={styles.cell}>
          <span>
            <Badge tone={tones[state]}>{text.collectionStates[state]}</Badge>
          </span>
          {returnReason && <span className={styles.muted}>{reasonInWords(returnReason, reasons)}</span>}
        </span>
      ),
    },
    {
      id: 'account',
      header: text.columns.account,
      cell: ({ maskedIban, holder, isAmended }) => (
        <span className={styles.cell}>
          <span className="figures">{maskedIban}</span>
          <span className={styles.muted}>{holder}</span>
          {isAmended && <span className={styles.muted}>{text.amended}</span>}
        </span>
      ),
    },
    {
      id: 'id',
      header: text.endToEnd,
      cell: ({ endToEndId }) => <code className={styles.muted}>{endToEndId}</code>,
    },
    { id: 'total', header: text.columns.total, isNumeric: true, cell: ({ amount }) => format.money(amount) },
    {
      id: 'actions',
      header: text.columns.actions,
      hideHeader: true,
      cell: (collection) =>
        mayReturn &&
        (collection.state === 'PENDING' || collection.state === 'PAID') && (
          <span>
            <Button aria-label={text.enterReturnOf(collection.member.fullName)} onClick={() => onReturn(collection)}>
              {text.enterReturn}
            </Button>
          </span>
        ),
    },
  ];
  return <Table caption={text.collections} columns={columns} rows={collections} rowKey={({ id }) => id} />;
}
