// How much of a limit is used, in words and as a bar.
import { classes } from './classes';
import styles from './Meter.module.css';

export function Meter({
  label,
  value,
  max,
  valueText,
}: {
  label: string;
  value: number;
  max: number;
  valueText: string;
}) {
  const share = max > 0 ? Math.min(1, value / max) : 1;
  return (
    <div className={styles.meter}>
      <div className={styles.words}>
        <span>{label}</span>
        <span className="figures">{valueText}</span>
      </div>
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={valueText}
        className={styles.track}
      >
        <div className={classes(styles.bar, share > 0.9 && styles.full)} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
