// A tile: a title, what can be done with it, and its content.
import { useId, type ReactNode } from 'react';
import { classes } from './classes';
import styles from './Card.module.css';
import { useFocusKeeper } from './useFocusKeeper';

interface CardProps {
  title?: ReactNode;
  /** A figure beside the title, e.g. how many. */
  count?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
  /** Content runs to the edges: lists and tables. */
  isFlush?: boolean;
  /** What is shown is of before: the next is on its way. */
  isBusy?: boolean;
  /** The settings in it that have no field of their name: what their permalinks find. */
  settings?: string;
}

export function Card({ title, count, actions, children, className, isFlush, isBusy, settings }: CardProps) {
  const id = useId();
  const keepFocus = useFocusKeeper<HTMLElement>();
  return (
    <section
      {...keepFocus}
      className={classes(styles.card, className)}
      aria-labelledby={title ? id : undefined}
      aria-busy={isBusy || undefined}
      data-settings={settings}
    >
      {title && (
        <header className={styles.header}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {count !== undefined && <span className={styles.count}>{count}</span>}
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      <div className={isFlush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
