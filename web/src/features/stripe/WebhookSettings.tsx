// Where Stripe tells the gym what happened. The secret goes in and never comes out.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copyText';
import { FactRow } from '../../ui/FactRow';
import { Form } from '../../ui/Form';
import { InlineMessage } from '../../ui/InlineMessage';
import { PasswordField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import styles from './Checkout.module.css';
import { stripeSettingsTexts } from './settingsTexts';
import { SaveStripeWebhookSecretDocument, type StripeSettings_SettingsFragment } from './StripeSettings.generated';

export function WebhookSettings({ settings }: { settings: StripeSettings_SettingsFragment }) {
  const text = useText(stripeSettingsTexts);
  const format = useFormat();
  const [isReplacing, setReplacing] = useState(false);
  const { webhookUrl, webhookSecretSetAt, lastEventAt, waitingEvents } = settings;
  const copy = () =>
    copyText(webhookUrl).then(
      () => showToast({ text: text.copied, kind: 'success' }),
      () => undefined,
    );
  return (
    <section className={styles.facts} aria-label={text.webhook}>
      <h3 className={styles.title}>{text.webhook}</h3>
      <p className={styles.hint}>{text.webhookHint}</p>
      {waitingEvents > 0 && <InlineMessage tone="warning">{text.waiting(waitingEvents)}</InlineMessage>}
      <FactRow
        term={text.address}
        action={
          <Button size="sm" variant="quiet" icon="copy" onClick={() => void copy()}>
            {text.copy}
          </Button>
        }
      >
        <span className={styles.address}>{webhookUrl}</span>
      </FactRow>
      <FactRow
        term={text.secret}
        action={
          !isReplacing && (
            <Button size="sm" variant="quiet" onClick={() => setReplacing(true)}>
              {text.replace}
            </Button>
          )
        }
      >
        {webhookSecretSetAt ? text.secretSet(format.dayOf(webhookSecretSetAt)) : text.secretNotSet}
      </FactRow>
      {isReplacing && <SecretForm onDone={() => setReplacing(false)} />}
      <FactRow term={text.lastMessage}>{lastEventAt ? format.dateTime(lastEventAt) : text.never}</FactRow>
    </section>
  );
}

function SecretForm({ onDone }: { onDone: () => void }) {
  const text = useText(stripeSettingsTexts);
  const formErrors = useFormErrors();
  const [secret, setSecret] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [save, { loading }] = useMutation(SaveStripeWebhookSecretDocument);
  const submit = () =>
    save({ variables: { input: { secret } } }).then(
      () => {
        showToast({ text: text.saved, kind: 'success' });
        onDone();
      },
      (error: unknown) => setErrors(formErrors(error, ['secret'])),
    );
  return (
    <Form className={styles.secret} onSubmit={submit}>
      <PasswordField
        label={text.newSecret}
        autoComplete="new-password"
        value={secret}
        error={errors.secret ?? errors['']}
        onChange={setSecret}
        autoFocus
      />
      <Button onClick={onDone}>{text.cancel}</Button>
      <Button type="submit" variant="primary" loading={loading}>
        {text.save}
      </Button>
    </Form>
  );
}
