// A form over what is kept. What is typed lies over it: whatever is saved or read meanwhile, none of it is lost. And only what
// was typed is sent: what somebody else saved meanwhile is not overwritten.
import { useState } from 'react';
import { useText } from '../i18n/text';
import type { FormErrors } from '../ui/KeptForm';
import { keptTexts } from '../ui/keptTexts';
import { showToast } from '../ui/toasts';

interface KeptForm<Form, Input> {
  kept: Form;
  /** What of it is sent, without what came back to what is kept; or what is wrong with it. */
  read: (typed: Partial<Form>) => { input: Input } | { problems: FormErrors };
  /** Resolves to true once the server has it. */
  save: (input: Input, onErrors: (errors: FormErrors) => void) => Promise<boolean>;
}

export function useKeptForm<Form extends object, Input extends object>({ kept, read, save }: KeptForm<Form, Input>) {
  const text = useText(keptTexts);
  const [typed, setTyped] = useState<Partial<Form>>({});
  const [errors, setErrors] = useState<FormErrors>({});
  const [isSaving, setSaving] = useState(false);
  const submit = async () => {
    const found = read(typed);
    if ('problems' in found) return setErrors(found.problems);
    setErrors({});
    if (Object.keys(found.input).length === 0) {
      setTyped({});
      showToast({ kind: 'info', text: text.unchanged });
      return;
    }
    setSaving(true);
    if (await save(found.input, setErrors)) setTyped((now) => differing(now, typed));
    setSaving(false);
  };
  return {
    form: { ...kept, ...typed },
    set: (part: Partial<Form>) => setTyped((before) => differing({ ...before, ...part }, kept)),
    errors,
    isSaving,
    submit: () => void submit(),
  };
}

function differing<Form extends object>(typed: Partial<Form>, from: Partial<Form>): Partial<Form> {
  const names = (Object.keys(typed) as (keyof Form)[]).filter((name) => typed[name] !== from[name]);
  return Object.fromEntries(names.map((name) => [name, typed[name]])) as Partial<Form>;
}
