// The secret of a new token, to be copied now or never.
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { CopyField } from '../../ui/CopyField';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { apiTokenTexts } from './messages';
import styles from './ApiToken.module.css';

export function TokenSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const text = useText(apiTokenTexts);
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
      <CopyField label={text.secret} value={secret} text={text} />
      <p className={styles.usage}>{text.usage}</p>
      <code className={styles.code}>Authorization: Bearer {secret}</code>
    </Dialog>
  );
}
