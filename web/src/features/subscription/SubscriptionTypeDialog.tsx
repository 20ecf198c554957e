// Makes a subscription type, or changes what it offers from now on. Refusals stand at their fields and keep what was typed.
import { useState } from 'react';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useLocale } from '../../i18n/locale';
import { useText } from '../../i18n/text';
import { Checkbox } from '../../ui/CheckGroup';
import { FormDialog } from '../../ui/FormDialog';
import { keptTexts } from '../../ui/keptTexts';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { TextArea, TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { IncludedFields } from './IncludedFields';
import { TypeTermFields } from './TypeTermFields';
import { formOf, inputOf, type FormProblem, type TypeForm } from './typeForm';
import { subscriptionTypeTexts } from './typeTexts';
import { useSubscriptionTypes, type SubscriptionTypeRow } from './useSubscriptionTypes';

const fields = [
  'name',
  'description',
  'priceCents',
  'yearlyPriceCents',
  'vatRatePercent',
  'sessionLimit',
  'validityDays',
  'firstTermMonths',
  'sessionTypeIds',
  'calendarIds',
];

interface SubscriptionTypeDialogProps {
  row: SubscriptionTypeRow | null;
  currency: string;
  onClose: () => void;
}

export function SubscriptionTypeDialog({ row, currency, onClose }: SubscriptionTypeDialogProps) {
  const text = useText(subscriptionTypeTexts);
  const kept = useText(keptTexts);
  const { locale } = useLocale();
  const [id] = useState(() => row?.id ?? newId());
  const [form, setForm] = useState(() => formOf(row, locale));
  const set = (part: Partial<TypeForm>) => setForm((before) => ({ ...before, ...part }));
  const { errors, isSaving, submit } = useSubmit({ id, form, row, onClose });

  return (
    <FormDialog
      size="medium"
      title={row ? text.edit : text.create}
      submitLabel={row ? kept.save : kept.add}
      cancelLabel={kept.cancel}
      isSaving={isSaving}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {row ? (
        <p>{row.isRecurring ? text.recurring : text.once}</p>
      ) : (
        <SegmentedControl
          label={text.kind}
          fullWidth
          value={form.isRecurring ? 'recurring' : 'once'}
          onChange={(kind) => set({ isRecurring: kind === 'recurring' })}
          options={[
            { value: 'recurring', label: text.kinds.recurring },
            { value: 'once', label: text.kinds.once },
          ]}
        />
      )}
      <TextField
        label={kept.name}
        value={form.name}
        maxLength={80}
        error={errors.name}
        onChange={(name) => set({ name })}
        autoFocus
      />
      <TextArea
        label={text.description}
        rows={2}
        maxLength={1000}
        value={form.description}
        error={errors.description}
        onChange={(description) => set({ description })}
      />
      <TypeTermFields form={form} set={set} errors={errors} currency={currency} />
      <IncludedFields
        value={form}
        onChange={set}
        kept={row}
        errors={errors}
        isNew={!row}
        texts={{ ...text, archived: kept.isArchived }}
      />
      <div>
        <Checkbox
          label={text.visible}
          value={form.isVisibleToMembers}
          onChange={(isVisibleToMembers) => set({ isVisibleToMembers })}
        />
        <Checkbox
          label={text.experience}
          value={form.isExperienceRequired}
          onChange={(isExperienceRequired) => set({ isExperienceRequired })}
        />
      </div>
    </FormDialog>
  );
}

interface Submission {
  id: string;
  form: TypeForm;
  row: SubscriptionTypeRow | null;
  onClose: () => void;
}

function useSubmit({ id, form, row, onClose }: Submission) {
  const text = useText(subscriptionTypeTexts);
  const kept = useText(keptTexts);
  const { locale } = useLocale();
  const [errors, setErrors] = useState<Record<string, string | undefined>>({});
  const [isSaving, setSaving] = useState(false);
  const { create, change } = useSubscriptionTypes();
  const formErrors = useFormErrors();
  const words: Record<FormProblem, string | undefined> = {
    nameMissing: kept.nameMissing,
    priceMissing: text.priceMissing,
    vatRateInvalid: text.vatRateInvalid,
    wholeInvalid: text.wholeInvalid,
    // The field says why.
    amount: undefined,
  };

  const submit = async () => {
    const read = inputOf(form, locale);
    if ('problems' in read)
      return setErrors(Object.fromEntries(Object.entries(read.problems).map(([field, why]) => [field, words[why]])));
    setSaving(true);
    try {
      if (row) await change({ id, ...read.input });
      else await create({ id, isRecurring: form.isRecurring, ...read.input });
      showToast({ kind: 'success', text: row ? kept.saved(read.input.name) : kept.created(read.input.name) });
      onClose();
    } catch (error) {
      setErrors(formErrors(error, fields));
    } finally {
      setSaving(false);
    }
  };
  return { errors, isSaving, submit };
}
