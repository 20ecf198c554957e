// Writing a note in place. A draft is kept until it is saved or thrown away.
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useReversible } from '../../actions/useReversible';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { keepDraft, readDraft, type Draft } from './draft';
import { AddNoteDocument, RetractNoteDocument } from './NoteCard.generated';
import styles from './NoteCard.module.css';
import { noteWritingTexts } from './writingTexts';

interface AddNoteProps {
  memberId: string;
  askedCount: number;
  /** Opens it again, with the draft that is kept. */
  onAgain: () => void;
  onClose: () => void;
}

export default function AddNote({ memberId, askedCount, onAgain, onClose }: AddNoteProps) {
  const text = useText(noteWritingTexts);
  const client = useApolloClient();
  const act = useReversible();
  const formErrors = useFormErrors();
  const [draft, setDraft] = useState<Draft>(() => readDraft(memberId) ?? { id: newId(), text: '' });
  const [error, setError] = useState<string | undefined>();
  const [isSaving, setSaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (askedCount === 0) return;
    field.current?.focus({ preventScroll: true });
    // With its buttons: the field alone could end at the edge of the screen.
    field.current?.form?.scrollIntoView({ block: 'nearest' });
  }, [askedCount]);

  const change = (value: string) => {
    const next = { ...draft, text: value };
    setDraft(next);
    keepDraft(memberId, next);
  };
  const close = () => {
    keepDraft(memberId, null);
    onClose();
  };
  const discard = () => {
    close();
    if (!draft.text.trim()) return;
    const undo = () => {
      keepDraft(memberId, draft);
      onAgain();
    };
    showToast({ text: text.discarded, undo });
  };
  const save = async () => {
    if (isSaving) return;
    if (!draft.text.trim()) return setError(text.missing);
    setSaving(true);
    const input = { ...draft, memberId };
    const isSaved = await act({
      run: () => client.mutate({ mutation: AddNoteDocument, variables: { input } }),
      undo: () => client.mutate({ mutation: RetractNoteDocument, variables: { input: { id: draft.id } } }),
      isAwaited: true,
      done: text.added,
      onFailed: (reason) => setError(Object.values(formErrors(reason, ['text']))[0]),
    });
    setSaving(false);
    if (isSaved) close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    if (event.key === 'Escape' && !draft.text) close();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea
        label={text.label}
        hideLabel
        placeholder={text.placeholder}
        rows={4}
        maxLength={10_000}
        value={draft.text}
        error={error}
        onChange={change}
        onKeyDown={onKeyDown}
        ref={field}
      />
      <div className={styles.buttons}>
        <span className={styles.hint}>{text.draft}</span>
        <Button onClick={discard}>{draft.text.trim() ? text.discard : text.cancel}</Button>
        <Button type="submit" variant="primary" loading={isSaving} shortcut="Mod+Enter">
          {text.save}
        </Button>
      </div>
    </form>
  );
}
