// Completes and reopens at once, each the way back of the other.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import { useText } from '../../i18n/text';
import { notificationTexts } from './messages';
import {
  CompleteNotificationDocument,
  NotificationCard_MemberFragmentDoc,
  ReopenNotificationDocument,
} from './NotificationCard.generated';
import type { NotificationRow_NotificationFragment } from './NotificationRow.generated';

type Notification = NotificationRow_NotificationFragment;

export function useCompleteNotification(memberId: string) {
  const client = useApolloClient();
  const text = useText(notificationTexts);
  const act = useReversible();

  const set = (notification: Notification, isCompleted: boolean) => {
    const member = client.cache.readFragment({
      id: client.cache.identify({ __typename: 'Member', id: memberId }) ?? '',
      fragment: NotificationCard_MemberFragmentDoc,
      fragmentName: 'NotificationCard_member',
    });
    const others = (member?.openNotifications ?? []).filter((other) => other.id !== notification.id);
    const changed = {
      ...notification,
      completedAt: isCompleted ? new Date().toISOString() : null,
      completedBy: null,
      closedReason: null,
    };
    const open = isCompleted ? others : [...others, changed].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
    const payload = {
      __typename: 'NotificationPayload' as const,
      notification: changed,
      member: { __typename: 'Member' as const, id: memberId, openNotifications: open },
    };
    const variables = { input: { id: notification.id } };
    return isCompleted
      ? client.mutate({
          mutation: CompleteNotificationDocument,
          variables,
          optimisticResponse: { completeNotification: payload },
        })
      : client.mutate({
          mutation: ReopenNotificationDocument,
          variables,
          optimisticResponse: { reopenNotification: payload },
        });
  };
  return {
    complete: (notification: Notification) =>
      act({
        run: () => set(notification, true),
        undo: () => set(notification, false),
        done: text.completed,
        failed: text.completeFailed,
      }),
    reopen: (notification: Notification) =>
      act({
        run: () => set(notification, false),
        undo: () => set(notification, true),
        done: text.reopened,
        failed: text.reopenFailed,
      }),
  };
}
