// E-mail and password. A refusal keeps the e-mail, empties the password and says what to do; throttling counts down.
import { useEffect, useRef, useState } from 'react';
import { hasCode, throttledSeconds } from '../../graphql/errors';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Form } from '../../ui/Form';
import { InlineMessage } from '../../ui/InlineMessage';
import { PasswordField, TextField } from '../../ui/TextField';
import { accountTexts } from './messages';
import styles from './SignInForm.module.css';

interface SignInFormProps {
  /** Rejects with the server's error. */
  signIn: (input: { email: string; password: string }) => Promise<unknown>;
}

export function SignInForm({ signIn }: SignInFormProps) {
  const text = useText(accountTexts);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [waitSeconds, startWaiting] = useCountdown();
  const passwordRef = useRef<HTMLInputElement>(null);
  const sentence = useErrorText();

  const submit = async () => {
    setTried(true);
    if (!email.trim() || !password || waitSeconds > 0) return;
    setBusy(true);
    setProblem(null);
    try {
      await signIn({ email: email.trim(), password });
    } catch (error) {
      const seconds = throttledSeconds(error);
      if (seconds) startWaiting(seconds);
      else
        setProblem(
          hasCode(error, 'BAD_USER_INPUT') || hasCode(error, 'UNAUTHENTICATED') ? text.wrong : sentence(error),
        );
      setBusy(false);
      setTried(false);
      setPassword('');
      passwordRef.current?.focus();
    }
  };

  return (
    <Form className={styles.form} onSubmit={submit}>
      {waitSeconds > 0 && <InlineMessage tone="warning">{text.throttled(waitSeconds)}</InlineMessage>}
      {problem && <InlineMessage tone="bad">{problem}</InlineMessage>}
      <TextField
        type="email"
        name="email"
        autoComplete="username"
        label={text.email}
        value={email}
        onChange={setEmail}
        error={isTried && !email.trim() ? text.missing : null}
        autoFocus
      />
      <PasswordField
        ref={passwordRef}
        name="password"
        autoComplete="current-password"
        label={text.password}
        value={password}
        onChange={setPassword}
        error={isTried && !password ? text.missing : null}
      />
      <Button
        type="submit"
        variant="primary"
        size="md"
        fullWidth
        loading={isBusy}
        disabledReason={waitSeconds > 0 ? text.throttled(waitSeconds) : null}
      >
        {waitSeconds > 0 ? text.waiting(waitSeconds) : text.submit}
      </Button>
    </Form>
  );
}

function useCountdown(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return [seconds, setSeconds];
}
