// All SEPA batches, and the way to a new one.
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useActions } from '../../../actions/useActions';
import { BatchTable } from '../../../features/payment-batch/BatchTable';
import { ImportDialog } from '../../../features/payment-batch/ImportDialog';
import { batchTexts } from '../../../features/payment-batch/messages';
import styles from '../../../features/payment-batch/PaymentBatch.module.css';
import { useErrorText } from '../../../graphql/useErrorText';
import { useQuery } from '../../../graphql/useQuery';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Pager } from '../../../ui/Pager';
import { SkeletonLines } from '../../../ui/Skeleton';
import { usePageTitle } from '../../usePageTitle';
import { PaymentBatchesPageDocument } from './Payments.generated';

const pageSize = 25;

export default function BatchesPage() {
  const text = useText(batchTexts);
  const sentence = useErrorText();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [isImporting, setImporting] = useState(false);
  const page = Math.max(1, Number(search.get('page')) || 1);
  const { data, previousData, error, refetch } = useQuery(PaymentBatchesPageDocument, {
    variables: { page },
    fetchPolicy: 'cache-and-network',
    errorPolicy: 'all',
  });
  usePageTitle(text.title);
  const [create] = useActions([
    {
      id: 'payment-batch.create',
      label: text.newBatch,
      group: text.payments,
      icon: 'plus',
      shortcut: 'N',
      run: () => void navigate('/payments/new'),
    },
  ]);
  const batches = data?.paymentBatches ?? previousData?.paymentBatches;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>{text.title}</h1>
        <div className={styles.end}>
          {batches && batches.totalCount > 0 && (
            <Button icon="upload" onClick={() => setImporting(true)}>
              {text.importReturns}
            </Button>
          )}
          <Button variant="primary" icon="plus" shortcut="N" onClick={create.run}>
            {text.newBatch}
          </Button>
        </div>
      </header>
      {error && !batches && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!batches && !error && (
        <Card>
          <SkeletonLines lines={6} />
        </Card>
      )}
      {batches && (
        <Card isFlush isBusy={!data && !error}>
          {batches.items.length > 0 ? (
            <BatchTable batches={batches.items} />
          ) : (
            <EmptyState icon="card" title={text.noneTitle}>
              {text.none}
            </EmptyState>
          )}
          <Pager
            page={page}
            pageSize={pageSize}
            totalCount={batches.totalCount}
            onPage={(next) => setSearch({ page: String(next) })}
          />
        </Card>
      )}
      {isImporting && <ImportDialog onClose={() => setImporting(false)} />}
    </div>
  );
}
