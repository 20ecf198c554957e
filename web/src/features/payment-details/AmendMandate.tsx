// Moves the mandate to another account of the member.
import { useState } from 'react';
import { newId } from '../../graphql/newId';
import type { SigningMethod } from '../../graphql/schema.generated';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { FormDialog } from '../../ui/FormDialog';
import { IbanField } from '../../ui/IbanField';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import styles from './Mandate.module.css';
import { mandateTexts } from './mandateTexts';
import type { MandateDialog_MandateFragment } from './Mandate.generated';
import { useMandate } from './useMandate';

interface AmendMandateProps {
  mandate: MandateDialog_MandateFragment;
  onBack: () => void;
  onClose: () => void;
}

export function AmendMandate({ mandate, onBack, onClose }: AmendMandateProps) {
  const text = useText(mandateTexts);
  const formErrors = useFormErrors();
  const { amend } = useMandate();
  const [id] = useState(newId);
  const [iban, setIban] = useState('');
  const [holder, setHolder] = useState(mandate.holder);
  const [signedHow, setSignedHow] = useState('DESK');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const submit = async () => {
    setErrors({});
    setSaving(true);
    const input = { id, mandateId: mandate.id, iban, holder, signedHow: signedHow as SigningMethod };
    const isSaved = await amend(input, (error) => setErrors(formErrors(error, ['iban', 'holder'])));
    setSaving(false);
    if (isSaved) onClose();
  };
  const { IMPORT: _, ...ways } = text.signedHow;
  return (
    <FormDialog
      title={text.amendTitle}
      submitLabel={text.amendSave}
      cancelLabel={text.back}
      isSaving={isSaving}
      error={errors['']}
      onClose={onBack}
      onSubmit={() => void submit()}
    >
      <div className={styles.fields}>
        <p className={styles.hint}>{text.amendHint}</p>
        <IbanField label={text.newIban} value={iban} error={errors.iban} onChange={setIban} required autoFocus />
        <TextField
          label={text.holder}
          value={holder}
          error={errors.holder}
          onChange={setHolder}
          maxLength={70}
          autoComplete="off"
        />
        <Select
          label={text.amendHow}
          options={Object.entries(ways).map(([value, label]) => ({ value, label }))}
          value={signedHow}
          onChange={setSignedHow}
        />
      </div>
    </FormDialog>
  );
}
