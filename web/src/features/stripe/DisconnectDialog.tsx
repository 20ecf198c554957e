// Asks before the gym stops collecting through Stripe.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { stripeSettingsTexts } from './settingsTexts';
import { DisconnectStripeDocument } from './StripeSettings.generated';

export function DisconnectDialog({ onClose }: { onClose: () => void }) {
  const text = useText(stripeSettingsTexts);
  const sentence = useErrorText();
  const [problem, setProblem] = useState<string | null>(null);
  const [disconnect, { loading }] = useMutation(DisconnectStripeDocument);
  const submit = () => {
    setProblem(null);
    disconnect().then(onClose, (error: unknown) => setProblem(sentence(error)));
  };
  return (
    <Dialog
      open
      title={text.disconnectTitle}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{text.keep}</Button>
          <Button type="submit" variant="danger" loading={loading}>
            {text.disconnect}
          </Button>
        </>
      }
    >
      {problem && <InlineMessage tone="bad">{problem}</InlineMessage>}
      <p>{text.disconnectHint}</p>
    </Dialog>
  );
}
