// Purchases, a line each: what, when, how much, and where its payment stands in exact words.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge, type Tone } from '../../ui/Badge';
import { purchaseTexts } from './messages';
import { useSaving } from './saving';
import type { PurchaseCard_PurchaseFragment } from './PurchaseCard.generated';
import styles from './Purchases.module.css';
import { later } from '../../ui/later';

const PaymentReason = later(() => import('./PaymentReason').then((it) => ({ default: it.PaymentReason })));

export const tones: Record<PurchaseCard_PurchaseFragment['status'], Tone> = {
  OPEN: 'warning',
  PENDING: 'info',
  PAID: 'good',
  FAILED: 'warning',
  RETURNED: 'warning',
  CANCELLED: 'neutral',
  REFUNDED: 'neutral',
};

export function PurchaseList({ purchases }: { purchases: readonly PurchaseCard_PurchaseFragment[] }) {
  const text = useText(purchaseTexts);
  const format = useFormat();
  const saving = useSaving();
  return (
    <ul className={styles.list}>
      {purchases.map(({ id, kind, description, quantity, total, purchasedAt, status, statusReason, paymentMethod }) => (
        <li key={id} className={styles.line}>
          <span className={styles.what}>
            {quantity > 1 && <span className="figures">{quantity} × </span>}
            {description}
          </span>
          <span className={`${styles.amount} figures`}>{format.money(total)}</span>
          <span className={styles.meta}>
            {format.dayOf(purchasedAt)} · {text.kind[kind]}
          </span>
          <span className={styles.status}>
            {saving.includes(id) ? (
              <Badge>{text.saving}</Badge>
            ) : (
              <Badge tone={tones[status]}>
                {status === 'PENDING' ? text.pending[paymentMethod] : text.status[status]}
              </Badge>
            )}
          </span>
          {statusReason && (
            <span className={styles.why}>
              <PaymentReason code={statusReason} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
