// The day's sessions, those of whom the dashboard is first; a day without any says when the next one is.
import { useSearchParams } from 'react-router';
import { useFormat } from '../../../format/useFormat';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { useViewer } from '../../session';
import type { DashboardQuery } from './Dashboard.generated';
import styles from './Dashboard.module.css';
import { dashboardTexts } from './messages';
import { NewRowsButton } from './NewRowsButton';
import { SessionCard } from './SessionCard';
import { useSettledSessions, type ShownSession } from './useSettledSessions';

interface SessionListProps {
  sessions: DashboardQuery['sessions'];
  nextSession: DashboardQuery['nextSession'];
  day: string;
  /** Whose dashboard it is; null: everybody's. */
  shownId: string | null;
}

export function SessionList({ sessions, nextSession, day, shownId }: SessionListProps) {
  const text = useText(dashboardTexts);
  const viewer = useViewer();
  const settled = useSettledSessions(sessions, day);
  const own = settled.sessions.filter(({ employee }) => employee && employee.id === shownId);
  const others = settled.sessions.filter((session) => !own.includes(session));
  const ownTitle = shownId === viewer?.employee?.id ? text.own : text.ownOf(own[0]?.employee?.fullName ?? '');
  return (
    <>
      <NewRowsButton count={settled.newCount} onShow={settled.showNew} />
      {settled.sessions.length === 0 && (
        <EmptyState icon="calendar" title={text.emptyTitle} action={<ToNext nextSession={nextSession} />}>
          {nextSession ? <NextSentence session={nextSession} /> : text.empty}
        </EmptyState>
      )}
      {own.length > 0 && others.length > 0 && <p className={styles.group}>{ownTitle}</p>}
      <Cards sessions={own} />
      {own.length > 0 && others.length > 0 && <p className={styles.group}>{text.others}</p>}
      <Cards sessions={others} />
      {settled.sessions.length > 0 && nextSession && (
        <p className={styles.next}>
          <NextSentence session={nextSession} />
        </p>
      )}
    </>
  );
}

const Cards = ({ sessions }: { sessions: readonly ShownSession[] }) =>
  sessions.map((session) => <SessionCard key={session.id} session={session} />);

type Next = NonNullable<DashboardQuery['nextSession']>;

function NextSentence({ session }: { session: Next }) {
  const text = useText(dashboardTexts);
  const format = useFormat();
  const { startsAt, type } = session;
  return text.nextSession(type.name, `${format.dayOf(startsAt, 'weekday')} ${format.time(startsAt)}`);
}

function ToNext({ nextSession }: { nextSession: Next | null }) {
  const text = useText(dashboardTexts);
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  if (!nextSession) return null;
  const show = () => {
    const next = new URLSearchParams(search);
    next.set('on', format.localDay(nextSession.startsAt));
    setSearch(next);
  };
  return <Button onClick={show}>{text.toNext}</Button>;
}
