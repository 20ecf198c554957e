// Who would be collected from, and who is left out: why, and where that is mended.
import { Link } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { Table, type Column } from '../../ui/Table';
import { batchTexts } from './messages';
import type { PreflightTable_CandidateFragment } from './PaymentBatch.generated';
import styles from './PaymentBatch.module.css';

type Candidate = PreflightTable_CandidateFragment;

export function PreflightTable({ candidates }: { candidates: readonly Candidate[] }) {
  const text = useText(batchTexts);
  const format = useFormat();
  const columns: Column<Candidate>[] = [
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
    { id: 'status', header: text.columns.status, cell: (candidate) => <Standing candidate={candidate} /> },
    {
      id: 'account',
      header: text.columns.account,
      cell: ({ maskedIban, holder, isRespelled, holderInFile }) =>
        maskedIban && (
          <span className={styles.cell}>
            <span className="figures">{maskedIban}</span>
            <span className={styles.muted}>{holder}</span>
            {isRespelled && holderInFile && <span className={styles.muted}>{text.inFile(holderInFile)}</span>}
          </span>
        ),
    },
    { id: 'lines', header: text.columns.lines, cell: (candidate) => <Lines candidate={candidate} /> },
    {
      id: 'total',
      header: text.columns.total,
      isNumeric: true,
      cell: ({ total, usual, unusual }) => (
        <span className={styles.cell}>
          <span className="figures">{format.money(total)}</span>
          {unusual && usual && <span className={styles.muted}>{text.usually(format.money(usual))}</span>}
        </span>
      ),
    },
  ];
  return <Table caption={text.preflightTitle} columns={columns} rows={candidates} rowKey={({ id }) => id} />;
}

function Standing({ candidate: { block, unusual, member, batchId, batchNumber } }: { candidate: Candidate }) {
  const text = useText(batchTexts);
  if (!block)
    return (
      <span className={styles.marks}>
        <Badge tone="good" icon="check">
          {text.included}
        </Badge>
        {unusual && (
          <Badge tone="warning" icon="warning">
            {text.unusual[unusual]}
          </Badge>
        )}
      </span>
    );
  return (
    <span className={styles.cell}>
      <span>{text.blocks[block]}</span>
      {block === 'IN_OTHER_BATCH' && batchId && batchNumber ? (
        <Link to={`/payments/${batchId}`}>{text.toBatch(batchNumber)}</Link>
      ) : block === 'NO_CREDITOR' ? (
        <Link to="/settings/payments">{text.toSettings}</Link>
      ) : block === 'BY_STRIPE' ? (
        <Link to={`/members/${member.id}?panel=purchases`} aria-label={text.toMember(member.fullName)}>
          {text.see}
        </Link>
      ) : block === 'NOTHING_TO_COLLECT' || block === 'CURRENCY' || block === 'AMOUNT_TOO_HIGH' ? (
        <Link to={`/members/${member.id}`} aria-label={text.toMember(member.fullName)}>
          {text.see}
        </Link>
      ) : (
        <Link to={`/members/${member.id}?dialog=mandate`} aria-label={text.mendMandateOf(member.fullName)}>
          {text.mendMandate}
        </Link>
      )}
    </span>
  );
}

function Lines({ candidate: { lines, lineCount, returnedCount } }: { candidate: Candidate }) {
  const text = useText(batchTexts);
  const format = useFormat();
  return (
    <details className={styles.disclosure}>
      <summary>
        {text.line(lineCount)}
        {returnedCount > 0 && <span className={styles.muted}> · {text.returnedBefore(returnedCount)}</span>}
      </summary>
      <ul className={styles.lines}>
        {lines.map(({ purchaseId, description, purchasedAt, amount }) => (
          <li key={purchaseId}>
            <span>
              {format.dayOf(purchasedAt)} · {description}
            </span>
            <span className="figures">{format.money(amount)}</span>
          </li>
        ))}
        {lineCount > lines.length && <li>…</li>}
      </ul>
    </details>
  );
}
