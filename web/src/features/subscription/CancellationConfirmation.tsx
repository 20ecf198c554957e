// That a subscription was cancelled: the dated confirmation for the member, and the way back.
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copyText';
import { SidePanel } from '../../ui/Dialog';
import { showToast } from '../../ui/toasts';
import styles from './SubscriptionSheet.module.css';
import { sheetTexts } from './sheetTexts';

interface CancellationConfirmationProps {
  confirmationNumber: string;
  confirmation: string;
  onUndo: (() => void) | null;
  onClose: () => void;
}

export function CancellationConfirmation({
  confirmationNumber,
  confirmation,
  onUndo,
  onClose,
}: CancellationConfirmationProps) {
  const text = useText(sheetTexts);
  const copy = () =>
    copyText(confirmation).then(
      () => showToast({ kind: 'success', text: text.copied }),
      () => showToast({ kind: 'error', text: text.copyFailed }),
    );
  return (
    <SidePanel
      open
      title={text.cancelled}
      onClose={onClose}
      footer={
        <>
          {onUndo && (
            <Button icon="restore" onClick={onUndo}>
              {text.undoCancel}
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            {text.close}
          </Button>
        </>
      }
    >
      <h3 className={styles.heading}>{text.confirmationNumber(confirmationNumber)}</h3>
      <p className={styles.confirmation}>{confirmation}</p>
      <p className={styles.muted}>{text.confirmationHint}</p>
      <div>
        <Button icon="copy" onClick={() => void copy()}>
          {text.copy}
        </Button>
      </div>
    </SidePanel>
  );
}
