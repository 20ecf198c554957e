// The outstanding amount of the month and the latest purchases.
import type { Action } from '../../actions/Action';
import { ActionIconButton } from '../../actions/ActionButton';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/ErrorState';
import { Invitation } from '../../ui/Invitation';
import { purchaseTexts } from './messages';
import { OutstandingAmount } from './OutstandingAmount';
import type { PurchaseCard_MemberFragment } from './PurchaseCard.generated';
import { PurchaseList } from './PurchaseList';
import styles from './Purchases.module.css';

interface PurchaseCardProps {
  member: PurchaseCard_MemberFragment;
  all: Action;
  onRetry: () => void;
}

export default function PurchaseCard({ member, all, onRetry }: PurchaseCardProps) {
  const text = useText(purchaseTexts);
  const { purchases } = member;
  return (
    <Card title={text.title} count={purchases?.totalCount || undefined} actions={<ActionIconButton action={all} />}>
      <div className={styles.open}>
        <span className={styles.term}>{text.outstanding}</span>
        <OutstandingAmount member={member} />
      </div>
      {!purchases && <ErrorState message={text.unavailable} onRetry={onRetry} />}
      {purchases?.nodes.length === 0 && <Invitation title={text.none}>{text.noneHint}</Invitation>}
      {purchases && <PurchaseList purchases={purchases.nodes.slice(0, 4)} />}
    </Card>
  );
}
