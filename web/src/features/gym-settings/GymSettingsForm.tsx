// What is kept about the gym itself, as one form. What is typed lies over what is kept: whatever is saved or read meanwhile,
// none of it is lost.
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useReversible } from '../../actions/useReversible';
import { fieldErrors } from '../../graphql/errors';
import type { SaveGymSettingsInput } from '../../graphql/schema.generated';
import { useFormErrors } from '../../graphql/useErrorText';
import { useLocale } from '../../i18n/locale';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { InlineMessage } from '../../ui/InlineMessage';
import { showToast } from '../../ui/toasts';
import { formOf, inputOf, type GymForm, type GymSetting } from './gymForm';
import { ContactFields, NumberFields, PlaceFields } from './GymFields';
import { SaveGymSettingsDocument, type GymSettingsForm_SettingsFragment } from './GymSettings.generated';
import styles from './GymSettings.module.css';
import { gymSettingsTexts } from './messages';

type Errors = Partial<Record<string, string>>;

interface GymSettingsFormProps {
  settings: GymSettingsForm_SettingsFragment;
  /** Something else is kept now, here or by somebody else: it is read again before the form says so. */
  onChanged: () => Promise<unknown>;
}

export function GymSettingsForm({ settings, onChanged }: GymSettingsFormProps) {
  const text = useText(gymSettingsTexts);
  const { locale } = useLocale();
  const kept = formOf(settings, locale);
  const [typed, setTyped] = useState<Partial<GymForm>>({});
  const [errors, setErrors] = useState<Errors>({});
  const [isSaving, setSaving] = useState(false);
  const save = useSave(settings, kept, onChanged);
  const submit = async () => {
    const read = inputOf(typed, kept);
    if ('problems' in read) {
      setErrors(Object.fromEntries(Object.entries(read.problems).map(([name, problem]) => [name, text[problem]])));
      return;
    }
    setErrors({});
    if (Object.keys(read.input).length === 0) {
      setTyped({});
      showToast({ kind: 'info', text: text.unchanged });
      return;
    }
    setSaving(true);
    if (await save(read.input, setErrors)) setTyped({});
    setSaving(false);
  };
  const form = { ...kept, ...typed };
  const field = (name: GymSetting) => ({
    name,
    label: text.labels[name],
    description: name in text.hints ? text.hints[name as keyof typeof text.hints] : undefined,
    value: form[name],
    error: errors[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ContactFields field={field} />
      <PlaceFields field={field} settings={settings} isOtherZone={form.timeZone !== kept.timeZone} />
      <NumberFields field={field} settings={settings} />
      <div className={styles.save}>
        {Object.keys(errors).length > 0 && <InlineMessage tone="bad">{errors[''] ?? text.checkFields}</InlineMessage>}
        <Button type="submit" variant="primary" loading={isSaving}>
          {text.save}
        </Button>
      </div>
    </form>
  );
}

/** Saves, and can put back what was there before. Who is overtaken sees what is kept now. */
function useSave(settings: GymSettingsForm_SettingsFragment, kept: GymForm, onChanged: () => Promise<unknown>) {
  const client = useApolloClient();
  const text = useText(gymSettingsTexts);
  const formErrors = useFormErrors();
  const act = useReversible();
  const send = async (input: SaveGymSettingsInput) => {
    await client.mutate({ mutation: SaveGymSettingsDocument, variables: { input } });
    await onChanged();
  };
  return (input: SaveGymSettingsInput, onErrors: (errors: Errors) => void) => {
    const names = Object.keys(input) as GymSetting[];
    const before = inputOf(Object.fromEntries(names.map((name) => [name, kept[name]])), {} as GymForm);
    // From when subscriptions are charged goes back so far only, and it was asked for with its warning.
    const canUndo = 'input' in before && !names.includes('chargesFrom');
    return act({
      run: () => send({ ...input, version: settings.version }),
      undo: canUndo ? () => send(before.input) : undefined,
      isAwaited: true,
      done: text.saved,
      onFailed: (error) => {
        if (fieldErrors(error).some(({ reason }) => reason === 'CHANGED_MEANWHILE'))
          return void onChanged().finally(() => onErrors({ '': text.changedMeanwhile }));
        onErrors(formErrors(error, Object.keys(kept)));
      },
    });
  };
}
