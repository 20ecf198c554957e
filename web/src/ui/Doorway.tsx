// The page before the sign-in: the mark, a title, one form in the middle.
import type { ReactNode } from 'react';
import styles from './Doorway.module.css';
import { Logo } from './Logo';

export function Doorway({
  title,
  subtitle,
  children,
  footer,
}: {
  title: string;
  subtitle?: string;
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <header className={styles.header}>
          <Logo size={44} />
          <h1>{title}</h1>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </header>
        <div className={styles.card}>{children}</div>
        {footer && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </main>
  );
}
