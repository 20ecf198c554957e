// The link of a new invitation, to be copied now or never.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copyText';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { showToast } from '../../ui/toasts';
import { roleTexts } from './messages';
import styles from './Role.module.css';

interface InvitationLinkProps {
  url: string;
  name: string;
  expiresAt: string;
  onClose: () => void;
}

export function InvitationLink({ url, name, expiresAt, onClose }: InvitationLinkProps) {
  const text = useText(roleTexts);
  const format = useFormat();
  const copy = async () => {
    try {
      await copyText(url);
      showToast({ kind: 'success', text: text.copied });
    } catch {
      showToast({ kind: 'error', text: text.copyFailed });
    }
  };
  return (
    <Dialog
      open
      size="medium"
      title={text.linkTitle(name)}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          {text.done}
        </Button>
      }
    >
      <InlineMessage tone="warning">{text.linkHint}</InlineMessage>
      <div className={styles.link}>
        <input
          readOnly
          className={styles.value}
          aria-label={text.link}
          value={url}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button icon="copy" onClick={() => void copy()} data-autofocus>
          {text.copy}
        </Button>
      </div>
      <p className={styles.hint}>{text.linkUse(format.dateTime(expiresAt))}</p>
    </Dialog>
  );
}
