// Settings → Tags: create, rename, colour, archive and restore.
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { ActionButton } from '../../../../actions/ActionButton';
import { useActions } from '../../../../actions/useActions';
import { tagTexts } from '../../../../features/tag/messages';
import { TagDialog } from '../../../../features/tag/TagDialog';
import type { TagSettings_TagFragment } from '../../../../features/tag/TagSettings.generated';
import { TagTable } from '../../../../features/tag/TagTable';
import { useArchiveTag } from '../../../../features/tag/useArchiveTag';
import { useErrorText } from '../../../../graphql/useErrorText';
import { useText } from '../../../../i18n/text';
import { Card } from '../../../../ui/Card';
import { EmptyState } from '../../../../ui/EmptyState';
import { ErrorState } from '../../../../ui/ErrorState';
import { SkeletonLines } from '../../../../ui/Skeleton';
import { useViewer } from '../../../session';
import { usePageTitle } from '../../../usePageTitle';
import styles from '../Settings.module.css';
import { SettingsHeader } from '../SettingsHeader';
import { TagSettingsPageDocument } from './TagSettingsPage.generated';

export default function TagSettingsPage() {
  const text = useText(tagTexts);
  const sentence = useErrorText();
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(TagSettingsPageDocument, { fetchPolicy: 'cache-and-network' });
  const [edited, setEdited] = useState<TagSettings_TagFragment | 'new' | null>(null);
  const { archive, restore } = useArchiveTag();
  usePageTitle(text.title);

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
  const live = custom?.filter((tag) => !tag.isArchived) ?? [];
  const archived = custom?.filter((tag) => tag.isArchived) ?? [];
  return (
    <>
      <SettingsHeader title={text.title} hint={text.hint} action={<ActionButton action={create} variant="primary" />} />
      {error && !data && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Card>
          <SkeletonLines lines={6} />
        </Card>
      )}
      {data && (
        <Card isFlush>
          {live.length > 0 ? (
            <TagTable
              caption={text.title}
              tags={live}
              refusal={create.disabledReason ?? null}
              onEdit={setEdited}
              onArchive={(tag) => void archive(tag)}
            />
          ) : (
            <EmptyState icon="tag" title={text.emptyTitle} action={<ActionButton action={create} variant="primary" />}>
              {text.empty}
            </EmptyState>
          )}
        </Card>
      )}
      {archived.length > 0 && (
        <Card title={text.archivedTitle} count={archived.length} isFlush>
          <p className={styles.padded}>{text.archivedHint}</p>
          <TagTable
            caption={text.archivedTitle}
            tags={archived}
            refusal={create.disabledReason ?? null}
            onRestore={(tag) => void restore(tag)}
          />
        </Card>
      )}
      {edited && <TagDialog tag={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}
