// Who waits for a place, in the order in which they get one.
import { Link } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { IconButton } from '../../ui/IconButton';
import { rosterTexts } from './messages';
import styles from './Roster.module.css';
import type { Roster_EntryFragment } from './Roster.generated';

interface WaitingListProps {
  entries: readonly Roster_EntryFragment[];
  removeRefusal: string | null;
  onLeave: (entry: Roster_EntryFragment) => void;
}

export function WaitingList({ entries, removeRefusal, onLeave }: WaitingListProps) {
  const text = useText(rosterTexts);
  const format = useFormat();
  return (
    <>
      <p className={styles.hint}>{text.waitingHint}</p>
      <ol className={styles.waitingList}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry}>
            <span className={`${styles.place} figures`}>{text.place(entry.place)}</span>
            <span className={styles.who}>
              {entry.member && (
                <Link to={`/members/${entry.member.id}`} className={styles.name}>
                  {entry.member.fullName}
                </Link>
              )}
              <span className={styles.since}>{text.since(format.dateTime(entry.joinedAt, 'dayMonth'))}</span>
            </span>
            <IconButton
              icon="close"
              size={16}
              label={text.leave(entry.member?.fullName ?? '')}
              disabledReason={removeRefusal}
              onClick={() => onLeave(entry)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}
