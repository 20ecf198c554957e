// Changes of the gym's session types, with the list in the cache kept right.
import type { ApolloCache } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import {
  ArchiveSessionTypeDocument,
  ChangeSessionTypeDocument,
  CreateSessionTypeDocument,
  DeleteSessionTypeDocument,
  RestoreSessionTypeDocument,
  SessionTypeSettingsDocument,
  type SessionSetup_SessionTypeFragment,
} from './SessionSetup.generated';

export type SessionTypeRow = SessionSetup_SessionTypeFragment;
type Terms = Pick<SessionTypeRow, 'id' | 'name' | 'color'>;

export function useSessionTypes() {
  const client = useApolloClient();
  const create = ({ id, name, color }: Terms) =>
    client.mutate({
      mutation: CreateSessionTypeDocument,
      variables: { input: { id, name, color } },
      update: (cache, { data }) => data && addToList(cache, data.createSessionType.sessionType),
    });
  return {
    create,
    change: ({ id, name, color }: Terms) =>
      client.mutate({ mutation: ChangeSessionTypeDocument, variables: { input: { id, name, color } } }),
    setArchived: (row: SessionTypeRow, isArchived: boolean) => {
      const variables = { input: { id: row.id } };
      const payload = { __typename: 'SessionTypePayload' as const, sessionType: { ...row, isArchived } };
      return isArchived
        ? client.mutate({
            mutation: ArchiveSessionTypeDocument,
            variables,
            optimisticResponse: { archiveSessionType: payload },
          })
        : client.mutate({
            mutation: RestoreSessionTypeDocument,
            variables,
            optimisticResponse: { restoreSessionType: payload },
          });
    },
    remove: ({ id }: SessionTypeRow) =>
      client.mutate({
        mutation: DeleteSessionTypeDocument,
        variables: { input: { id } },
        optimisticResponse: {
          deleteSessionType: { __typename: 'SettingDeletedPayload' as const, deletedId: id },
        },
        update: (cache) => void cache.evict({ id: cache.identify({ __typename: 'SessionType', id }) }),
      }),
    remake: (row: SessionTypeRow) => create(row),
  };
}

function addToList(cache: ApolloCache, row: SessionTypeRow): void {
  cache.updateQuery({ query: SessionTypeSettingsDocument }, (known) =>
    known && !known.sessionTypes.some(({ id }) => id === row.id)
      ? { ...known, sessionTypes: [...known.sessionTypes, row] }
      : known,
  );
}
