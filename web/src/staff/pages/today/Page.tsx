// The day: its sessions with who comes. The day shown stands in the address.
import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { ActionIconButton } from '../../../actions/ActionButton';
import { useActions } from '../../../actions/useActions';
import { SessionCard } from './SessionCard';
import { isDay, shiftDay } from '../../../format/days';
import { useFormat } from '../../../format/useFormat';
import { useErrorText } from '../../../graphql/useErrorText';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { useViewer } from '../../session';
import { usePageTitle } from '../../usePageTitle';
import { todayTexts } from './messages';
import styles from './Today.module.css';
import { TodayDocument } from './Today.generated';
import { TodaySkeleton } from './TodaySkeleton';

export default function TodayPage() {
  const text = useText(todayTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const viewer = useViewer();
  const [search, setSearch] = useSearchParams();
  const on = readDay(search.get('on'));
  const { data, error, refetch } = useQuery(TodayDocument, { variables: { on }, fetchPolicy: 'cache-and-network' });
  usePageTitle(text.today);

  const today = viewer ? format.today() : null;
  const day = on ?? today;
  const show = (next: string) => setSearch(next === today ? {} : { on: next });
  const step = (days: number) => () => day && show(shiftDay(day, days));
  const [previous, next] = useActions([
    {
      id: 'day.previous',
      label: text.previous,
      group: text.group,
      icon: 'chevronLeft',
      shortcut: 'ArrowLeft',
      run: step(-1),
    },
    { id: 'day.next', label: text.next, group: text.group, icon: 'chevronRight', shortcut: 'ArrowRight', run: step(1) },
  ]);
  const sessions = data?.sessions;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div>
          <h1>{day ? (day === today ? text.today : format.day(day, 'weekday')) : text.today}</h1>
          <p className={styles.summary}>
            <span>{day && format.day(day, 'long')}</span>
            <span>
              {sessions &&
                sessions.length > 0 &&
                `${text.sessions(sessions.length)} · ${text.registrations(sessions.reduce((sum, one) => sum + one.registrationCount, 0))}`}
            </span>
          </p>
        </div>
        <div className={styles.days}>
          {on && on !== today && <Button onClick={() => setSearch({})}>{text.backToToday}</Button>}
          <ActionIconButton action={previous} variant="secondary" />
          <DateField label={text.pickDay} hideLabel value={day ?? ''} onChange={(value) => value && show(value)} />
          <ActionIconButton action={next} variant="secondary" />
        </div>
      </header>
      {error && !data && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!sessions && !error && <TodaySkeleton />}
      {sessions?.length === 0 && (
        <EmptyState icon="calendar" title={text.emptyTitle}>
          {text.empty}
        </EmptyState>
      )}
      {sessions?.map((session) => (
        <SessionCard key={session.id} session={session} />
      ))}
    </div>
  );
}

function readDay(value: string | null): string | null {
  return value && isDay(value) ? value : null;
}
