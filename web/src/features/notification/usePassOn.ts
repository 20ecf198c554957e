// Puts a notification off, or gives it to somebody, at once and with the way back.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { dialogTexts } from './dialogTexts';
import { ReassignNotificationDocument, SnoozeNotificationDocument } from './NotificationDialogs.generated';
import type { NotificationRow_NotificationFragment } from './NotificationRow.generated';

type Employee = NonNullable<NotificationRow_NotificationFragment['assignee']>;

export function usePassOn(notification: NotificationRow_NotificationFragment) {
  const client = useApolloClient();
  const format = useFormat();
  const text = useText(dialogTexts);
  const act = useReversible();
  const { id, assignee, isReassigned, snoozedUntil } = notification;
  const payload = (changed: Partial<NotificationRow_NotificationFragment>) => ({
    __typename: 'NotificationPayload' as const,
    notification: { ...notification, ...changed },
  });
  const putOff = (until: string | null) =>
    client.mutate({
      mutation: SnoozeNotificationDocument,
      variables: { input: { id, until } },
      optimisticResponse: { snoozeNotification: payload({ snoozedUntil: until }) },
    });
  // Whose it is when nobody was chosen, the server knows.
  const giveTo = (employee: Employee | null) =>
    client.mutate({
      mutation: ReassignNotificationDocument,
      variables: { input: { id, employeeId: employee?.id ?? null } },
      optimisticResponse: employee
        ? { reassignNotification: payload({ assignee: employee, isReassigned: true }) }
        : undefined,
    });
  return {
    snooze: (until: string | null, onFailed: (error: unknown) => void) =>
      act({
        run: () => putOff(until),
        undo: () => putOff(snoozedUntil && snoozedUntil > format.today() ? snoozedUntil : null),
        done: until ? text.snoozed(format.relativeDay(until)) : text.woken,
        failed: text.notSnoozed,
        onFailed,
      }),
    give: (employee: Employee | null) =>
      act({
        run: () => giveTo(employee),
        undo: () => giveTo(isReassigned ? assignee : null),
        done: employee ? text.given(employee.fullName) : text.givenBack,
        failed: text.notGiven,
      }),
  };
}
