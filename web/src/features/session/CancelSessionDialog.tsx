// Cancels a session: says who will be told, and what they will read.
import { useState } from 'react';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { TextField } from '../../ui/TextField';
import { planTexts } from './planTexts';
import styles from './Session.module.css';
import type { SessionHead_SessionFragment } from './Session.generated';
import { useSessionVerbs } from './useSessionVerbs';

export function CancelSessionDialog({
  session,
  onClose,
}: {
  session: SessionHead_SessionFragment;
  onClose: () => void;
}) {
  const text = useText(planTexts);
  const formErrors = useFormErrors();
  const { cancel } = useSessionVerbs();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const [hasBegun] = useState(() => Date.parse(session.startsAt) <= Date.now());
  const audience = session.registrationCount + session.waitingCount;
  const submit = async () => {
    setSaving(true);
    try {
      await cancel(session, reason.trim());
      onClose();
    } catch (error) {
      setErrors(formErrors(error, ['reason']));
    } finally {
      setSaving(false);
    }
  };
  return (
    <Dialog
      open
      title={text.cancelTitle}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{text.keep}</Button>
          <Button type="submit" variant="danger" loading={isSaving}>
            {text.cancelSession}
          </Button>
        </>
      }
    >
      {errors[''] && <InlineMessage tone="bad">{errors['']}</InlineMessage>}
      <InlineMessage tone={audience > 0 ? 'warning' : 'info'}>
        {audience > 0 ? text.willBeTold(audience) : text.nobodyToTell}
      </InlineMessage>
      <TextField
        label={text.reason}
        value={reason}
        maxLength={200}
        error={errors.reason}
        onChange={setReason}
        autoFocus
      />
      <p className={styles.explained}>{hasBegun ? text.cancelFinal : text.cancelExplained}</p>
    </Dialog>
  );
}
