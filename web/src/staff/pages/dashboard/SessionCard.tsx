// One session of the day: when, what, where, with whom, how full, and who comes with their tags.
import { Link } from 'react-router';
import { useFormat } from '../../../format/useFormat';
import { useText } from '../../../i18n/text';
import { Badge, type Tone } from '../../../ui/Badge';
import { classes } from '../../../ui/classes';
import { MemberTag } from '../../../features/tag/MemberTag';
import { rosterTexts } from '../../../features/visit/rosterTexts';
import type { SessionCard_SessionFragment } from './SessionCard.generated';
import styles from './SessionCard.module.css';

const tones: Record<string, Tone> = { ATTENDED: 'good', NO_SHOW: 'bad' };

export function SessionCard({ session }: { session: SessionCard_SessionFragment }) {
  const text = useText(rosterTexts);
  const format = useFormat();
  const isFull = session.registrationCount >= session.places;
  return (
    <article
      className={classes(styles.card, session.isCancelled && styles.cancelled)}
      aria-labelledby={`session-${session.id}`}
    >
      <div className={styles.when}>
        <time dateTime={session.startsAt} className={styles.time}>
          {format.time(session.startsAt)}
        </time>
        <span className={styles.muted}>{text.minutes(session.durationMinutes)}</span>
      </div>
      <div className={styles.what} style={{ borderColor: session.type.color }}>
        <header className={styles.header}>
          <h2 id={`session-${session.id}`} className={styles.title}>
            <Link to={`/sessions/${session.id}`} className={styles.link}>
              {session.type.name}
            </Link>
          </h2>
          <span className={styles.muted}>
            {session.calendar.name} · {session.employee ? text.with(session.employee.fullName) : text.noEmployee}
          </span>
          <span className={styles.places}>
            {session.isCancelled && <Badge tone="bad">{text.cancelled}</Badge>}
            {isFull && !session.isCancelled && <Badge tone="warning">{text.full}</Badge>}
            <span className={`${styles.muted} figures`}>{text.taken(session.registrationCount, session.places)}</span>
          </span>
        </header>
        <Registrations session={session} />
      </div>
    </article>
  );
}

function Registrations({ session }: { session: SessionCard_SessionFragment }) {
  const text = useText(rosterTexts);
  if (!session.registrations) return null;
  if (session.registrations.length === 0)
    return session.isCancelled ? null : <p className={styles.muted}>{text.nobody}</p>;
  return (
    <ul className={styles.members}>
      {session.registrations.map(({ id, status, member }) => (
        <li key={id} className={styles.member}>
          {member && (
            <Link to={`/members/${member.id}`} className={styles.name}>
              {member.fullName}
            </Link>
          )}
          {status !== 'REGISTERED' && <Badge tone={tones[status]}>{text.status[status]}</Badge>}
          {member?.tags?.map((tag) => (
            <MemberTag key={tag.id} tag={tag} />
          ))}
        </li>
      ))}
    </ul>
  );
}
