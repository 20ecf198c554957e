// Changes of the gym's calendars, with the list in the cache kept right.
import type { ApolloCache } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import {
  ArchiveCalendarDocument,
  ChangeCalendarDocument,
  CreateCalendarDocument,
  DeleteCalendarDocument,
  RestoreCalendarDocument,
  CalendarSettingsDocument,
  type SessionSetup_CalendarFragment,
} from './SessionSetup.generated';

export type CalendarRow = SessionSetup_CalendarFragment;
type Terms = Pick<CalendarRow, 'id' | 'name'>;

export function useCalendars() {
  const client = useApolloClient();
  const create = ({ id, name }: Terms) =>
    client.mutate({
      mutation: CreateCalendarDocument,
      variables: { input: { id, name } },
      update: (cache, { data }) => data && addToList(cache, data.createCalendar.calendar),
    });
  return {
    create,
    change: ({ id, name }: Terms) =>
      client.mutate({ mutation: ChangeCalendarDocument, variables: { input: { id, name } } }),
    setArchived: (row: CalendarRow, isArchived: boolean) => {
      const variables = { input: { id: row.id } };
      const payload = { __typename: 'CalendarPayload' as const, calendar: { ...row, isArchived } };
      return isArchived
        ? client.mutate({
            mutation: ArchiveCalendarDocument,
            variables,
            optimisticResponse: { archiveCalendar: payload },
          })
        : client.mutate({
            mutation: RestoreCalendarDocument,
            variables,
            optimisticResponse: { restoreCalendar: payload },
          });
    },
    remove: ({ id }: CalendarRow) =>
      client.mutate({
        mutation: DeleteCalendarDocument,
        variables: { input: { id } },
        optimisticResponse: {
          deleteCalendar: { __typename: 'SettingDeletedPayload' as const, deletedId: id },
        },
        update: (cache) => void cache.evict({ id: cache.identify({ __typename: 'Calendar', id }) }),
      }),
    remake: (row: CalendarRow) => create(row),
  };
}

function addToList(cache: ApolloCache, row: CalendarRow): void {
  cache.updateQuery({ query: CalendarSettingsDocument }, (known) =>
    known && !known.calendars.some(({ id }) => id === row.id)
      ? { ...known, calendars: [...known.calendars, row] }
      : known,
  );
}
