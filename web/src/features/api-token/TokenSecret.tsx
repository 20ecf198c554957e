// The secret of a new token, to be copied now or never.
import { useText } from '../../i18n/text';
import { copyText } from '../../ui/copyText';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { showToast } from '../../ui/toasts';
import { apiTokenTexts } from './messages';
import styles from './ApiToken.module.css';

export function TokenSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const text = useText(apiTokenTexts);
  const copy = async () => {
    try {
      await copyText(secret);
      showToast({ kind: 'success', text: text.copied });
    } catch {
      showToast({ kind: 'error', text: text.copyFailed });
    }
  };
  return (
    <Dialog
      open
      size="medium"
      title={text.secretTitle}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          {text.done}
        </Button>
      }
    >
      <InlineMessage tone="warning">{text.secretHint}</InlineMessage>
      <div className={styles.secret}>
        <input
          readOnly
          className={styles.value}
          aria-label={text.secret}
          value={secret}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button icon="copy" onClick={() => void copy()}>
          {text.copy}
        </Button>
      </div>
      <p className={styles.usage}>{text.usage}</p>
      <code className={styles.code}>Authorization: Bearer {secret}</code>
    </Dialog>
  );
}
