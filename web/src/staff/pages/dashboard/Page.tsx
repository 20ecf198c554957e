// The dashboard: who needs attention, and who comes today. Whose it is and the day shown stand in the address.
import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useErrorText } from '../../../graphql/useErrorText';
import { useKept } from '../../../graphql/useKept';
import { useQuery } from '../../../graphql/useQuery';
import { ErrorState } from '../../../ui/ErrorState';
import { useAddressed } from '../../../ui/useAddressed';
import { useActions } from '../../../actions/useActions';
import { isDay } from '../../../format/days';
import { useFormat } from '../../../format/useFormat';
import { useText } from '../../../i18n/text';
import { useBottomBar } from '../../BottomBar';
import { useViewer } from '../../session';
import { SessionDocument } from '../../Session.generated';
import { usePageTitle } from '../../usePageTitle';
import { AttentionCard } from './AttentionCard';
import { CheckupsCard } from './CheckupsCard';
import { ChecklistsCard } from './ChecklistsCard';
import { DashboardDocument } from './Dashboard.generated';
import styles from './Dashboard.module.css';
import { AttentionSkeleton, DashboardSkeleton } from './DashboardSkeleton';
import { DayHeader } from './DayHeader';
import { dashboardTexts } from './messages';
import { SessionList } from './SessionList';
import { theirsOf } from './theirs';
import { UnlinkedCard } from './UnlinkedCard';
import { useLiveGym } from './useLiveGym';
import { useRowKeys } from './useRowKeys';
import { later } from '../../../ui/later';

const Dialogs = later(() => import('./Dialogs'));

/** Stands in the address for all employees together. */
const everybody = 'everybody';

export default function DashboardPage() {
  const text = useText(dashboardTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const viewer = useViewer();
  const [search] = useSearchParams();
  const dialog = useAddressed('dialog');
  const on = readDay(search.get('on'));
  const whose = search.get('employee');
  const {
    data: answered,
    error,
    refetch,
  } = useQuery(DashboardDocument, {
    variables: { on, employeeId: whose === everybody ? null : whose, isEverybody: whose === everybody },
    // One card that failed leaves the others as they are.
    errorPolicy: 'all',
    fetchPolicy: 'cache-and-network',
  });
  const data = useKept(answered, `${on} ${whose}`);
  const retry = () => void refetch();
  useWhoIsRefused(Boolean(error && !data));
  usePageTitle(text.today);
  useLiveGym(Boolean(data), refetch);
  const { group } = text;
  const [reminder, assign] = useActions(
    [
      {
        id: 'notification.schedule',
        label: text.reminder,
        shortLabel: text.reminderShort,
        group,
        icon: 'bell',
        shortcut: 'R',
        permission: 'WRITE_MEMBERS',
        run: () => dialog.open('reminder'),
      },
      {
        id: 'checklist.assign',
        label: text.assign,
        group,
        icon: 'check',
        shortcut: 'C',
        permission: 'WRITE_MEMBERS',
        run: () => dialog.open('checklist'),
      },
    ],
    viewer?.permissions,
  );
  useBottomBar({ actions: [reminder], more: [assign] });
  const theirs = data && theirsOf(data);
  useRowKeys(Boolean(theirs));
  const scope = whose ?? '';
  const reason = reminder.disabledReason;
  // Of the answer itself: what is shared with the shell comes a moment later, and cards would change places.
  const me = data?.viewer?.employee;
  const shownId = whose === everybody ? null : (whose ?? me?.id ?? null);
  if (error && !data) return <ErrorState message={sentence(error)} onRetry={retry} />;
  return (
    <div className={styles.page}>
      <DayHeader on={on} sessions={data?.sessions} employees={data?.employees} whose={whose} />
      <div className={styles.columns}>
        <div className={styles.attention}>
          {theirs ? (
            <>
              <AttentionCard
                notifications={theirs.openNotifications}
                scope={scope}
                schedule={reminder}
                onRetry={retry}
              />
              <CheckupsCard dueCheckups={theirs.dueCheckups} scope={scope} disabledReason={reason} onRetry={retry} />
              {me?.role === 'ADMIN' && data.members && <UnlinkedCard page={data.members} disabledReason={reason} />}
            </>
          ) : (
            <AttentionSkeleton />
          )}
        </div>
        <div className={styles.sessions}>
          {data ? (
            <SessionList
              sessions={data.sessions}
              nextSession={data.nextSession}
              day={on ?? (viewer ? format.today() : '')}
              shownId={shownId}
            />
          ) : (
            <DashboardSkeleton />
          )}
          {theirs && <ChecklistsCard checklists={theirs.checklists} scope={scope} assign={assign} onRetry={retry} />}
        </div>
      </div>
      {dialog.value && <Dialogs dialog={dialog.value} onClose={dialog.close} onChanged={retry} />}
    </div>
  );
}

function readDay(value: string | null): string | null {
  return value && isDay(value) ? value : null;
}

/** A member who comes here is refused all of it, and still has to be shown the right door. */
function useWhoIsRefused(isRefused: boolean): void {
  const client = useApolloClient();
  useEffect(() => {
    if (isRefused) client.query({ query: SessionDocument, fetchPolicy: 'network-only' }).catch(() => {});
  }, [client, isRefused]);
}
