// The head of a page of the settings: what it is, and the one thing done most.
import type { ReactNode } from 'react';
import styles from './Settings.module.css';

export function SettingsHeader({ title, hint, action }: { title: string; hint: string; action?: ReactNode }) {
  return (
    <header className={styles.header}>
      <div>
        <h1>{title}</h1>
        <p className={styles.hint}>{hint}</p>
      </div>
      {action}
    </header>
  );
}
