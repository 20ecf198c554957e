// Archives and restores at once, each the way back of the other.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import { useText } from '../../i18n/text';
import { tagSettingsTexts } from './settingsTexts';
import { ArchiveTagDocument, RestoreTagDocument, type TagSettings_TagFragment } from './TagSettings.generated';

export function useArchiveTag() {
  const client = useApolloClient();
  const text = useText(tagSettingsTexts);
  const act = useReversible();

  const setArchived = (tag: TagSettings_TagFragment, isArchived: boolean) => {
    const optimistic = { __typename: 'TagPayload' as const, tag: { ...tag, isArchived } };
    const variables = { input: { id: tag.id } };
    return isArchived
      ? client.mutate({ mutation: ArchiveTagDocument, variables, optimisticResponse: { archiveTag: optimistic } })
      : client.mutate({ mutation: RestoreTagDocument, variables, optimisticResponse: { restoreTag: optimistic } });
  };
  return {
    archive: (tag: TagSettings_TagFragment) =>
      act({
        run: () => setArchived(tag, true),
        undo: () => setArchived(tag, false),
        done: text.archived(tag.name),
        failed: text.archiveFailed,
      }),
    restore: (tag: TagSettings_TagFragment) =>
      act({
        run: () => setArchived(tag, false),
        undo: () => setArchived(tag, true),
        done: text.restored(tag.name),
        failed: text.restoreFailed,
      }),
  };
}
