// Makes a session type, or changes the name and colour of one. A refusal stands at its field and keeps what was typed.
import { useState } from 'react';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { ColorField, firstColor } from '../../ui/ColorField';
import { FormDialog } from '../../ui/FormDialog';
import { keptTexts } from '../../ui/keptTexts';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { sessionTypeTexts } from './setupTexts';
import { useSessionTypes, type SessionTypeRow } from './useSessionTypes';

export function SessionTypeDialog({ row, onClose }: { row: SessionTypeRow | null; onClose: () => void }) {
  const text = useText(sessionTypeTexts);
  const kept = useText(keptTexts);
  const [id] = useState(() => row?.id ?? newId());
  const [name, setName] = useState(row?.name ?? '');
  const [color, setColor] = useState(row?.color ?? firstColor);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const { create, change } = useSessionTypes();
  const formErrors = useFormErrors();

  const submit = async () => {
    const trimmed = name.trim();
    if (!trimmed) return setErrors({ name: kept.nameMissing });
    setSaving(true);
    try {
      await (row ? change : create)({ id, name: trimmed, color });
      showToast({ kind: 'success', text: row ? kept.saved(trimmed) : kept.created(trimmed) });
      onClose();
    } catch (error) {
      setErrors(formErrors(error, ['name', 'color']));
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
      <ColorField value={color} onChange={setColor} />
    </FormDialog>
  );
}
