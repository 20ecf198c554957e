// Several out of a few, all in view: boxes to tick, with all or none of them in one go.
import { useId } from 'react';
import { useText } from '../i18n/text';
import { Button } from './Button';
import styles from './CheckGroup.module.css';
import { checkTexts } from './checkTexts';
import { classes } from './classes';
import { ColorDot } from './TagChip';

export interface CheckGroupOption {
  value: string;
  label: string;
  color?: string;
  /** Said behind the label, e.g. that it is archived. */
  note?: string;
}

interface CheckGroupProps {
  label: string;
  options: readonly CheckGroupOption[];
  values: readonly string[];
  onChange: (values: string[]) => void;
  error?: string | null;
  /** Where there is nothing to tick. */
  emptyText?: string;
}

export function CheckGroup({ label, options, values, onChange, error, emptyText }: CheckGroupProps) {
  const text = useText(checkTexts);
  const errorId = useId();
  const isAll = options.every(({ value }) => values.includes(value));
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  return (
    <fieldset className={styles.group} aria-describedby={error ? errorId : undefined}>
      <legend className={styles.legend}>{label}</legend>
      {options.length === 0 && <p className={styles.empty}>{emptyText}</p>}
      <div className={styles.options}>
        {options.map(({ value, label: name, color, note }) => (
          <Tick key={value} isOn={values.includes(value)} onChange={() => toggle(value)}>
            {color && <ColorDot color={color} />}
            <span>
              {name}
              {note && <span className={styles.note}> {note}</span>}
            </span>
          </Tick>
        ))}
      </div>
      {options.length > 2 && (
        <Button
          variant="quiet"
          className={styles.all}
          onClick={() => onChange(isAll ? [] : options.map(({ value }) => value))}
        >
          {isAll ? text.none : text.all}
        </Button>
      )}
      {error && (
        <p id={errorId} role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface CheckboxProps {
  label: string;
  description?: string;
  value: boolean;
  onChange: (value: boolean) => void;
}

export function Checkbox({ label, description, value, onChange }: CheckboxProps) {
  return (
    <Tick isOn={value} onChange={() => onChange(!value)}>
      <span>
        {label}
        {description && <span className={classes(styles.note, styles.line)}>{description}</span>}
      </span>
    </Tick>
  );
}

function Tick({ isOn, onChange, children }: { isOn: boolean; onChange: () => void; children: React.ReactNode }) {
  return (
    <label className={styles.option}>
      <input type="checkbox" checked={isOn} onChange={onChange} />
      {children}
    </label>
  );
}
