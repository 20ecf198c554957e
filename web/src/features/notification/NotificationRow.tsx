// One open notification: what it is about, a checkmark, and what else can be done with it. For lists of one member and of
// several: `about` says whom it is about where that is not plain.
import { useState, type ReactNode } from 'react';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { IconButton } from '../../ui/IconButton';
import { Menu } from '../../ui/Menu';
import { notificationTexts } from './messages';
import styles from './NotificationCard.module.css';
import type { NotificationRow_NotificationFragment } from './NotificationRow.generated';
import { useCompleteNotification } from './useCompleteNotification';
import { later } from '../../ui/later';

const NotificationDialogs = later(() => import('./NotificationDialogs'));

interface NotificationRowProps {
  notification: NotificationRow_NotificationFragment;
  memberId: string;
  about?: ReactNode;
  disabledReason?: string | null;
}

export function NotificationRow({ notification, memberId, about, disabledReason }: NotificationRowProps) {
  const text = useText(notificationTexts);
  const { complete } = useCompleteNotification(memberId);
  const [dialog, setDialog] = useState<'outcome' | 'snooze' | 'reassign' | null>(null);
  const { id, message } = notification;
  return (
    <li className={styles.row} data-notification={id} data-row={id}>
      <div className={styles.body}>
        {about}
        <RowMeta notification={notification} />
        <span>{message}</span>
      </div>
      <Menu
        label={text.more(message)}
        alignment="end"
        sections={[
          {
            items: [
              {
                id: 'outcome',
                label: text.withOutcome,
                icon: 'note',
                disabledReason,
                onSelect: () => setDialog('outcome'),
              },
              { id: 'snooze', label: text.snooze, icon: 'clock', disabledReason, onSelect: () => setDialog('snooze') },
              {
                id: 'reassign',
                label: text.reassign,
                icon: 'person',
                disabledReason,
                onSelect: () => setDialog('reassign'),
              },
            ],
          },
        ]}
        trigger={(props) => <IconButton icon="more" label={text.more(message)} {...props} />}
      />
      <IconButton
        icon="check"
        variant="secondary"
        data-done
        label={text.complete(message)}
        disabledReason={disabledReason}
        onClick={() => void complete(notification)}
      />
      {dialog && <NotificationDialogs kind={dialog} notification={notification} onClose={() => setDialog(null)} />}
    </li>
  );
}

function RowMeta({ notification }: { notification: NotificationRow_NotificationFragment }) {
  const text = useText(notificationTexts);
  const format = useFormat();
  const { kind, dueOn, createdBy, snoozedUntil, isReassigned, assignee } = notification;
  const isDue = dueOn <= format.today();
  const more = [
    createdBy && text.by(createdBy.fullName),
    isReassigned && assignee && text.assignedTo(assignee.fullName),
    snoozedUntil && snoozedUntil > format.today() && text.snoozedUntil(format.relativeDay(snoozedUntil)),
  ].filter(Boolean);
  return (
    <span className={styles.meta}>
      <strong className={isDue ? styles.due : undefined}>{text.kind[kind]}</strong> · {format.relativeDay(dueOn)}
      {more.map((one) => ` · ${String(one)}`)}
    </span>
  );
}
