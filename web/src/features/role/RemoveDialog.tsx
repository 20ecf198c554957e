// Asks before somebody is removed who has nothing in hand.
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { roleTexts } from './messages';

interface RemoveDialogProps {
  fullName: string;
  onRemove: () => void;
  onClose: () => void;
}

export function RemoveDialog({ fullName, onRemove, onClose }: RemoveDialogProps) {
  const text = useText(roleTexts);
  return (
    <Dialog
      open
      title={text.removeTitle(fullName)}
      onClose={onClose}
      onSubmit={onRemove}
      footer={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" variant="danger">
            {text.removeConfirm}
          </Button>
        </>
      }
    >
      <p>{text.removeText(fullName)}</p>
    </Dialog>
  );
}
