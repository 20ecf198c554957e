// Makes a category, or renames one. A refusal stands at its field and keeps what was typed.
import { useState } from 'react';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { FormDialog } from '../../ui/FormDialog';
import { keptTexts } from '../../ui/keptTexts';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { shopSettingsTexts } from './shopSettingsTexts';
import { useShopCategories, type CategoryRow } from './useShopCategories';

export function CategoryDialog({ row, onClose }: { row: CategoryRow | null; onClose: () => void }) {
  const text = useText(shopSettingsTexts);
  const kept = useText(keptTexts);
  const [id] = useState(() => row?.id ?? newId());
  const [name, setName] = useState(row?.name ?? '');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const { create, rename } = useShopCategories();
  const formErrors = useFormErrors();

  const submit = async () => {
    const trimmed = name.trim();
    if (!trimmed) return setErrors({ name: kept.nameMissing });
    setSaving(true);
    try {
      await (row ? rename : create)({ id, name: trimmed });
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
      title={row ? text.editCategory : text.createCategory}
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
