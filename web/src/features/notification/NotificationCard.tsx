// The open notifications of a member: what to act on, with a checkmark each.
import type { Action } from '../../actions/Action';
import { ActionIconButton } from '../../actions/ActionButton';
import { useActions } from '../../actions/useActions';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/ErrorState';
import { Invitation } from '../../ui/Invitation';
import { notificationTexts } from './messages';
import type { NotificationCard_MemberFragment } from './NotificationCard.generated';
import styles from './NotificationCard.module.css';
import { NotificationRow } from './NotificationRow';
import { useCompleteNotification } from './useCompleteNotification';

interface NotificationCardProps {
  member: NotificationCard_MemberFragment;
  schedule: Action;
  archive: Action;
  onRetry: () => void;
}

export function NotificationCard({ member, schedule, archive, onRetry }: NotificationCardProps) {
  const text = useText(notificationTexts);
  const { complete } = useCompleteNotification(member.id);
  const open = member.openNotifications;
  const focused = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-notification]');
    return open?.find(({ id }) => id === row?.dataset.notification) ?? open?.[0];
  };
  useActions([
    {
      id: 'notification.complete',
      label: text.completeFocused,
      group: schedule.group,
      icon: 'check',
      shortcut: 'E',
      when: Boolean(open?.length),
      disabledReason: schedule.disabledReason,
      run: () => {
        const one = focused();
        if (one) void complete(one);
      },
    },
  ]);
  return (
    <Card
      title={text.title}
      count={open?.length || undefined}
      isFlush={Boolean(open?.length)}
      actions={
        <>
          <ActionIconButton action={archive} />
          <ActionIconButton action={schedule} />
        </>
      }
    >
      {!open && <ErrorState message={text.unavailable} onRetry={onRetry} />}
      {open?.length === 0 && (
        <Invitation
          title={text.none}
          action={
            <Button
              icon="plus"
              shortcut={schedule.shortcut}
              disabledReason={schedule.disabledReason}
              onClick={schedule.run}
            >
              {text.schedule}
            </Button>
          }
        >
          {text.noneHint}
        </Invitation>
      )}
      {open && open.length > 0 && (
        <ul className={styles.list}>
          {open.map((notification) => (
            <NotificationRow
              key={notification.id}
              notification={notification}
              memberId={member.id}
              disabledReason={schedule.disabledReason}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}
