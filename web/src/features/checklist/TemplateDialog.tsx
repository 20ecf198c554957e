// Makes a checklist template, or changes it: its words, its actions and their order, and whether new members get it.
import { useState, type KeyboardEvent } from 'react';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/CheckGroup';
import { FormDialog } from '../../ui/FormDialog';
import { IconButton } from '../../ui/IconButton';
import { keptTexts } from '../../ui/keptTexts';
import { OrderedRows } from '../../ui/OrderedRows';
import { TextArea, TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import styles from './Checklist.module.css';
import { templateTexts } from './templateTexts';
import { useTemplates, type TemplateRow } from './useTemplates';

interface ActionRow {
  id: string;
  name: string;
}

export function TemplateDialog({ row, onClose }: { row: TemplateRow | null; onClose: () => void }) {
  const text = useText(templateTexts);
  const kept = useText(keptTexts);
  const [id] = useState(() => row?.id ?? newId());
  const [name, setName] = useState(row?.name ?? '');
  const [description, setDescription] = useState(row?.description ?? '');
  const [actions, setActions] = useState<ActionRow[]>(() => (row?.actions ?? []).map(rowOf));
  const [typed, setTyped] = useState('');
  const [isForNewMembers, setForNewMembers] = useState(row?.isForNewMembers ?? false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const { create, change } = useTemplates();
  const formErrors = useFormErrors();
  // What was typed and not added yet is meant too.
  const all = typed.trim() ? [...actions, rowOf(typed.trim())] : actions;
  const add = () => {
    setActions(all);
    setTyped('');
  };

  const submit = async () => {
    const missing = {
      ...(name.trim() ? {} : { name: kept.nameMissing }),
      ...(all.length > 0 ? {} : { actions: text.noActions }),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setSaving(true);
    try {
      await (row ? change : create)({
        id,
        name: name.trim(),
        description: description.trim() || null,
        actions: all.map((action) => action.name),
        isForNewMembers,
      });
      showToast({ kind: 'success', text: row ? kept.saved(name.trim()) : kept.created(name.trim()) });
      onClose();
    } catch (error) {
      setErrors(formErrors(error, ['name', 'description', 'actions']));
    } finally {
      setSaving(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !typed.trim() || event.nativeEvent.isComposing) return;
    // Enter adds what was typed; on an empty field it saves.
    event.preventDefault();
    add();
  };

  return (
    <FormDialog
      title={row ? text.edit : text.create}
      submitLabel={row ? kept.save : kept.add}
      cancelLabel={kept.cancel}
      size="medium"
      isSaving={isSaving}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <div className={styles.form}>
        <TextField label={kept.name} value={name} maxLength={80} error={errors.name} onChange={setName} autoFocus />
        <TextArea
          label={text.description}
          rows={2}
          maxLength={500}
          value={description}
          error={errors.description}
          onChange={setDescription}
        />
        <div>
          <OrderedRows
            label={text.actionList}
            rows={actions}
            upLabel={text.up}
            downLabel={text.down}
            onMove={setActions}
            aside={(action) => (
              <IconButton
                icon="trash"
                label={text.removeAction(action.name)}
                onClick={() => setActions(actions.filter((one) => one !== action))}
              />
            )}
          />
          <div className={styles.adder} role="presentation" onKeyDown={onKeyDown}>
            <TextField
              label={text.newAction}
              value={typed}
              maxLength={200}
              error={errors.actions}
              onChange={setTyped}
            />
            <Button icon="plus" onClick={add}>
              {text.addAction}
            </Button>
          </div>
        </div>
        <Checkbox
          label={text.forNewMembers}
          description={text.forNewMembersHint}
          value={isForNewMembers}
          onChange={setForNewMembers}
        />
      </div>
    </FormDialog>
  );
}

const rowOf = (name: string): ActionRow => ({ id: newId(), name });
