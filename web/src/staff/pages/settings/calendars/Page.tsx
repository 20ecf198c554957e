// Settings → Calendars: create, change, archive and restore; delete what nothing uses.
import { useState } from 'react';
import { useActions } from '../../../../actions/useActions';
import { useKept } from '../../../../actions/useKept';
import { CalendarDialog } from '../../../../features/visit/CalendarDialog';
import { SetupTable } from '../../../../features/visit/SetupTable';
import { calendarTexts } from '../../../../features/visit/setupTexts';
import { useCalendars, type CalendarRow } from '../../../../features/visit/useCalendars';
import { useText } from '../../../../i18n/text';
import { useViewer } from '../../../session';
import { KeptPage } from '../KeptPage';
import { CalendarSettingsPageDocument } from './CalendarSettingsPage.generated';
import { useQuery } from '../../../../graphql/useQuery';

export default function CalendarSettingsPage() {
  const text = useText(calendarTexts);
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(CalendarSettingsPageDocument, { fetchPolicy: 'cache-and-network' });
  const [edited, setEdited] = useState<CalendarRow | 'new' | null>(null);
  const { archive, restore, remove } = useKept<CalendarRow>(useCalendars());
  const [create] = useActions(
    [
      {
        id: 'calendar.create',
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
    onArchive: (row: CalendarRow) => void archive(row),
    onRestore: (row: CalendarRow) => void restore(row),
    onDelete: (row: CalendarRow) => void remove(row),
  };
  return (
    <>
      <KeptPage
        icon="calendar"
        path="calendars"
        text={text}
        create={create}
        rows={data?.calendars.toSorted((a, b) => a.name.localeCompare(b.name))}
        error={error}
        onRetry={() => void refetch()}
        table={(caption, rows) => (
          <SetupTable caption={caption} rows={rows} text={text} verbs={create.disabledReason ? null : verbs} />
        )}
      />
      {edited && <CalendarDialog row={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}
