// What a session is: its type, when, where, with whom, how full; and that it is cancelled, with the reason.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { InlineMessage } from '../../ui/InlineMessage';
import { sessionTexts } from './messages';
import styles from './Session.module.css';
import type { SessionHead_SessionFragment } from './Session.generated';

export function SessionHead({ session }: { session: SessionHead_SessionFragment }) {
  const text = useText(sessionTexts);
  const format = useFormat();
  const { type, calendar, employee, isCancelled, isFull, isOver } = session;
  return (
    <div className={styles.head} style={{ borderColor: type.color }}>
      <div className={styles.title}>
        <h1>{type.name}</h1>
        {isCancelled && <Badge tone="bad">{text.cancelled}</Badge>}
        {isFull && !isCancelled && <Badge tone="warning">{text.full}</Badge>}
        {isOver && !isCancelled && <Badge>{text.over}</Badge>}
      </div>
      <p className={styles.facts}>
        <time dateTime={session.startsAt} className={styles.when}>
          {format.dayOf(session.startsAt, 'long')}, {format.time(session.startsAt)}–{format.time(session.endsAt)}
        </time>
        <span>{calendar.name}</span>
        <span>{employee ? text.with(employee.fullName) : text.noEmployee}</span>
        <span className="figures">{text.placesTaken(session.registrationCount, session.places)}</span>
      </p>
      {isCancelled && (
        <InlineMessage tone="warning">
          {session.cancellationReason ? text.cancelledBecause(session.cancellationReason) : text.isCancelled}
        </InlineMessage>
      )}
    </div>
  );
}
