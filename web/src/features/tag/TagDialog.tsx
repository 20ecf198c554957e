// Makes a tag, or changes the name and colour of one, and whether it is about health. A refusal stands at its field and keeps what was typed.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useFormErrors } from '../../graphql/useErrorText';
import { newId } from '../../graphql/newId';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/CheckGroup';
import { ColorField, firstColor } from '../../ui/ColorField';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { TagChip } from '../../ui/TagChip';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { tagSettingsTexts } from './settingsTexts';
import styles from './TagSettings.module.css';
import {
  CreateTagDocument,
  RenameTagDocument,
  TagSettingsDocument,
  type TagSettings_TagFragment,
} from './TagSettings.generated';

interface TagDialogProps {
  tag: TagSettings_TagFragment | null;
  /** Whether they may say that a tag about health no longer is. */
  mayUnmark: boolean;
  onClose: () => void;
}

export function TagDialog({ tag, mayUnmark, onClose }: TagDialogProps) {
  const text = useText(tagSettingsTexts);
  const [id] = useState(() => tag?.id ?? newId());
  const [name, setName] = useState(tag?.name ?? '');
  const [color, setColor] = useState(tag?.color ?? firstColor);
  const [isHealthData, setHealthData] = useState(tag?.isHealthData ?? false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const { save, isSaving } = useSaveTag(tag !== null);
  const formErrors = useFormErrors();

  const submit = async () => {
    const trimmed = name.trim();
    if (!trimmed) return setErrors({ name: text.nameMissing });
    try {
      await save({ id, name: trimmed, color, isHealthData });
      showToast({ kind: 'success', text: tag ? text.saved(trimmed) : text.created(trimmed) });
      onClose();
    } catch (error) {
      setErrors(formErrors(error, ['name', 'color']));
    }
  };

  return (
    <Dialog
      open
      title={tag ? text.editTitle : text.createTitle}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" variant="primary" loading={isSaving}>
            {tag ? text.save : text.add}
          </Button>
        </>
      }
    >
      {errors[''] && <InlineMessage tone="bad">{errors['']}</InlineMessage>}
      <TextField label={text.name} value={name} maxLength={40} error={errors.name} onChange={setName} autoFocus />
      <ColorField value={color} onChange={setColor} />
      {tag?.isHealthData && !mayUnmark ? (
        <p className={styles.hint}>{text.onlyAdmin}</p>
      ) : (
        <Checkbox label={text.health} description={text.healthHint} value={isHealthData} onChange={setHealthData} />
      )}
      <p className={styles.preview}>
        {text.preview}{' '}
        <TagChip name={name.trim() || text.name} color={color} note={isHealthData ? text.health : undefined} />
      </p>
    </Dialog>
  );
}

function useSaveTag(isEdit: boolean) {
  const [create, creating] = useMutation(CreateTagDocument);
  const [rename, renaming] = useMutation(RenameTagDocument);
  const save = (input: { id: string; name: string; color: string; isHealthData: boolean }) =>
    isEdit
      ? rename({ variables: { input } })
      : create({
          variables: { input },
          update: (cache, { data }) =>
            cache.updateQuery({ query: TagSettingsDocument }, (known) => {
              const tag = data?.createTag.tag;
              if (!known || !tag || known.tags.some((other) => other.id === tag.id)) return known;
              return { ...known, tags: [...known.tags, tag] };
            }),
        });
  return { save, isSaving: creating.loading || renaming.loading };
}
