// A reminder about a member, on a day to come.
import { useApolloClient } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { useReversible } from '../../actions/useReversible';
import { shiftDay } from '../../format/days';
import { useFormat } from '../../format/useFormat';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { TextArea } from '../../ui/TextField';
import { formTexts } from './formTexts';
import { CompleteNotificationDocument } from './NotificationCard.generated';
import styles from './NotificationCard.module.css';
import { ScheduleNotificationDocument } from './ScheduleDialog.generated';

interface About {
  id: string;
  fullName: string;
}

interface ScheduleDialogProps {
  /** The member at hand: what it is about until another is chosen. */
  member: About;
  memberField: (about: About, change: (about: About) => void) => ReactNode;
  onClose: () => void;
}

export default function ScheduleDialog({ member, memberField, onClose }: ScheduleDialogProps) {
  const text = useText(formTexts);
  const format = useFormat();
  const client = useApolloClient();
  const act = useReversible();
  const formErrors = useFormErrors();
  const tomorrow = shiftDay(format.today(), 1);
  const [id] = useState(newId);
  const [about, setAbout] = useState<About>(member);
  const [dueOn, setDueOn] = useState(tomorrow);
  const [message, setMessage] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);

  const submit = async () => {
    const missing = {
      ...(dueOn > format.today() ? {} : { dueOn: text.dayMissing }),
      ...(message.trim() ? {} : { message: text.messageMissing }),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setSaving(true);
    const input = { id, memberId: about.id, dueOn, message };
    const isSaved = await act({
      run: () => client.mutate({ mutation: ScheduleNotificationDocument, variables: { input } }),
      // A reminder that was taken back is completed: nothing that was ever shown disappears from the archive.
      undo: () => client.mutate({ mutation: CompleteNotificationDocument, variables: { input: { id } } }),
      isAwaited: true,
      done: text.scheduled(about.fullName),
      onFailed: (error) => setErrors(formErrors(error, ['dueOn', 'message'])),
    });
    setSaving(false);
    if (isSaved) onClose();
  };

  return (
    <Dialog
      open
      title={text.scheduleTitle(about.fullName)}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" variant="primary" loading={isSaving}>
            {text.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {errors[''] && <InlineMessage tone="bad">{errors['']}</InlineMessage>}
        {memberField(about, setAbout)}
        <TextArea
          label={text.message}
          rows={3}
          maxLength={500}
          value={message}
          error={errors.message}
          onChange={setMessage}
          autoFocus
        />
        <DateField label={text.day} min={tomorrow} value={dueOn} error={errors.dueOn} onChange={setDueOn} />
        <p className={styles.hint}>{text.scheduleHint}</p>
      </div>
    </Dialog>
  );
}
