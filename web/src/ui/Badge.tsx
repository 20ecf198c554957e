// A state in a word; the colour only underlines it.
import { classes } from './classes';
import styles from './Badge.module.css';
import { Icon, type IconName } from './Icon';

export type Tone = 'neutral' | 'good' | 'warning' | 'bad' | 'info';

export function Badge({ children, tone = 'neutral', icon }: { children: string; tone?: Tone; icon?: IconName }) {
  return (
    <span className={classes(styles.badge, styles[tone])}>
      {icon && <Icon name={icon} size={13} />}
      {children}
    </span>
  );
}
