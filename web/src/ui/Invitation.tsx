// A card that has nothing yet: what will stand here, and the first step to it.
import type { ReactNode } from 'react';
import styles from './Invitation.module.css';

export function Invitation({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.invitation}>
      <p>
        <strong className={styles.title}>{title}</strong>
        {children && <span className={styles.text}> {children}</span>}
      </p>
      {action}
    </div>
  );
}
