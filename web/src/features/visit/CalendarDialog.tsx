// Makes a calendar, or changes the name of one. A refusal stands at its field and keeps what was typed.
import { useState } from 'react';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { FormDialog } from '../../ui/FormDialog';
import { keptTexts } from '../../ui/keptTexts';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { calendarTexts } from './setupTexts';
import { useCalendars, type CalendarRow } from './useCalendars';

export function CalendarDialog({ row, onClose }: { row: CalendarRow | null; onClose: () => void }) {
  const text = useText(calendarTexts);
  const kept = useText(keptTexts);
  const [id] = useState(() => row?.id ?? newId());
  const [name, setName] = useState(row?.name ?? '');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const { create, change } = useCalendars();
  const formErrors = useFormErrors();

  const submit = async () => {
    const trimmed = name.trim();
    if (!trimmed) return setErrors({ name: kept.nameMissing });
    setSaving(true);
    try {
      await (row ? change : create)({ id, name: trimmed });
      showToast({ kind: 'success', text: row ? kept.saved(trimmed) : kept.created(trimmed) });
      onClose();
    } catch (error) {
      setErrors(formErrors(error, ['name']));
    } finally {
      setSaving(false);
    }
  };

  return (
    <FormDialog
      title={row ? text.edit : text.create}
      submitLabel={row ? kept.save : kept.add}
      cancelLabel={kept.cancel}
      isSaving={isSaving}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TextField label={kept.name} value={name} maxLength={60} error={errors.name} onChange={setName} autoFocus />
    </FormDialog>
  );
}
