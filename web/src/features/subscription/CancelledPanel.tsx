// That a subscription has just been cancelled, and the way back.
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { SidePanel } from '../../ui/Dialog';
import { Confirmation } from './Confirmation';
import type { SubscriptionSheet_CancellationFragment } from './SubscriptionSheet.generated';
import { sheetTexts } from './sheetTexts';

interface CancelledPanelProps {
  cancellation: SubscriptionSheet_CancellationFragment;
  onUndo: (() => void) | null;
  onClose: () => void;
}

export function CancelledPanel({ cancellation, onUndo, onClose }: CancelledPanelProps) {
  const text = useText(sheetTexts);
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
      <Confirmation cancellation={cancellation} />
    </SidePanel>
  );
}
