// All purchases of a member, latest first: narrowed by kind, state and month, with what can be done with each.
import { useState } from 'react';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { SidePanel } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { MoreButton } from '../../ui/MoreButton';
import { SkeletonLines } from '../../ui/Skeleton';
import { CorrectDialog } from './CorrectDialog';
import { purchaseTexts } from './messages';
import { OutstandingMonths } from './OutstandingMonths';
import { panelTexts } from './panelTexts';
import { everything, filterOf, PurchaseFilters } from './PurchaseFilters';
import { SettleDialog } from './SettleDialog';
import { isPayableByQr, PurchaseLine } from './PurchaseLine';
import { PurchasesDocument, type PurchasePanel_PurchaseFragment } from './PurchasePanel.generated';
import styles from './Purchases.module.css';

/** As many as the server takes. */
const mostInOneCode = 50;

interface PurchasePanelProps {
  memberId: string;
  onClose: () => void;
  /** Opens a dialog of the page about one purchase. */
  onOpen: (dialog: 'checkout' | 'refund', ...purchaseIds: string[]) => void;
}

export default function PurchasePanel({ memberId, onClose, onOpen }: PurchasePanelProps) {
  const text = useText(purchaseTexts);
  const panelText = useText(panelTexts);
  const sentence = useErrorText();
  const [chosen, setChosen] = useState(everything);
  const [corrected, setCorrected] = useState<PurchasePanel_PurchaseFragment | null>(null);
  const [settled, setSettled] = useState<PurchasePanel_PurchaseFragment | null>(null);
  const isNarrowed = chosen !== everything;
  const { data, previousData, error, refetch, fetchMore } = useQuery(PurchasesDocument, {
    variables: { id: memberId, filter: isNarrowed ? filterOf(chosen) : null },
    fetchPolicy: 'cache-and-network',
  });
  const member = data?.member ?? previousData?.member;
  const purchases = data?.member?.purchases;
  // One code for all of them: alone, an amount below what Stripe takes could not be paid.
  const openIds = purchases?.nodes.filter(isPayableByQr).map(({ id }) => id) ?? [];
  const receiptIds = purchases?.nodes.filter(({ status }) => status !== 'CANCELLED').map(({ id }) => id) ?? [];
  return (
    <SidePanel open title={text.all} onClose={onClose}>
      {member && (
        <div className={styles.head}>
          <OutstandingMonths member={member} chosen={chosen} onChoose={setChosen} />
          <PurchaseFilters chosen={chosen} onChange={setChosen} />
        </div>
      )}
      {error && !purchases && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!purchases && !error && <SkeletonLines lines={10} />}
      {purchases?.totalCount === 0 && (
        <EmptyState
          icon="cart"
          title={isNarrowed ? panelText.none : text.none}
          action={isNarrowed && <Button onClick={() => setChosen(everything)}>{panelText.showAll}</Button>}
        >
          {isNarrowed ? panelText.noneHint : text.noneHint}
        </EmptyState>
      )}
      {purchases && (
        <ul className={styles.list}>
          {purchases.nodes.map((purchase) => (
            <PurchaseLine
              key={purchase.id}
              purchase={purchase}
              onCorrect={setCorrected}
              onSettle={setSettled}
              onOpen={onOpen}
            />
          ))}
        </ul>
      )}
      {purchases && (
        <MoreButton
          shown={purchases.nodes.length}
          connection={purchases}
          onMore={(after) => fetchMore({ variables: { after } })}
        />
      )}
      {openIds.length > 1 && openIds.length <= mostInOneCode && (
        <p className={styles.receipt}>
          <Button icon="card" onClick={() => onOpen('checkout', ...openIds)}>
            {panelText.payShown(openIds.length)}
          </Button>
        </p>
      )}
      {receiptIds.length > 1 && (
        <p className={styles.receipt}>
          <ButtonLink to={`/receipts/${receiptIds.join(',')}`} icon="note">
            {panelText.receiptOfShown(receiptIds.length)}
          </ButtonLink>
        </p>
      )}
      {corrected && (
        <CorrectDialog purchase={corrected} onCorrected={() => void refetch()} onClose={() => setCorrected(null)} />
      )}
      {settled && <SettleDialog purchase={settled} onSettled={() => void refetch()} onClose={() => setSettled(null)} />}
    </SidePanel>
  );
}
