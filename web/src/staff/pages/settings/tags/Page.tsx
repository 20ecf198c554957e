// Settings → Tags: create, rename, colour, archive and restore.
import { useState } from 'react';
import { useActions } from '../../../../actions/useActions';
import { tagSettingsTexts } from '../../../../features/tag/settingsTexts';
import { TagDialog } from '../../../../features/tag/TagDialog';
import type { TagSettings_TagFragment } from '../../../../features/tag/TagSettings.generated';
import { TagTable } from '../../../../features/tag/TagTable';
import { useArchiveTag } from '../../../../features/tag/useArchiveTag';
import { useText } from '../../../../i18n/text';
import { useViewer } from '../../../session';
import { KeptPage } from '../KeptPage';
import { TagSettingsPageDocument } from './TagSettingsPage.generated';
import { useQuery } from '../../../../graphql/useQuery';

export default function TagSettingsPage() {
  const text = useText(tagSettingsTexts);
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(TagSettingsPageDocument, { fetchPolicy: 'cache-and-network' });
  const [edited, setEdited] = useState<TagSettings_TagFragment | 'new' | null>(null);
  const { archive, restore } = useArchiveTag();

  const [create] = useActions(
    [
      {
        id: 'tag.create',
        label: text.create,
        group: text.group,
        icon: 'plus',
        shortcut: 'N',
        permission: 'MANAGE_TAGS',
        run: () => setEdited('new'),
      },
    ],
    viewer?.permissions,
  );
  const custom = data?.tags.filter((tag) => tag.kind === 'CUSTOM').toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <KeptPage
        icon="tag"
        path="tags"
        text={text}
        create={create}
        rows={custom}
        error={error}
        onRetry={() => void refetch()}
        table={(caption, rows) => (
          <TagTable
            caption={caption}
            tags={rows}
            refusal={create.disabledReason ?? null}
            onEdit={setEdited}
            onArchive={(tag) => void archive(tag)}
            onRestore={(tag) => void restore(tag)}
          />
        )}
      />
      {edited && (
        <TagDialog
          tag={edited === 'new' ? null : edited}
          mayUnmark={viewer?.employee?.role === 'ADMIN'}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
