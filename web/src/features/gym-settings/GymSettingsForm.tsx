// What is kept about the gym itself, as one form.
import { useApolloClient } from '@apollo/client/react';
import { useKeptForm } from '../../actions/useKeptForm';
import { useReversible } from '../../actions/useReversible';
import { fieldErrors } from '../../graphql/errors';
import type { SaveGymSettingsInput } from '../../graphql/schema.generated';
import { useFormErrors } from '../../graphql/useErrorText';
import { useLocale } from '../../i18n/locale';
import { useText } from '../../i18n/text';
import { KeptForm, type FormErrors } from '../../ui/KeptForm';
import { formOf, inputOf, type GymForm, type GymSetting } from './gymForm';
import { ContactFields, NumberFields, PlaceFields } from './GymFields';
import { SaveGymSettingsDocument, type GymSettingsForm_SettingsFragment } from './GymSettings.generated';
import { gymSettingsTexts } from './messages';

interface GymSettingsFormProps {
  settings: GymSettingsForm_SettingsFragment;
  /** Something else is kept now, here or by somebody else: it is read again before the form says so. */
  onChanged: () => Promise<unknown>;
}

export function GymSettingsForm({ settings, onChanged }: GymSettingsFormProps) {
  const text = useText(gymSettingsTexts);
  const { locale } = useLocale();
  const kept = formOf(settings, locale);
  const save = useSave(settings, kept, onChanged);
  const { form, set, ...state } = useKeptForm({ kept, read: (typed) => inputOf(typed, kept, text), save });
  const field = (name: GymSetting) => ({
    name,
    label: text.labels[name],
    description: name in text.hints ? text.hints[name as keyof typeof text.hints] : undefined,
    value: form[name],
    error: state.errors[name],
    onChange: (value: string) => set({ [name]: value }),
  });
  return (
    <KeptForm {...state}>
      <ContactFields field={field} />
      <PlaceFields field={field} settings={settings} isOtherZone={form.timeZone !== kept.timeZone} />
      <NumberFields field={field} settings={settings} />
    </KeptForm>
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
  return (input: SaveGymSettingsInput, onErrors: (errors: FormErrors) => void) => {
    const names = Object.keys(input) as GymSetting[];
    const before = inputOf(Object.fromEntries(names.map((name) => [name, kept[name]])), {}, text);
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
