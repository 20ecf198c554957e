// One session in the week: when, what, how full, with whom; the colour of its type only underlines the words.
import { Link } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { classes } from '../../ui/classes';
import { sessionTexts } from './messages';
import type { SessionBlock_SessionFragment } from './Session.generated';
import styles from './WeekView.module.css';

interface SessionBlockProps {
  session: SessionBlock_SessionFragment;
  hasCalendarName: boolean;
}

export function SessionBlock({ session, hasCalendarName }: SessionBlockProps) {
  const text = useText(sessionTexts);
  const format = useFormat();
  const { type, calendar, employee, isCancelled, isFull, isOver, waitingCount } = session;
  return (
    <Link
      to={`/sessions/${session.id}`}
      className={classes(styles.block, isCancelled && styles.cancelled, isOver && styles.over)}
      style={{ borderInlineStartColor: type.color }}
    >
      <time dateTime={session.startsAt} className={styles.time}>
        {format.time(session.startsAt)}–{format.time(session.endsAt)}
      </time>
      <strong className={styles.type}>{type.name}</strong>
      <span className={styles.fact}>{text.placesTaken(session.registrationCount, session.places)}</span>
      {hasCalendarName && <span className={styles.fact}>{calendar.name}</span>}
      <span className={styles.fact}>{employee?.fullName ?? text.noEmployee}</span>
      {(isCancelled || isFull || waitingCount > 0) && (
        <span className={styles.badges}>
          {isCancelled && <Badge tone="bad">{text.cancelled}</Badge>}
          {isFull && !isCancelled && <Badge tone="warning">{text.full}</Badge>}
          {waitingCount > 0 && !isCancelled && <Badge tone="info">{text.waiting(waitingCount)}</Badge>}
        </span>
      )}
    </Link>
  );
}
