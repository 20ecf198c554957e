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

export interface Terms {
  id: string;
  name: string;
  color: string;
  /** Both or neither: what one session costs somebody without a subscription for it. */
  singleSessionPriceCents: number | null;
  singleSessionVatRatePercent: number | null;
}

export function useSessionTypes() {
  const client = useApolloClient();
  const create = (input: Terms) =>
    client.mutate({
      mutation: CreateSessionTypeDocument,
      variables: { input },
      update: (cache, { data }) => data && addToList(cache, data.createSessionType.sessionType),
    });
  return {
    create,
    change: (input: Terms) => client.mutate({ mutation: ChangeSessionTypeDocument, variables: { input } }),
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
    remake: ({ id, name, color, singleSessionPrice, singleSessionVatRatePercent }: SessionTypeRow) =>
      create({
        id,
        name,
        color,
        singleSessionPriceCents: singleSessionPrice?.amountCents ?? null,
        singleSessionVatRatePercent: singleSessionVatRatePercent ?? null,
      }),
  };
}

function addToList(cache: ApolloCache, row: SessionTypeRow): void {
  cache.updateQuery({ query: SessionTypeSettingsDocument }, (known) =>
    known && !known.sessionTypes.some(({ id }) => id === row.id)
      ? { ...known, sessionTypes: [...known.sessionTypes, row] }
      : known,
  );
}
