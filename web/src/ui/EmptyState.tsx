// Nothing here yet, and what to do about it.
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import styles from './States.module.css';

interface EmptyStateProps {
  icon: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** It is all there is on the page: the title is the page's heading. */
  isPage?: boolean;
}

export function EmptyState({ icon, title, children, action, isPage }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <span className={styles.icon}>
        <Icon name={icon} size={22} />
      </span>
      {isPage ? <h1 className={styles.title}>{title}</h1> : <p className={styles.title}>{title}</p>}
      {children && <p className={styles.text}>{children}</p>}
      {action}
    </div>
  );
}
