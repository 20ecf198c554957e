// Settings → Session types: create, change, archive and restore; delete what nothing uses.
import { useState } from 'react';
import { useActions } from '../../../../actions/useActions';
import { useKept } from '../../../../actions/useKept';
import { SessionTypeDialog } from '../../../../features/visit/SessionTypeDialog';
import { SetupTable } from '../../../../features/visit/SetupTable';
import { sessionTypeTexts } from '../../../../features/visit/setupTexts';
import { useSessionTypes, type SessionTypeRow } from '../../../../features/visit/useSessionTypes';
import { useText } from '../../../../i18n/text';
import { useViewer } from '../../../session';
import { KeptPage } from '../KeptPage';
import { SessionTypeSettingsPageDocument } from './SessionTypeSettingsPage.generated';
import { useQuery } from '../../../../graphql/useQuery';

export default function SessionTypeSettingsPage() {
  const text = useText(sessionTypeTexts);
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(SessionTypeSettingsPageDocument, { fetchPolicy: 'cache-and-network' });
  const [edited, setEdited] = useState<SessionTypeRow | 'new' | null>(null);
  const { archive, restore, remove } = useKept<SessionTypeRow>(useSessionTypes());
  const [create] = useActions(
    [
      {
        id: 'session-type.create',
        label: text.create,
        group: text.group,
        icon: 'plus',
        shortcut: 'N',
        permission: 'MANAGE_SETTINGS',
        run: () => setEdited('new'),
      },
    ],
    viewer?.permissions,
  );
  const verbs = {
    onEdit: setEdited,
    onArchive: (row: SessionTypeRow) => void archive(row),
    onRestore: (row: SessionTypeRow) => void restore(row),
    onDelete: (row: SessionTypeRow) => void remove(row),
  };
  return (
    <>
      <KeptPage
        icon="list"
        path="session-types"
        text={text}
        create={create}
        rows={data?.sessionTypes.toSorted((a, b) => a.name.localeCompare(b.name))}
        error={error}
        onRetry={() => void refetch()}
        table={(caption, rows) => (
          <SetupTable caption={caption} rows={rows} text={text} verbs={create.disabledReason ? null : verbs} />
        )}
      />
      {edited && (
        <SessionTypeDialog
          row={edited === 'new' ? null : edited}
          currency={viewer?.gym.currency ?? 'EUR'}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
