// One note: when, by whom, and what.
import type { ReactNode } from 'react';
import { useFormat } from '../../format/useFormat';
import type { NoteCard_NoteFragment } from './NoteCard.generated';
import styles from './NoteCard.module.css';

export function NoteText({
  note: { createdAt, author, text },
  action,
}: {
  note: NoteCard_NoteFragment;
  action?: ReactNode;
}) {
  const format = useFormat();
  return (
    <article className={styles.note}>
      <header className={styles.meta}>
        <span>
          <time dateTime={createdAt}>{format.dateTime(createdAt)}</time> · {author.fullName}
        </span>
        {action}
      </header>
      <p className={styles.text}>{text}</p>
    </article>
  );
}
