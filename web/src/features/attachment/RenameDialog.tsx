import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useReversible } from '../../actions/useReversible';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/TextField';
import { RenameAttachmentDocument, type AttachmentCard_AttachmentFragment } from './AttachmentCard.generated';
import { attachmentTexts } from './messages';

/** Gives an attachment another name. */
export default function RenameDialog({
  attachment,
  onClose,
}: {
  attachment: AttachmentCard_AttachmentFragment;
  onClose: () => void;
}) {
  const text = useText(attachmentTexts);
  const client = useApolloClient();
  const act = useReversible();
  const formErrors = useFormErrors();
  const [name, setName] = useState(attachment.name);
  const [error, setError] = useState<string | undefined>();
  const rename = (to: string) =>
    client.mutate({ mutation: RenameAttachmentDocument, variables: { input: { id: attachment.id, name: to } } });
  const submit = async () => {
    if (!name.trim()) return setError(text.nameMissing);
    const isRenamed = await act({
      run: () => rename(name),
      undo: () => rename(attachment.name),
      isAwaited: true,
      done: text.renamed,
      onFailed: (reason) => setError(Object.values(formErrors(reason, ['name']))[0]),
    });
    if (isRenamed) onClose();
  };
  return (
    <Dialog
      open
      title={text.renameTitle}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" variant="primary">
            {text.save}
          </Button>
        </>
      }
    >
      <TextField label={text.name} value={name} maxLength={200} error={error} onChange={setName} autoFocus />
    </Dialog>
  );
}
