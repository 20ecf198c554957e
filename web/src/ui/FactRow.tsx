// One fact in a tile: what it is called, what it is, and what can be done about it.
import type { ReactNode } from 'react';
import styles from './FactRow.module.css';

export function FactRow({ term, children, action }: { term: ReactNode; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.row}>
      <div className={styles.fact}>
        <div className={styles.term}>{term}</div>
        <div className={styles.value}>{children}</div>
      </div>
      {action}
    </div>
  );
}
