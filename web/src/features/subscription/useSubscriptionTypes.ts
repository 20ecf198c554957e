// Changes of what is on offer, with the list in the cache kept right.
import type { ApolloCache } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { ChangeSubscriptionTypeInput, CreateSubscriptionTypeInput } from '../../graphql/schema.generated';
import {
  ArchiveSubscriptionTypeDocument,
  ChangeSubscriptionTypeDocument,
  CreateSubscriptionTypeDocument,
  DeleteSubscriptionTypeDocument,
  RestoreSubscriptionTypeDocument,
  SubscriptionTypeSettingsDocument,
  type SubscriptionTypeSettings_TypeFragment,
} from './SubscriptionTypeSettings.generated';

export type SubscriptionTypeRow = SubscriptionTypeSettings_TypeFragment;
type Terms = CreateSubscriptionTypeInput & { id: string };

export function useSubscriptionTypes() {
  const client = useApolloClient();
  const create = (input: Terms) =>
    client.mutate({
      mutation: CreateSubscriptionTypeDocument,
      variables: { input },
      update: (cache, { data }) => data && addToList(cache, data.createSubscriptionType.subscriptionType),
    });
  return {
    create,
    change: (input: ChangeSubscriptionTypeInput) =>
      client.mutate({ mutation: ChangeSubscriptionTypeDocument, variables: { input } }),
    setArchived: (row: SubscriptionTypeRow, isArchived: boolean) => {
      const variables = { input: { id: row.id } };
      const payload = { __typename: 'SubscriptionTypePayload' as const, subscriptionType: { ...row, isArchived } };
      return isArchived
        ? client.mutate({
            mutation: ArchiveSubscriptionTypeDocument,
            variables,
            optimisticResponse: { archiveSubscriptionType: payload },
          })
        : client.mutate({
            mutation: RestoreSubscriptionTypeDocument,
            variables,
            optimisticResponse: { restoreSubscriptionType: payload },
          });
    },
    remove: ({ id }: SubscriptionTypeRow) =>
      client.mutate({
        mutation: DeleteSubscriptionTypeDocument,
        variables: { input: { id } },
        optimisticResponse: {
          deleteSubscriptionType: { __typename: 'SubscriptionTypeDeletedPayload' as const, deletedId: id },
        },
        update: (cache) => void cache.evict({ id: cache.identify({ __typename: 'SubscriptionType', id }) }),
      }),
    remake: (row: SubscriptionTypeRow) => create(termsOf(row)),
  };
}

function termsOf(row: SubscriptionTypeRow): Terms {
  const { id, name, description, isRecurring, isVisibleToMembers, isExperienceRequired } = row;
  const { vatRatePercent, sessionLimit, validityDays, firstTermMonths } = row;
  const offered = (list: readonly { id: string; isArchived: boolean }[]) =>
    list.filter(({ isArchived }) => !isArchived).map((one) => one.id);
  return {
    ...{ id, name, description, isRecurring, isVisibleToMembers, isExperienceRequired },
    ...{ vatRatePercent, sessionLimit, validityDays, firstTermMonths },
    priceCents: row.price.amountCents,
    yearlyPriceCents: row.yearlyPrice?.amountCents,
    sessionTypeIds: offered(row.sessionTypes),
    calendarIds: offered(row.calendars),
  };
}

function addToList(cache: ApolloCache, row: SubscriptionTypeRow): void {
  cache.updateQuery({ query: SubscriptionTypeSettingsDocument }, (known) =>
    known && !known.subscriptionTypes.some(({ id }) => id === row.id)
      ? { ...known, subscriptionTypes: [...known.subscriptionTypes, row] }
      : known,
  );
}
