// The link of a new invitation, to be copied now or never.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { CopyField } from '../../ui/CopyField';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
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
      <CopyField label={text.link} value={url} text={text} takesFocus />
      <p className={styles.hint}>{text.linkUse(format.dateTime(expiresAt))}</p>
    </Dialog>
  );
}
