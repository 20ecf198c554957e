// One SEPA batch: how far it is, what it is made of, and what came back of it.
import { useState } from 'react';
import { useParams } from 'react-router';
import { BatchSteps } from '../../../features/payment-batch/BatchSteps';
import { batchTones } from '../../../features/payment-batch/BatchTable';
import { CollectionTable } from '../../../features/payment-batch/CollectionTable';
import { ImportDialog } from '../../../features/payment-batch/ImportDialog';
import { batchTexts } from '../../../features/payment-batch/messages';
import type {
  BatchSteps_BatchFragment,
  CollectionTable_CollectionFragment,
} from '../../../features/payment-batch/PaymentBatch.generated';
import styles from '../../../features/payment-batch/PaymentBatch.module.css';
import { ReturnDialog } from '../../../features/payment-batch/ReturnDialog';
import { useFormat } from '../../../format/useFormat';
import type { CollectionState } from '../../../graphql/schema.generated';
import { useErrorText } from '../../../graphql/useErrorText';
import { useQuery } from '../../../graphql/useQuery';
import { useText } from '../../../i18n/text';
import { Badge } from '../../../ui/Badge';
import { ButtonLink } from '../../../ui/ButtonLink';
import { Card } from '../../../ui/Card';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { FactRow } from '../../../ui/FactRow';
import { Pager } from '../../../ui/Pager';
import { Select } from '../../../ui/Select';
import { SkeletonLines } from '../../../ui/Skeleton';
import { TextField } from '../../../ui/TextField';
import { usePageTitle } from '../../usePageTitle';
import { PaymentBatchPageDocument, type PaymentBatchPageQuery } from './Payments.generated';

const pageSize = 50;
const states: CollectionState[] = ['PENDING', 'PAID', 'RETURNED', 'CANCELLED'];
type Batch = NonNullable<PaymentBatchPageQuery['paymentBatch']>;

interface Shown {
  state: CollectionState | '';
  search: string;
  page: number;
}

export default function BatchPage() {
  const text = useText(batchTexts);
  const sentence = useErrorText();
  const { id = '' } = useParams();
  const [shown, setShown] = useState<Shown>({ state: '', search: '', page: 1 });
  const [isImporting, setImporting] = useState(false);
  const { state, search, page } = shown;
  const { data, previousData, error, refetch } = useQuery(PaymentBatchPageDocument, {
    variables: { id, page, state: state || null, search: search || null },
    fetchPolicy: 'cache-and-network',
    errorPolicy: 'all',
  });
  const found = data ?? previousData;
  const batch = found?.paymentBatch;
  usePageTitle(batch ? text.batch(batch.number) : text.title);
  if (error && !found?.paymentBatch) return <ErrorState message={sentence(error)} onRetry={() => void refetch()} />;
  if (!found)
    return (
      <Card>
        <SkeletonLines lines={10} />
      </Card>
    );
  if (!batch)
    return (
      <EmptyState
        isPage
        icon="card"
        title={text.notFoundTitle}
        action={<ButtonLink to="/payments">{text.back}</ButtonLink>}
      />
    );
  return (
    <div className={styles.page} aria-busy={(!data && !error) || undefined}>
      <header className={styles.header}>
        <h1>{text.batch(batch.number)}</h1>
        <Badge tone={batchTones[batch.state]}>{text.states[batch.state]}</Badge>
        <div className={styles.end}>
          <ButtonLink to="/payments" icon="chevronLeft">
            {text.back}
          </ButtonLink>
        </div>
      </header>
      <BatchSteps batch={batch} onImport={() => setImporting(true)} />
      <Facts batch={batch} />
      <Collections
        batch={batch}
        shown={shown}
        change={(part) => setShown((before) => ({ ...before, page: 1, ...part }))}
      />
      {isImporting && <ImportDialog onClose={() => setImporting(false)} />}
    </div>
  );
}

function Facts({ batch }: { batch: BatchSteps_BatchFragment }) {
  const text = useText(batchTexts);
  const format = useFormat();
  const { total, collectionCount, lineCount, returned, createdBy, createdAt } = batch;
  const made = format.dateTime(createdAt);
  return (
    <Card title={text.facts}>
      <div className={styles.facts}>
        <FactRow term={text.columns.total}>
          <strong className="figures">{format.money(total)}</strong>
        </FactRow>
        <FactRow term={text.columns.count}>
          {format.number(collectionCount)} <span className={styles.muted}>({text.line(lineCount)})</span>
        </FactRow>
        <FactRow term={text.columns.returned}>
          {returned.count === 0 ? '–' : `${returned.count} · ${format.money(returned.total)}`}
        </FactRow>
        <FactRow term={text.columns.untilOn}>{format.day(batch.untilOn, 'long')}</FactRow>
        <FactRow term={text.columns.collectionOn}>{format.day(batch.collectionOn, 'long')}</FactRow>
        <FactRow term={text.madeBy}>{createdBy ? text.by(made, createdBy.fullName) : made}</FactRow>
        <FactRow term={text.creditor}>
          {batch.creditorName}
          <div className={styles.muted}>
            {batch.creditorId} · {batch.creditorMaskedIban}
          </div>
        </FactRow>
        <FactRow term={text.messageId}>
          <code>{batch.messageId}</code>
        </FactRow>
        <FactRow term={text.version}>{text.versions[batch.painVersion]}</FactRow>
      </div>
      {batch.offsetLineCount > 0 && <p className={styles.muted}>{text.offset(batch.offsetLineCount)}</p>}
    </Card>
  );
}

interface CollectionsProps {
  batch: Batch;
  shown: Shown;
  change: (part: Partial<Shown>) => void;
}

function Collections({ batch, shown, change }: CollectionsProps) {
  const text = useText(batchTexts);
  const [returned, setReturned] = useState<CollectionTable_CollectionFragment | null>(null);
  const { items, totalCount } = batch.collections;
  return (
    <Card title={text.collections} count={totalCount} isFlush>
      <div className={styles.tools}>
        <Select
          label={text.state}
          value={shown.state}
          onChange={(state) => change({ state: state as CollectionState })}
          options={[
            { value: '', label: text.anyState },
            ...states.map((value) => ({ value, label: text.collectionStates[value] })),
          ]}
        />
        <TextField
          className={styles.search}
          label={text.search}
          type="search"
          icon="search"
          value={shown.search}
          maxLength={100}
          onChange={(search) => change({ search })}
        />
      </div>
      {items.length > 0 ? (
        <CollectionTable collections={items} mayReturn={batch.permissions.includes('RETURN')} onReturn={setReturned} />
      ) : (
        <EmptyState icon="filter" title={text.nobodyTitle}>
          {text.nobody}
        </EmptyState>
      )}
      <Pager page={shown.page} pageSize={pageSize} totalCount={totalCount} onPage={(page) => change({ page })} />
      {returned && <ReturnDialog collection={returned} onClose={() => setReturned(null)} />}
    </Card>
  );
}
