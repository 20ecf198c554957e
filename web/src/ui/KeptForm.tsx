// A page of settings that is one form: its cards, and at their end what is wrong and the button that saves.
import type { ReactNode } from 'react';
import { useText } from '../i18n/text';
import { Button } from './Button';
import { Form } from './Form';
import { InlineMessage } from './InlineMessage';
import styles from './KeptForm.module.css';
import { keptTexts } from './keptTexts';

/** By field, each of which says its own; '' is about the whole. */
export type FormErrors = Partial<Record<string, string>>;

interface KeptFormProps {
  errors: FormErrors;
  isSaving: boolean;
  submit: () => void;
  children: ReactNode;
}

export function KeptForm({ errors, isSaving, submit, children }: KeptFormProps) {
  const text = useText(keptTexts);
  return (
    <Form className={styles.form} onSubmit={submit}>
      {children}
      <div className={styles.save}>
        {Object.keys(errors).length > 0 && <InlineMessage tone="bad">{errors[''] ?? text.checkFields}</InlineMessage>}
        <Button type="submit" variant="primary" loading={isSaving}>
          {text.save}
        </Button>
      </div>
    </Form>
  );
}

/** The fields of a card, below each other. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className={styles.fields}>{children}</div>;
}

/** Side by side where there is room. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}

export function FieldHint({ children }: { children: ReactNode }) {
  return <p className={styles.hint}>{children}</p>;
}
