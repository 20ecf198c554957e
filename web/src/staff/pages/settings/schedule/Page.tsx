// Settings → Weekly schedule: the usual week of each calendar; add, change, delete with undo.
import { useState } from 'react';
import { ActionButton } from '../../../../actions/ActionButton';
import { useActions } from '../../../../actions/useActions';
import { scheduleTexts } from '../../../../features/session/scheduleTexts';
import { ScheduleTable } from '../../../../features/session/ScheduleTable';
import { SlotDialog } from '../../../../features/session/SlotDialog';
import { useScheduleSlots, type SlotRow } from '../../../../features/session/useScheduleSlots';
import { useErrorText } from '../../../../graphql/useErrorText';
import { useQuery } from '../../../../graphql/useQuery';
import { useText } from '../../../../i18n/text';
import { ButtonLink } from '../../../../ui/ButtonLink';
import { Card } from '../../../../ui/Card';
import { EmptyState } from '../../../../ui/EmptyState';
import { ErrorState } from '../../../../ui/ErrorState';
import { InlineMessage } from '../../../../ui/InlineMessage';
import { keptTexts } from '../../../../ui/keptTexts';
import { SkeletonLines } from '../../../../ui/Skeleton';
import { useViewer } from '../../../session';
import { usePageTitle } from '../../../usePageTitle';
import styles from '../Settings.module.css';
import { SettingsHeader } from '../SettingsHeader';
import { settingIdsOf } from '../settingsIndex';
import { ScheduleSettingsPageDocument } from './ScheduleSettingsPage.generated';

export default function ScheduleSettingsPage() {
  const text = useText(scheduleTexts);
  const kept = useText(keptTexts);
  const sentence = useErrorText();
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(ScheduleSettingsPageDocument, { fetchPolicy: 'cache-and-network' });
  const [edited, setEdited] = useState<SlotRow | 'new' | null>(null);
  const { remove } = useScheduleSlots();
  usePageTitle(text.title);
  const [create] = useActions(
    [
      {
        id: 'schedule.create',
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
  const button = <ActionButton action={create} variant="primary" />;
  const verbs = create.disabledReason ? null : { onEdit: setEdited, onDelete: (slot: SlotRow) => void remove(slot) };
  const slots = data?.scheduleSlots ?? [];
  const calendars = calendarsOf(data?.calendars ?? [], slots);
  return (
    <>
      <SettingsHeader title={text.title} hint={text.hint} action={calendars.length > 0 && button} />
      {create.disabledReason && data && <InlineMessage>{kept.readOnly}</InlineMessage>}
      {error && !data && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Card>
          <SkeletonLines lines={8} />
        </Card>
      )}
      {data && calendars.length === 0 && (
        <EmptyState
          icon="calendar"
          title={text.noCalendarTitle}
          action={<ButtonLink to="/settings/calendars">{text.toCalendars}</ButtonLink>}
        >
          {text.noCalendar}
        </EmptyState>
      )}
      {data && calendars.length > 0 && slots.length === 0 && (
        <EmptyState icon="calendar" title={text.emptyTitle} action={button}>
          {text.empty}
        </EmptyState>
      )}
      {slots.length > 0 &&
        calendars.map(({ id, name, own }) => (
          <Card key={id} title={name} count={text.count(own.length)} isFlush settings={settingIdsOf('schedule')}>
            {own.length > 0 ? (
              <ScheduleTable caption={`${text.title}: ${name}`} slots={own} verbs={verbs} />
            ) : (
              <p className={styles.padded}>{text.none}</p>
            )}
          </Card>
        ))}
      {edited && (
        <SlotDialog
          slot={edited === 'new' ? null : edited}
          calendarId={calendars.length === 1 ? (calendars[0]?.id ?? '') : ''}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

/** Those in use, and archived ones that still have a schedule. */
function calendarsOf(inUse: readonly { id: string; name: string }[], slots: readonly SlotRow[]) {
  const names = new Map([...inUse, ...slots.map(({ calendar }) => calendar)].map(({ id, name }) => [id, name]));
  return [...names].map(([id, name]) => ({ id, name, own: slots.filter((slot) => slot.calendar.id === id) }));
}
