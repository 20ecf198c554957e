// A remark inside a page or a form: information, a warning, what went wrong.
import type { ReactNode } from 'react';
import type { Tone } from './Badge';
import { classes } from './classes';
import { Icon } from './Icon';
import styles from './InlineMessage.module.css';

export function InlineMessage({
  tone = 'info',
  children,
  action,
}: {
  tone?: Exclude<Tone, 'neutral'>;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes(styles.message, styles[tone])} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={tone === 'good' ? 'check' : tone === 'info' ? 'info' : 'warning'} />
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  );
}
