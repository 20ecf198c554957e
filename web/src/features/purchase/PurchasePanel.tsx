// All purchases of a member, latest first.
import { useQuery } from '@apollo/client/react';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { SidePanel } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { MoreButton } from '../../ui/MoreButton';
import { SkeletonLines } from '../../ui/Skeleton';
import { purchaseTexts } from './messages';
import { PurchasesDocument } from './PurchaseCard.generated';
import { PurchaseList } from './PurchaseList';

export default function PurchasePanel({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const text = useText(purchaseTexts);
  const sentence = useErrorText();
  const { data, error, refetch, fetchMore } = useQuery(PurchasesDocument, { variables: { id: memberId } });
  const purchases = data?.member?.purchases;
  return (
    <SidePanel open title={text.all} onClose={onClose}>
      {error && !purchases && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!purchases && !error && <SkeletonLines lines={10} />}
      {purchases?.totalCount === 0 && (
        <EmptyState icon="cart" title={text.none}>
          {text.noneHint}
        </EmptyState>
      )}
      {purchases && <PurchaseList purchases={purchases.nodes} />}
      {purchases && (
        <MoreButton
          shown={purchases.nodes.length}
          connection={purchases}
          onMore={(after) => fetchMore({ variables: { after } })}
        />
      )}
    </SidePanel>
  );
}
