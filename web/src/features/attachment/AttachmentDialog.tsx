// Adds a file: choose or drop it, adjust the name while it uploads, save.
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useReversible } from '../../actions/useReversible';
import { useFormat } from '../../format/useFormat';
import { useErrorText, useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FileDrop } from '../../ui/FileDrop';
import { InlineMessage } from '../../ui/InlineMessage';
import { uiTexts } from '../../ui/messages';
import { Meter } from '../../ui/Meter';
import { TextField } from '../../ui/TextField';
import { DeleteAttachmentDocument, type AttachmentCard_MemberFragment } from './AttachmentCard.generated';
import styles from './AttachmentCard.module.css';
import { attachmentTexts } from './messages';
import { useUpload, type Upload } from './useUpload';

interface AttachmentDialogProps {
  member: AttachmentCard_MemberFragment;
  onClose: () => void;
}

export default function AttachmentDialog({ member, onClose }: AttachmentDialogProps) {
  const text = useText(attachmentTexts);
  const format = useFormat();
  const client = useApolloClient();
  const act = useReversible();
  const formErrors = useFormErrors();
  const { upload, start, save, forget } = useUpload(member.id);
  const [name, setName] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const refuse = useRefusal(member);
  const storage = member.attachmentStorage;

  const take = ([file]: File[]) => {
    if (!file) return;
    const refusal = refuse(file);
    setErrors(refusal ? { file: refusal } : {});
    if (refusal) return;
    setName(file.name);
    void start(file);
  };
  const submit = async () => {
    if (!upload?.isUploaded || isSaving) return;
    if (!name.trim()) return setErrors({ name: text.nameMissing });
    setSaving(true);
    const variables = { input: { id: upload.attachmentId } };
    const isSaved = await act({
      run: () => save(name),
      undo: () => client.mutate({ mutation: DeleteAttachmentDocument, variables }),
      isAwaited: true,
      done: text.saved,
      onFailed: (error) => setErrors(formErrors(error, ['name'])),
    });
    setSaving(false);
    if (isSaved) onClose();
  };
  return (
    <Dialog
      open
      title={text.addTitle}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            type="submit"
            variant="primary"
            loading={isSaving}
            disabledReason={upload?.isUploaded ? null : upload && !upload.error ? text.uploading : text.noFile}
          >
            {text.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {(errors.file || errors['']) && <InlineMessage tone="bad">{errors.file || errors['']}</InlineMessage>}
        {!upload && (
          <FileDrop
            hint={storage && text.limits(format.bytes(storage.fileLimitBytes), format.bytes(leftOf(storage)))}
            onFiles={take}
          />
        )}
        {upload && <Progress upload={upload} onAgain={() => void start(upload.file)} onAnother={forget} />}
        {upload && (
          <TextField label={text.name} value={name} maxLength={200} error={errors.name} onChange={setName} autoFocus />
        )}
      </div>
    </Dialog>
  );
}

interface ProgressProps {
  upload: Upload;
  onAgain: () => void;
  onAnother: () => void;
}

function Progress({ upload, onAgain, onAnother }: ProgressProps) {
  const text = useText(attachmentTexts);
  const format = useFormat();
  const ui = useText(uiTexts);
  const sentence = useErrorText();
  if (upload.error) {
    return (
      <>
        <InlineMessage tone="bad">{sentence(upload.error)}</InlineMessage>
        <div className={styles.ways}>
          <Button icon="refresh" onClick={onAgain}>
            {ui.retry}
          </Button>
          <Button onClick={onAnother}>{text.another}</Button>
        </div>
      </>
    );
  }
  if (upload.isUploaded) return <InlineMessage tone="good">{text.ready}</InlineMessage>;
  const done = Math.round(upload.progress * upload.file.size);
  return (
    <Meter
      label={text.uploading}
      value={done}
      max={upload.file.size}
      valueText={text.used(format.bytes(done), format.bytes(upload.file.size))}
    />
  );
}

type Storage = NonNullable<AttachmentCard_MemberFragment['attachmentStorage']>;

const leftOf = ({ usedBytes, limitBytes }: Storage): number => Math.max(0, limitBytes - usedBytes);

/** Said before a byte is sent; the server decides all the same. */
function useRefusal({ attachmentStorage }: AttachmentCard_MemberFragment) {
  const text = useText(attachmentTexts);
  const format = useFormat();
  return ({ size }: File): string | null => {
    if (size === 0) return text.empty;
    if (!attachmentStorage) return null;
    const { fileLimitBytes } = attachmentStorage;
    if (size > fileLimitBytes) return text.tooLarge(format.bytes(size), format.bytes(fileLimitBytes));
    const left = leftOf(attachmentStorage);
    return size > left ? text.noRoom(format.bytes(left)) : null;
  };
}
