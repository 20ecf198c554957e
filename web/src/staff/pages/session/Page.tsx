// One session: who comes, who came, who waits. Attendance is marked here, at the door and in bad reception too.
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ActionButton } from '../../../actions/ActionButton';
import { AttendanceState } from '../../../features/registration/AttendanceState';
import { useIsHeldUp } from '../../../features/registration/attendanceSender';
import { storeKey } from '../../../features/registration/attendanceKept';
import { countKeptMarks } from '../../../features/registration/attendanceStore';
import { attendanceTexts } from '../../../features/registration/attendanceTexts';
import { rosterTexts } from '../../../features/registration/messages';
// With the page: it must be here when the connection is not.
import '../../../features/registration/PendingAttendance';
import '../../ViewerDialogs';
import { Roster } from '../../../features/registration/Roster';
import { useAttendance } from '../../../features/registration/useAttendance';
import { useRemove, type Refused } from '../../../features/registration/useRoster';
import { WaitingList } from '../../../features/registration/WaitingList';
import { sessionTexts } from '../../../features/session/messages';
import { SessionHead } from '../../../features/session/SessionHead';
import { mondayOf } from '../../../features/session/week';
import { MemberTag } from '../../../features/tag/MemberTag';
import { useFormat } from '../../../format/useFormat';
import { useErrorText } from '../../../graphql/useErrorText';
import { useQuery } from '../../../graphql/useQuery';
import { useText } from '../../../i18n/text';
import { ButtonLink } from '../../../ui/ButtonLink';
import { Card } from '../../../ui/Card';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { InlineMessage } from '../../../ui/InlineMessage';
import { SkeletonLines } from '../../../ui/Skeleton';
import { useAddressed } from '../../../ui/useAddressed';
import { useBottomBar } from '../../BottomBar';
import { useViewer } from '../../session';
import { usePageTitle } from '../../usePageTitle';
import styles from './Session.module.css';
import { SessionPageDocument, type SessionPageQuery } from './SessionPage.generated';
import { useLiveSession } from './useLiveSession';
import { useSessionActions } from './useSessionActions';
import { later } from '../../../ui/later';

const Overlays = later(() => import('./Overlays'));

export default function SessionPage() {
  const { id = '' } = useParams();
  const text = useText(sessionTexts);
  const pending = useText(attendanceTexts);
  const sentence = useErrorText();
  const format = useFormat();
  const { data, error, refetch } = useQuery(SessionPageDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  useLiveSession(data?.session?.id, refetch);
  const session = data?.session;
  usePageTitle(session ? `${session.type.name}, ${format.dateTime(session.startsAt, 'weekday')}` : undefined);
  if (session) return <LoadedSession key={session.id} session={session} onChanged={() => void refetch()} />;
  if (data)
    return (
      <EmptyState
        isPage
        icon="calendar"
        title={text.notFoundTitle}
        action={<ButtonLink to="/calendar">{text.calendar}</ButtonLink>}
      >
        {text.notFound}
      </EmptyState>
    );
  const kept = error ? countKeptMarks() : 0;
  return (
    <div className={styles.page}>
      {error && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {kept > 0 && <InlineMessage tone="warning">{pending.kept(kept)}</InlineMessage>}
      {!error && (
        <Card>
          <SkeletonLines lines={10} />
        </Card>
      )}
    </div>
  );
}

type ShownSession = NonNullable<SessionPageQuery['session']>;

function LoadedSession({ session, onChanged }: { session: ShownSession; onChanged: () => void }) {
  const text = useText(sessionTexts);
  const roster = useText(rosterTexts);
  const format = useFormat();
  const viewer = useViewer();
  const dialog = useAddressed('dialog');
  const [refused, setRefused] = useState<Refused | null>(null);
  const key = viewer && storeKey(viewer);
  const { rows, mark, markAll } = useAttendance(session, key);
  const isHeldUp = useIsHeldUp();
  const [currentId, setCurrentId] = useState<string | null>(null);
  const showRefusal = (answer: Refused) => {
    setRefused(answer);
    dialog.open('member');
  };
  const { remove, leave } = useRemove(session.id, showRefusal);
  const actions = useSessionActions({ session, rows, currentId, mark, markAll, open: dialog.open });
  const { allPresent, addMember, change, cancel, restore, markRefusal, registerRefusal } = actions;
  useBottomBar({ actions: [allPresent, addMember], more: [session.isCancelled ? restore : cancel, change] });
  const waiting = session.waitingList ?? [];
  return (
    <div className={styles.page}>
      <Link to={`/calendar?week=${mondayOf(format.localDay(session.startsAt))}`} className={styles.back}>
        {text.backToWeek}
      </Link>
      <header className={styles.header}>
        <SessionHead session={session} />
        <div className={styles.buttons}>
          <ActionButton action={change} />
          <ActionButton action={session.isCancelled ? restore : cancel} />
        </div>
      </header>
      <Card
        isFlush
        title={roster.members}
        count={rows.length}
        actions={
          <span className={styles.cardButtons}>
            <ActionButton action={allPresent} />
            <ActionButton action={addMember} variant="primary" />
          </span>
        }
      >
        <Figures rows={rows} />
        <Roster
          rows={rows}
          currentId={currentId}
          markRefusal={markRefusal}
          removeRefusal={registerRefusal}
          isHeldUp={isHeldUp}
          tag={(tag) => <MemberTag key={tag.id} tag={tag} />}
          onCurrent={setCurrentId}
          onMark={mark}
          onRemove={(row) => void remove(row)}
        />
      </Card>
      {waiting.length > 0 && (
        <Card isFlush title={roster.waitingTitle} count={waiting.length}>
          <WaitingList entries={waiting} removeRefusal={registerRefusal} onLeave={(entry) => void leave(entry)} />
        </Card>
      )}
      {key && (
        <div className={styles.pending}>
          <AttendanceState storeKey={key} sessionId={session.id} />
        </div>
      )}
      {dialog.value && (
        <Overlays session={session} dialog={dialog} refused={refused} onRefused={setRefused} onChanged={onChanged} />
      )}
    </div>
  );
}

function Figures({ rows }: { rows: readonly { status: string }[] }) {
  const text = useText(rosterTexts);
  const count = (status: string) => rows.filter((row) => row.status === status).length;
  const [present, noShows] = [count('ATTENDED'), count('NO_SHOW')];
  return (
    <p className={`${styles.state} figures`}>
      {present + noShows > 0 && <span>{text.presentOf(present, rows.length)}</span>}
      {noShows > 0 && <span>{text.noShows(noShows)}</span>}
      {count('REGISTERED') > 0 && <span>{text.unmarked(count('REGISTERED'))}</span>}
    </p>
  );
}
