// Ends the mandate, with the reason.
import { useState } from 'react';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { FormDialog } from '../../ui/FormDialog';
import { TextField } from '../../ui/TextField';
import styles from './Mandate.module.css';
import { mandateTexts } from './mandateTexts';
import { useMandate } from './useMandate';

interface RevokeMandateProps {
  mandate: { id: string };
  onBack: () => void;
  onClose: () => void;
}

export function RevokeMandate({ mandate, onBack, onClose }: RevokeMandateProps) {
  const text = useText(mandateTexts);
  const formErrors = useFormErrors();
  const { revoke } = useMandate();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const submit = async () => {
    setErrors({});
    setSaving(true);
    const isSaved = await revoke(mandate.id, reason, (error) => setErrors(formErrors(error, ['reason'])));
    setSaving(false);
    if (isSaved) onClose();
  };
  return (
    <FormDialog
      title={text.revokeTitle}
      submitLabel={text.revokeSave}
      cancelLabel={text.back}
      isSaving={isSaving}
      error={errors['']}
      onClose={onBack}
      onSubmit={() => void submit()}
    >
      <div className={styles.fields}>
        <p className={styles.hint}>{text.revokeHint}</p>
        <TextField
          label={text.reason}
          value={reason}
          error={errors.reason}
          onChange={setReason}
          maxLength={200}
          required
          autoFocus
        />
      </div>
    </FormDialog>
  );
}
