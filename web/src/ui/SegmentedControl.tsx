// A few views of the same thing, one at a time. Arrows move between them (radio group underneath).
import { useId } from 'react';
import { classes } from './classes';
import styles from './SegmentedControl.module.css';

interface SegmentedControlProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
  fullWidth?: boolean;
}

export function SegmentedControl<Value extends string>({
  label,
  value,
  onChange,
  options,
  fullWidth,
}: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes(styles.segments, fullWidth && styles.full)}>
      {options.map((option) => (
        <label key={option.value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
