// The calendar: a week of sessions, of all calendars or one. Which stands in the address.
import { useSearchParams } from 'react-router';
import type { Action } from '../../../actions/Action';
import { ActionButton, ActionIconButton } from '../../../actions/ActionButton';
import { useActions } from '../../../actions/useActions';
import { sessionTexts } from '../../../features/session/messages';
import { daysOfWeek, mondayOf, slotsToFill, weekNumber } from '../../../features/session/week';
import { focusFirstSession, WeekView } from '../../../features/session/WeekView';
import { dayOf, shiftDay } from '../../../format/days';
import { useFormat } from '../../../format/useFormat';
import { useErrorText } from '../../../graphql/useErrorText';
import { useQuery } from '../../../graphql/useQuery';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Select } from '../../../ui/Select';
import { Skeleton } from '../../../ui/Skeleton';
import { useAddressed } from '../../../ui/useAddressed';
import { useIsPhone } from '../../../ui/useIsPhone';
import { useViewer } from '../../session';
import { usePageTitle } from '../../usePageTitle';
import { CalendarDocument } from './Calendar.generated';
import styles from './Calendar.module.css';
import { readCalendarState, writeCalendarState, type CalendarState } from './calendarState';
import { later } from '../../../ui/later';

const SessionDialog = later(() =>
  import('../../../features/session/SessionDialog').then((module) => ({ default: module.SessionDialog })),
);
const FillWeekDialog = later(() =>
  import('../../../features/session/FillWeekDialog').then((module) => ({ default: module.FillWeekDialog })),
);

export default function CalendarPage() {
  const text = useText(sessionTexts);
  const sentence = useErrorText();
  const format = useFormat();
  const viewer = useViewer();
  const isPhone = useIsPhone();
  const dialog = useAddressed('dialog');
  const { state, today, show } = useCalendarState();
  const { monday, day, calendarId } = state;
  usePageTitle(text.calendar);
  const { data, error, refetch } = useQuery(CalendarDocument, {
    variables: { from: monday, calendarId: calendarId || null },
    fetchPolicy: 'cache-and-network',
  });
  const [previous, next, thisWeek, add, fill] = useCalendarActions({
    isPhone,
    onStep: (direction) => {
      const target = isPhone ? shiftDay(day, direction) : shiftDay(monday, 7 * direction);
      // Back in this week, a desk's address says nothing again.
      show({ day: !isPhone && target === mondayOf(today) ? today : target });
    },
    onToday: () => show({ day: today }),
    onOpen: dialog.open,
    isPast: shiftDay(monday, 6) < today,
    hasSessions: (data?.weekSessions.length ?? 0) > 0,
    permissions: viewer?.permissions,
  });
  const sessions = data?.weekSessions;
  const calendars = data?.calendars.filter((one) => !one.isArchived || one.id === calendarId) ?? [];
  const open = calendars.filter((one) => !one.isArchived && (!calendarId || one.id === calendarId));
  const slots = data?.scheduleSlots ?? [];
  const toFill = slotsToFill(slots, sessions ?? [], monday, format).filter((slot) =>
    open.some(({ id }) => id === slot.calendar.id),
  );
  const firstToFill = toFill[0]?.calendar.id ?? open[0]?.id ?? '';
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div>
          <h1>{text.week(weekNumber(monday))}</h1>
          <p className={styles.summary}>
            {format.day(monday, 'dayMonth')} – {format.day(shiftDay(monday, 6))}
            {sessions && ` · ${text.sessions(sessions.length)}`}
          </p>
        </div>
        <div className={styles.tools}>
          {calendars.length > 1 && (
            <Select
              hideLabel
              label={text.calendar}
              className={styles.calendar}
              value={calendarId}
              onChange={(id) => show({ calendarId: id })}
              options={[
                { value: '', label: text.allCalendars },
                ...calendars.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          <div className={styles.days}>
            {mondayOf(today) !== monday && <Button onClick={thisWeek.run}>{text.thisWeek}</Button>}
            <ActionIconButton action={previous} variant="secondary" />
            <DateField
              label={text.pickDay}
              hideLabel
              value={isPhone ? day : monday}
              onChange={(value) => value && show({ day: value })}
            />
            <ActionIconButton action={next} variant="secondary" />
          </div>
          <div className={styles.days}>
            <ActionButton action={isPhone ? short(fill) : fill} />
            <ActionButton action={isPhone ? short(add) : add} variant="primary" />
          </div>
        </div>
      </header>
      {error && !data && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!data && !error && <CalendarSkeleton />}
      {sessions?.length === 0 && (
        <div className={styles.invitation}>
          <EmptyState
            icon="calendar"
            title={text.emptyTitle}
            action={
              !add.disabledReason && (
                <span className={styles.buttons}>
                  {toFill.length > 0 && <ActionButton action={fill} variant="primary" />}
                  <ActionButton action={add} />
                </span>
              )
            }
          >
            {shiftDay(monday, 6) < today
              ? text.emptyPast
              : toFill.length > 0
                ? text.emptyFill(toFill.length)
                : text.emptyPlan}
          </EmptyState>
        </div>
      )}
      {sessions && (sessions.length > 0 || isPhone) && (
        <WeekView
          days={daysOfWeek(monday)}
          today={today}
          shownDay={day}
          sessions={sessions}
          hasCalendarNames={!calendarId && calendars.length > 1}
          onDay={(chosen) => show({ day: chosen })}
        />
      )}
      {data && dialog.value === 'session' && (
        <SessionDialog
          session={null}
          start={{
            on: day < today ? today : day,
            calendarId: open.length === 1 ? (open[0]?.id ?? '') : '',
            employeeId: viewer?.employee?.id ?? '',
          }}
          onSaved={() => void refetch()}
          onClose={dialog.close}
        />
      )}
      {data && dialog.value === 'fill' && (
        <FillWeekDialog
          monday={monday}
          calendars={open}
          calendarId={firstToFill}
          slots={slots}
          toFill={toFill}
          onFilled={() => void refetch()}
          onClose={dialog.close}
        />
      )}
    </div>
  );
}

const short = (action: Action): Action => ({ ...action, label: action.shortLabel ?? action.label });

function useCalendarState() {
  const format = useFormat();
  const viewer = useViewer();
  const [search, setSearch] = useSearchParams();
  // Until the gym's time zone is known, the day is that of this device: hardly ever another week.
  const today = viewer ? format.today() : deviceToday();
  const state = readCalendarState(search, today);
  const show = ({ day = state.day, calendarId = state.calendarId }: Partial<CalendarState>) =>
    setSearch(writeCalendarState({ day, monday: mondayOf(day), calendarId }, today), { replace: true });
  return { state, today, show };
}

const deviceToday = () => dayOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);

interface CalendarActions {
  isPhone: boolean;
  onStep: (direction: 1 | -1) => void;
  onToday: () => void;
  onOpen: (dialog: string) => void;
  isPast: boolean;
  hasSessions: boolean;
  permissions: readonly string[] | undefined;
}

function useCalendarActions({ isPhone, onStep, onToday, onOpen, isPast, hasSessions, permissions }: CalendarActions) {
  const text = useText(sessionTexts);
  const { group } = text;
  return useActions(
    [
      {
        id: 'week.previous',
        label: isPhone ? text.previousDay : text.previousWeek,
        group,
        icon: 'chevronLeft',
        shortcut: 'ArrowLeft',
        run: () => onStep(-1),
      },
      {
        id: 'week.next',
        label: isPhone ? text.nextDay : text.nextWeek,
        group,
        icon: 'chevronRight',
        shortcut: 'ArrowRight',
        run: () => onStep(1),
      },
      { id: 'week.current', label: text.thisWeek, group, icon: 'calendar', shortcut: 'T', run: onToday },
      {
        id: 'session.add',
        label: text.add,
        shortLabel: text.addShort,
        group,
        icon: 'plus',
        shortcut: 'N',
        permission: 'PLAN_SESSIONS',
        run: () => onOpen('session'),
      },
      {
        id: 'week.fill',
        label: text.fill,
        shortLabel: text.fillShort,
        group,
        icon: 'list',
        shortcut: 'F',
        permission: 'PLAN_SESSIONS',
        disabledReason: isPast ? text.weekPast : null,
        run: () => onOpen('fill'),
      },
      {
        id: 'week.sessions',
        label: text.firstSession,
        group,
        shortcut: 'ArrowDown',
        when: hasSessions,
        run: focusFirstSession,
      },
    ],
    permissions,
  );
}

function CalendarSkeleton() {
  return (
    <div className={styles.skeleton}>
      <Skeleton width="40%" height="1.25rem" />
      <Skeleton width="85%" height="4rem" />
      <Skeleton width="85%" height="4rem" />
    </div>
  );
}
