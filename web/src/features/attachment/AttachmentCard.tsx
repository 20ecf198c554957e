// The files that staff keep with a member, and how much of their room is used.
import { useState } from 'react';
import type { Action } from '../../actions/Action';
import { ActionIconButton } from '../../actions/ActionButton';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/ErrorState';
import { IconButton } from '../../ui/IconButton';
import { Invitation } from '../../ui/Invitation';
import { Meter } from '../../ui/Meter';
import type { AttachmentCard_AttachmentFragment, AttachmentCard_MemberFragment } from './AttachmentCard.generated';
import styles from './AttachmentCard.module.css';
import { attachmentTexts } from './messages';
import { useDeleteAttachment } from './useDeleteAttachment';
import { later } from '../../ui/later';

const RenameDialog = later(() => import('./RenameDialog'));

interface AttachmentCardProps {
  member: AttachmentCard_MemberFragment;
  add: Action;
  onRetry: () => void;
}

export default function AttachmentCard({ member, add, onRetry }: AttachmentCardProps) {
  const text = useText(attachmentTexts);
  const format = useFormat();
  const [renamed, setRenamed] = useState<AttachmentCard_AttachmentFragment | null>(null);
  const remove = useDeleteAttachment(member);
  const { attachments, attachmentStorage: storage } = member;
  return (
    <Card title={text.title} count={attachments?.length || undefined} actions={<ActionIconButton action={add} />}>
      {!attachments && <ErrorState message={text.unavailable} onRetry={onRetry} />}
      {attachments?.length === 0 && (
        <Invitation
          title={text.none}
          action={
            <Button icon="plus" shortcut={add.shortcut} disabledReason={add.disabledReason} onClick={add.run}>
              {text.add}
            </Button>
          }
        >
          {text.noneHint}
        </Invitation>
      )}
      <ul className={styles.list}>
        {attachments?.map((attachment) => (
          <AttachmentRow
            key={attachment.id}
            attachment={attachment}
            disabledReason={add.disabledReason}
            onRename={() => setRenamed(attachment)}
            onDelete={() => remove(attachment)}
          />
        ))}
      </ul>
      {storage && storage.usedBytes > 0 && (
        <Meter
          label={text.storage}
          value={storage.usedBytes}
          max={storage.limitBytes}
          valueText={text.used(format.bytes(storage.usedBytes), format.bytes(storage.limitBytes))}
        />
      )}
      {renamed && <RenameDialog attachment={renamed} onClose={() => setRenamed(null)} />}
    </Card>
  );
}

interface AttachmentRowProps {
  attachment: AttachmentCard_AttachmentFragment;
  disabledReason?: string | null;
  onRename: () => void;
  onDelete: () => void;
}

function AttachmentRow({ attachment, disabledReason, onRename, onDelete }: AttachmentRowProps) {
  const text = useText(attachmentTexts);
  const format = useFormat();
  const { name, sizeBytes, uploadedAt, downloadUrl } = attachment;
  return (
    <li className={styles.row}>
      <div className={styles.file}>
        <a href={downloadUrl} download={name} className={styles.name} aria-label={text.download(name)}>
          {name}
        </a>
        <span className={styles.meta}>
          {format.dayOf(uploadedAt)} · {format.bytes(sizeBytes)}
        </span>
      </div>
      <IconButton icon="pencil" label={text.rename(name)} disabledReason={disabledReason} onClick={onRename} />
      <IconButton icon="trash" label={text.delete(name)} disabledReason={disabledReason} onClick={onDelete} />
    </li>
  );
}
