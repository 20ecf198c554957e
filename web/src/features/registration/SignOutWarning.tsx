// Asked before signing out while marks still wait, or came to nothing unseen: they would be lost with it.
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { countWaiting } from './attendanceQueue';
import { useMarks } from './attendanceStore';
import { attendanceTexts } from './attendanceTexts';

interface SignOutWarningProps {
  storeKey: string;
  onSignOut: () => void;
  onClose: () => void;
}

export function SignOutWarning({ storeKey, onSignOut, onClose }: SignOutWarningProps) {
  const text = useText(attendanceTexts);
  const queue = useMarks(storeKey);
  return (
    <Dialog
      open
      title={text.signOutTitle}
      onClose={onClose}
      footer={
        <>
          <Button variant="danger" onClick={onSignOut}>
            {text.signOut}
          </Button>
          <Button variant="primary" data-autofocus onClick={onClose}>
            {text.stay}
          </Button>
        </>
      }
    >
      <p>{text.signOutWarning(countWaiting(queue) + queue.refused.length)}</p>
    </Dialog>
  );
}
