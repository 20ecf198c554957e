// Asks before all open notifications are deleted, with their number in the button; another number by then is said first.
import { useMutation } from '@apollo/client/react';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { showToast } from '../../ui/toasts';
import { DeleteOpenNotificationsDocument } from './DeleteOpen.generated';
import { deleteTexts } from './deleteTexts';
import styles from './NotificationCard.module.css';

interface DeleteOpenDialogProps {
  count: number;
  includeCustom: boolean;
  onChanged: () => void;
  onDeleted: () => void;
  onClose: () => void;
}

export function DeleteOpenDialog({ count, includeCustom, onChanged, onDeleted, onClose }: DeleteOpenDialogProps) {
  const text = useText(deleteTexts);
  const sentence = useErrorText();
  const [remove, { data, error, loading }] = useMutation(DeleteOpenNotificationsDocument);
  const result = data?.deleteOpenNotifications;
  const submit = async () => {
    const answer = await remove({ variables: { input: { includeCustom, expectedCount: count } } }).catch(() => null);
    const outcome = answer?.data?.deleteOpenNotifications;
    if (outcome?.__typename === 'OpenNotificationsChanged') onChanged();
    if (outcome?.__typename !== 'OpenNotificationsDeleted') return;
    showToast({ kind: 'success', text: text.done(outcome.deletedCount) });
    onDeleted();
    onClose();
  };
  return (
    <Dialog
      open
      size="small"
      title={text.sure(count)}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{text.keep}</Button>
          <Button type="submit" variant="danger" loading={loading}>
            {text.remove(count)}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {error && <InlineMessage tone="bad">{sentence(error)}</InlineMessage>}
        {result?.__typename === 'OpenNotificationsChanged' && (
          <InlineMessage tone="warning">{text.changed(count)}</InlineMessage>
        )}
        <p>{text.sureHint}</p>
      </div>
    </Dialog>
  );
}
