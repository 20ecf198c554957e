// One purchase in the list of all: what it was, where its payment stands and why, what was corrected, what can be done.
import { useNavigate } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { IconButton } from '../../ui/IconButton';
import { Menu, type MenuItem } from '../../ui/Menu';
import { purchaseTexts } from './messages';
import { panelTexts } from './panelTexts';
import { paymentReasonTexts, reasonIn } from './paymentReasonTexts';
import { tones } from './PurchaseList';
import type { PurchasePanel_PurchaseFragment } from './PurchasePanel.generated';
import styles from './Purchases.module.css';
import { useSettledByHand } from './useSettledByHand';
import { useUndoPurchase } from './useUndoPurchase';

interface PurchaseLineProps {
  purchase: PurchasePanel_PurchaseFragment;
  onCorrect: (purchase: PurchasePanel_PurchaseFragment) => void;
  onSettle: (purchase: PurchasePanel_PurchaseFragment) => void;
  onOpen: (dialog: 'checkout' | 'refund', purchaseId: string) => void;
}

/** Counter-lines go along with their line. */
export const isPayableByQr = ({
  status,
  paymentMethod,
  correctsId,
}: Pick<PurchasePanel_PurchaseFragment, 'status' | 'paymentMethod' | 'correctsId'>): boolean =>
  paymentMethod === 'STRIPE_CHECKOUT' &&
  correctsId === null &&
  (status === 'OPEN' || status === 'FAILED' || status === 'RETURNED');

export function PurchaseLine({ purchase, ...verbs }: PurchaseLineProps) {
  const text = useText(purchaseTexts);
  const panelText = useText(panelTexts);
  const reasons = useText(paymentReasonTexts);
  const format = useFormat();
  const { description, quantity, total, unitPrice, status, statusReason, correctsId, corrections } = purchase;
  const items = useItems(purchase, verbs);
  const byHand = useSettledByHand()(purchase);
  return (
    <li className={`${styles.line} ${styles.withMenu}`}>
      <span className={styles.menu}>
        {items.length > 0 && (
          <Menu
            label={panelText.lineMenu(description)}
            alignment="end"
            sections={[{ items }]}
            trigger={(props) => <IconButton {...props} icon="more" label={panelText.lineMenu(description)} />}
          />
        )}
      </span>
      <span className={styles.what}>
        {correctsId && `${panelText.correction}: `}
        {quantity > 1 && <span className="figures">{quantity} × </span>}
        {description}
      </span>
      <span className={`${styles.amount} figures`}>{format.money(total)}</span>
      <span className={styles.meta}>
        {useMeta(purchase)}
        {quantity > 1 && ` · ${panelText.each(format.money(unitPrice))}`}
      </span>
      <span className={styles.status}>
        <Badge tone={tones[status]}>
          {status === 'PENDING' ? text.pending[purchase.paymentMethod] : text.status[status]}
        </Badge>
      </span>
      {statusReason && <span className={styles.why}>{reasonIn(reasons, statusReason)}</span>}
      {purchase.correctionReason && <span className={styles.why}>{purchase.correctionReason}</span>}
      {byHand && <span className={styles.why}>{byHand}</span>}
      {corrections.map((correction) => (
        <span key={correction.id} className={styles.why}>
          {panelText.correctionOf(format.dayOf(correction.purchasedAt), correction.reason ?? panelText.noReason)}{' '}
          <span className="figures">{format.money(correction.total)}</span>
          {correction.status === 'CANCELLED' && ` (${panelText.cancelledCorrection})`}
        </span>
      ))}
    </li>
  );
}

/** "12 Nov 2026 · Shop · by Sanne" */
function useMeta({ purchasedAt, kind, subscription, createdBy }: PurchasePanel_PurchaseFragment): string {
  const text = useText(purchaseTexts);
  const panelText = useText(panelTexts);
  const format = useFormat();
  const what = subscription ? (subscription.isRecurring ? panelText.recurring : panelText.oneOff) : text.kind[kind];
  return [format.dayOf(purchasedAt), what, ...(createdBy ? [panelText.by(createdBy.fullName)] : [])].join(' · ');
}

/** What a change of a subscription credits, as long as nobody was told; what somebody corrected has a reason. */
const isOfChange = ({ kind, status, correctsId, correctionReason }: PurchasePanel_PurchaseFragment): boolean =>
  kind === 'SUBSCRIPTION' && status === 'OPEN' && correctsId !== null && correctionReason === null;

function useItems(
  purchase: PurchasePanel_PurchaseFragment,
  { onCorrect, onSettle, onOpen }: Omit<PurchaseLineProps, 'purchase'>,
): MenuItem[] {
  const text = useText(panelTexts);
  const undo = useUndoPurchase();
  const navigate = useNavigate();
  const { id, status, paymentMethod, permissions, correctsId } = purchase;
  const isCheckout = paymentMethod === 'STRIPE_CHECKOUT' && correctsId === null;
  const isPayable = isPayableByQr(purchase);
  const item = (name: string, label: string, icon: MenuItem['icon'], onSelect: () => void) => [
    { id: name, label, icon, onSelect },
  ];
  return [
    ...(status === 'CANCELLED' ? [] : item('receipt', text.receipt, 'note', () => void navigate(`/receipts/${id}`))),
    ...(isPayable ? item('pay', text.pay, 'card', () => onOpen('checkout', id)) : []),
    ...(isCheckout && status === 'PENDING' ? item('qr', text.showQr, 'card', () => onOpen('checkout', id)) : []),
    ...(permissions.includes('UNDO')
      ? item('undo', correctsId ? text.undoCorrection : text.undo, 'restore', () => void undo(purchase))
      : []),
    ...(isOfChange(purchase)
      ? [
          {
            id: 'undo',
            label: text.undoCorrection,
            icon: 'restore' as const,
            disabledReason: text.undoneWithChange,
            onSelect: () => {},
          },
        ]
      : []),
    ...(permissions.includes('CORRECT') ? item('correct', text.correct, 'pencil', () => onCorrect(purchase)) : []),
    ...(permissions.includes('SETTLE')
      ? item('settle', (purchase.settleable.amountCents < 0 ? text.payOut : text.byHand).item, 'check', () =>
          onSettle(purchase),
        )
      : []),
    ...(permissions.includes('REFUND') ? item('refund', text.refund, 'restore', () => onOpen('refund', id)) : []),
  ];
}
