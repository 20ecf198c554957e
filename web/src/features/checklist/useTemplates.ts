// Changes of the gym's checklist templates, with the list in the cache kept right.
import type { ApolloCache } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import {
  ArchiveChecklistTemplateDocument,
  ChangeChecklistTemplateDocument,
  ChecklistSettingsDocument,
  CreateChecklistTemplateDocument,
  DeleteChecklistTemplateDocument,
  RestoreChecklistTemplateDocument,
  type ChecklistSetup_TemplateFragment,
} from './ChecklistSetup.generated';

export type TemplateRow = ChecklistSetup_TemplateFragment;
export type TemplateTerms = Pick<TemplateRow, 'id' | 'name' | 'description' | 'actions' | 'isForNewMembers'>;

const termsOf = ({ id, name, description, actions, isForNewMembers }: TemplateTerms) => ({
  id,
  name,
  description,
  actions,
  isForNewMembers,
});

export function useTemplates() {
  const client = useApolloClient();
  const create = (terms: TemplateTerms) =>
    client.mutate({
      mutation: CreateChecklistTemplateDocument,
      variables: { input: termsOf(terms) },
      update: (cache, { data }) => data && addToList(cache, data.createChecklistTemplate.checklistTemplate),
    });
  return {
    create,
    change: (terms: TemplateTerms) =>
      client.mutate({ mutation: ChangeChecklistTemplateDocument, variables: { input: termsOf(terms) } }),
    setArchived: (row: TemplateRow, isArchived: boolean) => {
      const variables = { input: { id: row.id } };
      const payload = {
        __typename: 'ChecklistTemplatePayload' as const,
        checklistTemplate: { ...row, isArchived },
      };
      return isArchived
        ? client.mutate({
            mutation: ArchiveChecklistTemplateDocument,
            variables,
            optimisticResponse: { archiveChecklistTemplate: payload },
          })
        : client.mutate({
            mutation: RestoreChecklistTemplateDocument,
            variables,
            optimisticResponse: { restoreChecklistTemplate: payload },
          });
    },
    remove: ({ id }: TemplateRow) =>
      client.mutate({
        mutation: DeleteChecklistTemplateDocument,
        variables: { input: { id } },
        optimisticResponse: {
          deleteChecklistTemplate: { __typename: 'ChecklistTemplateDeletedPayload' as const, deletedId: id },
        },
        update: (cache) => void cache.evict({ id: cache.identify({ __typename: 'ChecklistTemplate', id }) }),
      }),
    remake: (row: TemplateRow) => create(row),
  };
}

function addToList(cache: ApolloCache, row: TemplateRow): void {
  cache.updateQuery({ query: ChecklistSettingsDocument }, (known) =>
    known && !known.checklistTemplates.some(({ id }) => id === row.id)
      ? { ...known, checklistTemplates: [...known.checklistTemplates, row] }
      : known,
  );
}
