// What the gym collects with, as one form: how, in whose name, what the bank gets, VAT, and the text that members sign.
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useReversible } from '../../actions/useReversible';
import type { SavePaymentSettingsInput } from '../../graphql/schema.generated';
import { useFormErrors } from '../../graphql/useErrorText';
import { useLocale } from '../../i18n/locale';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { InlineMessage } from '../../ui/InlineMessage';
import { CollectionFields } from './CollectionFields';
import { CreditorFields } from './CreditorFields';
import { FileFields } from './FileFields';
import { MandateTextFields } from './MandateTextFields';
import { paymentSettingsTexts } from './messages';
import styles from './PaymentSettings.module.css';
import { SavePaymentSettingsDocument, type PaymentSettingsForm_SettingsFragment } from './PaymentSettings.generated';
import { formOf, inputOf, type SettingsForm } from './settingsForm';

export interface FieldsProps {
  settings: PaymentSettingsForm_SettingsFragment;
  form: SettingsForm;
  set: (part: Partial<SettingsForm>) => void;
  errors: Partial<Record<string, string>>;
}

interface PaymentSettingsFormProps {
  settings: PaymentSettingsForm_SettingsFragment;
  /** Something else is kept now: it is read again before the form says so. */
  onSaved: () => Promise<unknown>;
}

export function PaymentSettingsForm({ settings, onSaved }: PaymentSettingsFormProps) {
  const text = useText(paymentSettingsTexts);
  const { locale } = useLocale();
  const [form, setForm] = useState(() => formOf(settings, locale));
  // Saved or undone: what is kept now, as the server tidied it.
  const [given, setGiven] = useState(settings);
  if (settings !== given) {
    setGiven(settings);
    setForm(formOf(settings, locale));
  }
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [isSaving, setSaving] = useState(false);
  const save = useSave(settings, onSaved);
  const submit = async () => {
    const read = inputOf(form, locale);
    if ('problems' in read) {
      setErrors(Object.fromEntries(Object.entries(read.problems).map(([name, problem]) => [name, text[problem]])));
      return;
    }
    setErrors({});
    setSaving(true);
    await save(read.input, setErrors);
    setSaving(false);
  };
  const fields = { settings, form, errors, set: (part: Partial<SettingsForm>) => setForm({ ...form, ...part }) };
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <CollectionFields {...fields} />
      <CreditorFields {...fields} />
      <FileFields {...fields} />
      <MandateTextFields {...fields} />
      <div className={styles.save}>
        {Object.keys(errors).length > 0 && <InlineMessage tone="bad">{errors[''] ?? text.checkFields}</InlineMessage>}
        <Button type="submit" variant="primary" loading={isSaving}>
          {text.save}
        </Button>
      </div>
    </form>
  );
}

/** Saves, and can put back what was there before. */
function useSave(settings: PaymentSettingsForm_SettingsFragment, onSaved: () => Promise<unknown>) {
  const client = useApolloClient();
  const text = useText(paymentSettingsTexts);
  const formErrors = useFormErrors();
  const act = useReversible();
  const send = async (input: SavePaymentSettingsInput) => {
    await client.mutate({ mutation: SavePaymentSettingsDocument, variables: { input } });
    await onSaved();
  };
  const before = inputOf(formOf(settings, 'en'), 'en');
  return (input: SavePaymentSettingsInput, onErrors: (errors: Record<string, string>) => void) =>
    act({
      run: () => send(input),
      undo: 'input' in before ? () => send(before.input) : undefined,
      isAwaited: true,
      done: text.saved,
      onFailed: (error) => onErrors(formErrors(error, Object.keys(formOf(settings, 'en')))),
    });
}
