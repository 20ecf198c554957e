// What takes a question first: completing with an outcome, putting it off, giving it to somebody.
import type { NotificationRow_NotificationFragment } from './NotificationRow.generated';
import { OutcomeDialog } from './OutcomeDialog';
import { ReassignDialog } from './ReassignDialog';
import { SnoozeDialog } from './SnoozeDialog';

export interface NotificationDialogProps {
  notification: NotificationRow_NotificationFragment;
  onClose: () => void;
}

const dialogs = { outcome: OutcomeDialog, snooze: SnoozeDialog, reassign: ReassignDialog };

export default function NotificationDialogs({
  kind,
  ...props
}: NotificationDialogProps & { kind: keyof typeof dialogs }) {
  const Chosen = dialogs[kind];
  return <Chosen {...props} />;
}
