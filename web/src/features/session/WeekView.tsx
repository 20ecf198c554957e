// A week of sessions: seven columns, or one day at a time on a phone. Arrows walk from session to session, and sideways from
// day to day.
import type { KeyboardEvent } from 'react';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { classes } from '../../ui/classes';
import { useIsPhone } from '../../ui/useIsPhone';
import { sessionTexts } from './messages';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { SessionBlock } from './SessionBlock';
import type { SessionBlock_SessionFragment } from './Session.generated';
import styles from './WeekView.module.css';

interface WeekViewProps {
  days: readonly string[];
  today: string;
  /** The one that a phone shows. */
  shownDay: string;
  sessions: readonly SessionBlock_SessionFragment[];
  /** Several calendars share the view: each session says which is its own. */
  hasCalendarNames: boolean;
  onDay: (day: string) => void;
}

export function WeekView({ days, today, shownDay, sessions, hasCalendarNames, onDay }: WeekViewProps) {
  const text = useText(sessionTexts);
  const format = useFormat();
  const isPhone = useIsPhone();
  const byDay = Map.groupBy(sessions, ({ startsAt }) => format.localDay(startsAt));
  return (
    <>
      {isPhone && (
        <div className={styles.days} role="group" aria-label={text.days}>
          {days.map((day) => (
            <button
              key={day}
              type="button"
              className={classes(styles.day, day === shownDay && styles.shown)}
              aria-pressed={day === shownDay}
              aria-current={day === today ? 'date' : undefined}
              onClick={() => onDay(day)}
            >
              <span>{format.day(day, 'weekdayOnly')}</span>
              <strong className="figures">{Number(day.slice(8))}</strong>
              <VisuallyHidden>{text.sessions(byDay.get(day)?.length ?? 0)}</VisuallyHidden>
              <span className={classes(styles.dot, byDay.has(day) && styles.some)} />
            </button>
          ))}
        </div>
      )}
      <div className={styles.week} role="presentation" onKeyDown={moveByArrow}>
        {(isPhone ? [shownDay] : days).map((day) => (
          <section
            key={day}
            data-day={day}
            aria-labelledby={`day-${day}`}
            className={classes(styles.column, day === today && styles.today)}
          >
            <h2 id={`day-${day}`} className={styles.heading}>
              <span>{format.day(day, isPhone ? 'long' : 'weekday')}</span>
              {day === today && <span className={styles.mark}>{text.today}</span>}
            </h2>
            {byDay.get(day)?.map((session) => (
              <SessionBlock key={session.id} session={session} hasCalendarName={hasCalendarNames} />
            ))}
            {!byDay.has(day) && <p className={styles.none}>{text.none}</p>}
          </section>
        ))}
      </div>
    </>
  );
}

/** Where there is nothing further, the page's own arrows go on to the next week. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const columns = [...event.currentTarget.querySelectorAll('[data-day]')].map((day) => [...day.querySelectorAll('a')]);
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const at = columns.findIndex((links) => link !== null && links.includes(link));
  const row = link ? (columns[at]?.indexOf(link) ?? -1) : -1;
  if (row < 0) return;
  const target = {
    ArrowDown: columns[at]?.[row + 1] ?? link,
    ArrowUp: columns[at]?.[row - 1] ?? link,
    ArrowRight: beside(columns.slice(at + 1), row),
    ArrowLeft: beside(columns.slice(0, at).toReversed(), row),
  }[event.key];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function beside(columns: readonly HTMLAnchorElement[][], row: number): HTMLAnchorElement | undefined {
  const next = columns.find((links) => links.length > 0);
  return next?.[Math.min(row, next.length - 1)];
}

/** Of today where it has any, else of the first day. */
export function focusFirstSession(): void {
  const today = document.querySelector<HTMLElement>(`.${styles.today} a`);
  (today ?? document.querySelector<HTMLElement>('[data-day] a'))?.focus();
}
