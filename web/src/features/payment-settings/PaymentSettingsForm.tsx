// What the gym collects with, as one form: how, in whose name, what the bank gets, VAT, and the text that members sign.
import { useApolloClient } from '@apollo/client/react';
import { useKeptForm } from '../../actions/useKeptForm';
import { useReversible } from '../../actions/useReversible';
import type { SavePaymentSettingsInput } from '../../graphql/schema.generated';
import { useFormErrors } from '../../graphql/useErrorText';
import { useLocale } from '../../i18n/locale';
import { useText } from '../../i18n/text';
import { KeptForm, type FormErrors } from '../../ui/KeptForm';
import { CollectionFields } from './CollectionFields';
import { CreditorFields } from './CreditorFields';
import { FileFields } from './FileFields';
import { MandateTextFields } from './MandateTextFields';
import { paymentSettingsTexts } from './messages';
import { SavePaymentSettingsDocument, type PaymentSettingsForm_SettingsFragment } from './PaymentSettings.generated';
import { formOf, inputOf, type SettingsForm } from './settingsForm';

export interface FieldsProps {
  settings: PaymentSettingsForm_SettingsFragment;
  form: SettingsForm;
  set: (part: Partial<SettingsForm>) => void;
  errors: FormErrors;
}

interface PaymentSettingsFormProps {
  settings: PaymentSettingsForm_SettingsFragment;
  /** Something else is kept now: it is read again before the form says so. */
  onSaved: () => Promise<unknown>;
}

export function PaymentSettingsForm({ settings, onSaved }: PaymentSettingsFormProps) {
  const text = useText(paymentSettingsTexts);
  const { locale } = useLocale();
  const kept = formOf(settings, locale);
  const save = useSave(kept, onSaved);
  const { form, set, ...state } = useKeptForm({
    kept,
    read: (typed) => inputOf(typed, kept, locale, text),
    save,
  });
  const fields = { settings, form, set, errors: state.errors };
  return (
    <KeptForm {...state}>
      <CollectionFields {...fields} />
      <CreditorFields {...fields} />
      <FileFields {...fields} />
      <MandateTextFields {...fields} />
    </KeptForm>
  );
}

/** Saves, and can put back what was there before. */
function useSave(kept: SettingsForm, onSaved: () => Promise<unknown>) {
  const client = useApolloClient();
  const text = useText(paymentSettingsTexts);
  const { locale } = useLocale();
  const formErrors = useFormErrors();
  const act = useReversible();
  const send = async (input: SavePaymentSettingsInput) => {
    await client.mutate({ mutation: SavePaymentSettingsDocument, variables: { input } });
    await onSaved();
  };
  return (input: SavePaymentSettingsInput, onErrors: (errors: FormErrors) => void) => {
    const names = Object.keys(input) as (keyof SettingsForm)[];
    const before = inputOf(Object.fromEntries(names.map((name) => [name, kept[name]])), {}, locale, text);
    return act({
      run: () => send(input),
      undo: 'input' in before ? () => send(before.input) : undefined,
      isAwaited: true,
      done: text.saved,
      onFailed: (error) => onErrors(formErrors(error, Object.keys(kept))),
    });
  };
}
