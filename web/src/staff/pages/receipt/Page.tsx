// A receipt to print or keep as PDF, of one purchase or of several: /receipts/<id>,<id>…
import { useParams } from 'react-router';
import { Receipt } from '../../../features/purchase/Receipt';
import { receiptTexts } from '../../../features/purchase/receiptTexts';
import { useErrorText } from '../../../graphql/useErrorText';
import { useQuery } from '../../../graphql/useQuery';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { ButtonLink } from '../../../ui/ButtonLink';
import { Card } from '../../../ui/Card';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { SkeletonLines } from '../../../ui/Skeleton';
import { usePageTitle } from '../../usePageTitle';
import styles from './ReceiptPage.module.css';
import { ReceiptPageDocument } from './ReceiptPage.generated';

export default function ReceiptPage() {
  const text = useText(receiptTexts);
  const sentence = useErrorText();
  const { ids = '' } = useParams();
  const { data, error, refetch } = useQuery(ReceiptPageDocument, {
    variables: { purchaseIds: ids.split(',') },
    fetchPolicy: 'cache-and-network',
  });
  const receipt = data?.receipt;
  usePageTitle(receipt ? text.pageTitle(receipt.number) : undefined);
  if (error && !data) return <ErrorState message={sentence(error)} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <Card>
        <SkeletonLines lines={12} />
      </Card>
    );
  }
  if (!receipt) {
    return (
      <EmptyState isPage icon="note" title={text.noneTitle}>
        {text.none}
      </EmptyState>
    );
  }
  return (
    <div className={styles.page}>
      <div className={styles.actions}>
        <ButtonLink to={`/members/${receipt.member.id}`} icon="chevronLeft">
          {text.back}
        </ButtonLink>
        <Button variant="primary" icon="download" onClick={() => window.print()}>
          {text.print}
        </Button>
      </div>
      <Receipt receipt={receipt} />
    </div>
  );
}
