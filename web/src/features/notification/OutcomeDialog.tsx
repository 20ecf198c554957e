// Completes a notification with what came of it, and writes a note in the same step.
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useReversible } from '../../actions/useReversible';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { FormDialog } from '../../ui/FormDialog';
import { Select } from '../../ui/Select';
import { TextArea } from '../../ui/TextField';
import { archiveTexts } from './archiveTexts';
import { dialogTexts } from './dialogTexts';
import { formTexts } from './formTexts';
import { notificationTexts } from './messages';
import styles from './NotificationCard.module.css';
import type { NotificationDialogProps } from './NotificationDialogs';
import { CompleteWithOutcomeDocument, ReopenWithoutNoteDocument } from './NotificationDialogs.generated';

const outcomes = ['SPOKE', 'MESSAGE_SENT', 'NO_ANSWER'] as const;
type Outcome = (typeof outcomes)[number];

export function OutcomeDialog({ notification: { id, message }, onClose }: NotificationDialogProps) {
  const text = useText(dialogTexts);
  const words = useText(notificationTexts);
  const form = useText(formTexts);
  const { outcome: names } = useText(archiveTexts);
  const client = useApolloClient();
  const act = useReversible();
  const formErrors = useFormErrors();
  const [outcome, setOutcome] = useState<Outcome>('SPOKE');
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const submit = async () => {
    setSaving(true);
    const input = { id, outcome, note: note.trim() ? note : null };
    const isSaved = await act({
      run: () => client.mutate({ mutation: CompleteWithOutcomeDocument, variables: { input } }),
      undo: () =>
        client.mutate({ mutation: ReopenWithoutNoteDocument, variables: { input: { id, retractNote: true } } }),
      isAwaited: true,
      done: words.completed,
      onFailed: (error) => setErrors(formErrors(error, ['note'])),
    });
    setSaving(false);
    if (isSaved) onClose();
  };
  return (
    <FormDialog
      title={text.outcomeTitle}
      submitLabel={text.complete}
      cancelLabel={form.cancel}
      isSaving={isSaving}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <div className={styles.form}>
        <p className={styles.hint}>{message}</p>
        <Select
          label={text.outcome}
          value={outcome}
          onChange={(value) => setOutcome(value as Outcome)}
          options={outcomes.map((value) => ({ value, label: names[value] }))}
        />
        <TextArea
          label={text.note}
          description={text.noteHint}
          rows={3}
          maxLength={10_000}
          value={note}
          error={errors.note}
          onChange={setNote}
          autoFocus
        />
      </div>
    </FormDialog>
  );
}
