// The dated confirmation that a subscription was cancelled, to be copied for the member.
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copyText';
import { showToast } from '../../ui/toasts';
import type { SubscriptionSheet_CancellationFragment } from './SubscriptionSheet.generated';
import styles from './SubscriptionSheet.module.css';
import { sheetTexts } from './sheetTexts';

export function Confirmation({ cancellation }: { cancellation: SubscriptionSheet_CancellationFragment }) {
  const text = useText(sheetTexts);
  const { confirmationNumber, confirmation } = cancellation;
  const copy = () =>
    copyText(confirmation).then(
      () => showToast({ kind: 'success', text: text.copied }),
      () => showToast({ kind: 'error', text: text.copyFailed }),
    );
  return (
    <>
      <h3 className={styles.heading}>{text.confirmationNumber(confirmationNumber)}</h3>
      <p className={styles.confirmation}>{confirmation}</p>
      <p className={styles.muted}>{text.confirmationHint}</p>
      <div>
        <Button icon="copy" onClick={() => void copy()}>
          {text.copy}
        </Button>
      </div>
    </>
  );
}
