// Asks before a token is revoked: there is no way back, and a script somewhere stops.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { showToast } from '../../ui/toasts';
import { RevokeApiTokenDocument, type ApiToken_TokenFragment } from './ApiToken.generated';
import { apiTokenTexts } from './messages';

export function RevokeTokenDialog({ token, onClose }: { token: ApiToken_TokenFragment; onClose: () => void }) {
  const text = useText(apiTokenTexts);
  const sentence = useErrorText();
  const [revoke, { loading }] = useMutation(RevokeApiTokenDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    try {
      await revoke({ variables: { input: { id: token.id } } });
      showToast({ kind: 'success', text: text.revokedToast(token.name) });
      onClose();
    } catch (error) {
      setProblem(sentence(error));
    }
  };
  return (
    <Dialog
      open
      title={text.revokeTitle}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" variant="danger" loading={loading}>
            {text.revokeConfirm}
          </Button>
        </>
      }
    >
      {problem && <InlineMessage tone="bad">{problem}</InlineMessage>}
      <p>{text.revokeText(token.name)}</p>
    </Dialog>
  );
}
