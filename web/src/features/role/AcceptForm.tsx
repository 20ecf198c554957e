// A password to choose, or that of the account there is; a refusal empties it and says why.
import { useRef, useState } from 'react';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Form } from '../../ui/Form';
import { InlineMessage } from '../../ui/InlineMessage';
import { PasswordField, TextField } from '../../ui/TextField';
import { acceptTexts } from './acceptTexts';
import styles from './AcceptForm.module.css';

interface AcceptFormProps {
  email: string;
  hasAccount: boolean;
  /** Rejects with the server's error. */
  accept: (password: string) => Promise<unknown>;
}

export function AcceptForm({ email, hasAccount, accept }: AcceptFormProps) {
  const text = useText(acceptTexts);
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const formErrors = useFormErrors();
  const submit = async () => {
    if (!password) return setErrors({ password: text.missing });
    setBusy(true);
    setErrors({});
    try {
      await accept(password);
    } catch (error) {
      setErrors(formErrors(error, ['password']));
      setBusy(false);
      setPassword('');
      field.current?.focus();
    }
  };
  return (
    <Form className={styles.form} onSubmit={submit}>
      {errors[''] && <InlineMessage tone="bad">{errors['']}</InlineMessage>}
      <TextField type="email" label={text.email} autoComplete="username" value={email} onChange={() => {}} disabled />
      <PasswordField
        ref={field}
        label={hasAccount ? text.give : text.choose}
        description={hasAccount ? text.giveHint : text.chooseHint}
        autoComplete={hasAccount ? 'current-password' : 'new-password'}
        value={password}
        onChange={setPassword}
        error={errors.password}
        autoFocus
      />
      <Button type="submit" variant="primary" size="md" fullWidth loading={isBusy}>
        {text.submit}
      </Button>
    </Form>
  );
}
