// The form for a mandate that the member has signed.
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { newId } from '../../graphql/newId';
import type { SigningMethod } from '../../graphql/schema.generated';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { FormDialog } from '../../ui/FormDialog';
import { IbanField } from '../../ui/IbanField';
import { InlineMessage } from '../../ui/InlineMessage';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import styles from './Mandate.module.css';
import { mandateTexts } from './mandateTexts';
import type { MandateDialog_MandateFragment } from './Mandate.generated';
import { useMandate } from './useMandate';

interface SignMandateProps {
  member: { id: string; fullName: string };
  /** Revoked or lapsed. */
  earlier: MandateDialog_MandateFragment | null;
  onClose: () => void;
}

const fields = ['holder', 'iban', 'signedOn', 'signedHow', 'lastUsedOn', 'reference'] as const;

export function SignMandate({ member, earlier, onClose }: SignMandateProps) {
  const text = useText(mandateTexts);
  const format = useFormat();
  const formErrors = useFormErrors();
  const mandate = useMandate();
  const [id] = useState(newId);
  const [form, setForm] = useState({
    holder: earlier?.holder ?? member.fullName,
    iban: '',
    signedOn: format.today(),
    signedHow: 'PAPER',
    lastUsedOn: '',
    reference: '',
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const bind = (name: (typeof fields)[number]) => ({
    value: form[name],
    error: errors[name],
    onChange: (value: string) => setForm((before) => ({ ...before, [name]: value })),
  });
  const isImport = form.signedHow === 'IMPORT';
  const submit = async () => {
    setErrors({});
    setSaving(true);
    const input = {
      ...{ id, memberId: member.id, holder: form.holder, iban: form.iban },
      signedOn: form.signedOn || format.today(),
      signedHow: form.signedHow as SigningMethod,
      lastUsedOn: isImport ? form.lastUsedOn || null : null,
      reference: form.reference || null,
    };
    const isSaved = await mandate.sign(input, (error) => setErrors(formErrors(error, fields)));
    setSaving(false);
    if (isSaved) onClose();
  };
  return (
    <FormDialog
      title={text.signTitle(member.fullName)}
      submitLabel={text.save}
      cancelLabel={text.cancel}
      isSaving={isSaving}
      error={errors['']}
      size="medium"
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <div className={styles.fields}>
        {earlier?.revokedAt && (
          <InlineMessage
            action={
              <Button
                onClick={() => {
                  void mandate.restore(earlier.id);
                  onClose();
                }}
              >
                {text.restore}
              </Button>
            }
          >
            {text.wasRevoked(format.dayOf(earlier.revokedAt))} {earlier.revokedReason}
          </InlineMessage>
        )}
        <p className={styles.hint}>
          {text.signHint} <Link to={`/members/${member.id}/mandate-form`}>{text.printForm}</Link>
        </p>
        <IbanField label={text.iban} description={text.ibanHint} {...bind('iban')} required autoFocus />
        <TextField label={text.holder} {...bind('holder')} required maxLength={70} autoComplete="off" />
        <div className={styles.pair}>
          <DateField label={text.signedOn} max={format.today()} {...bind('signedOn')} required />
          <Select
            label={text.how}
            options={Object.entries(text.signedHow).map(([value, label]) => ({ value, label }))}
            {...bind('signedHow')}
          />
          {isImport && (
            <DateField
              label={text.lastUsedOn}
              description={text.lastUsedHint}
              max={format.today()}
              {...bind('lastUsedOn')}
            />
          )}
        </div>
        <TextField
          label={text.reference}
          description={text.referenceHint}
          maxLength={35}
          autoComplete="off"
          {...bind('reference')}
        />
      </div>
    </FormDialog>
  );
}
