// One fact in a tile: what it is called, what it is, what can be done about it, and what to mind.
import type { ReactNode } from 'react';
import styles from './FactRow.module.css';

interface FactRowProps {
  term: ReactNode;
  children: ReactNode;
  action?: ReactNode;
  /** Stands under the fact over the whole width. */
  note?: ReactNode;
}

export function FactRow({ term, children, action, note }: FactRowProps) {
  return (
    <div className={styles.entry}>
      <div className={styles.row}>
        <div className={styles.fact}>
          <div className={styles.term}>{term}</div>
          <div className={styles.value}>{children}</div>
        </div>
        {action}
      </div>
      {note}
    </div>
  );
}
