// Settings → Subscription types: create, change, archive and restore; delete what nothing uses.
import { useState } from 'react';
import { useActions } from '../../../../actions/useActions';
import { useKept } from '../../../../actions/useKept';
import { SubscriptionTypeDialog } from '../../../../features/subscription/SubscriptionTypeDialog';
import { SubscriptionTypeTable } from '../../../../features/subscription/SubscriptionTypeTable';
import { subscriptionTypeTexts } from '../../../../features/subscription/typeTexts';
import { useSubscriptionTypes, type SubscriptionTypeRow } from '../../../../features/subscription/useSubscriptionTypes';
import { useText } from '../../../../i18n/text';
import { useViewer } from '../../../session';
import { KeptPage } from '../KeptPage';
import { SubscriptionTypeSettingsPageDocument } from './SubscriptionTypeSettingsPage.generated';
import { useQuery } from '../../../../graphql/useQuery';

export default function SubscriptionTypeSettingsPage() {
  const text = useText(subscriptionTypeTexts);
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(SubscriptionTypeSettingsPageDocument, { fetchPolicy: 'cache-and-network' });
  const [edited, setEdited] = useState<SubscriptionTypeRow | 'new' | null>(null);
  const { archive, restore, remove } = useKept<SubscriptionTypeRow>(useSubscriptionTypes());
  const [create] = useActions(
    [
      {
        id: 'subscription-type.create',
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
  const offered = { sessionTypes: data?.sessionTypes.length ?? 0, calendars: data?.calendars.length ?? 0 };
  const verbs = {
    onEdit: setEdited,
    onArchive: (row: SubscriptionTypeRow) => void archive(row),
    onRestore: (row: SubscriptionTypeRow) => void restore(row),
    onDelete: (row: SubscriptionTypeRow) => void remove(row),
  };
  return (
    <>
      <KeptPage
        icon="card"
        path="subscription-types"
        text={text}
        create={create}
        rows={data?.subscriptionTypes.toSorted((a, b) => a.name.localeCompare(b.name))}
        error={error}
        onRetry={() => void refetch()}
        table={(caption, rows) => (
          <SubscriptionTypeTable
            caption={caption}
            rows={rows}
            offered={offered}
            verbs={create.disabledReason ? null : verbs}
          />
        )}
      />
      {edited && (
        <SubscriptionTypeDialog
          row={edited === 'new' ? null : edited}
          currency={viewer?.gym.currency ?? 'EUR'}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
