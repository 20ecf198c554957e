// Several out of a list, behind one button that says how many: a filter.
import { useId, useState } from 'react';
import { useText } from '../i18n/text';
import { Button } from './Button';
import styles from './CheckList.module.css';
import { uiTexts } from './messages';
import { Popover } from './Popover';
import { ColorDot } from './TagChip';
import { TextField } from './TextField';

export interface CheckOption {
  value: string;
  label: string;
  color?: string;
}

interface CheckListProps {
  label: string;
  options: readonly CheckOption[];
  values: readonly string[];
  onChange: (values: string[]) => void;
  emptyText?: string;
}

const searchableFrom = 9;

export function CheckList({ label, options, values, onChange, emptyText }: CheckListProps) {
  const chosen = options.filter(({ value }) => values.includes(value));
  const summary = chosen.length === 0 ? label : `${label}: ${chosen.length === 1 ? chosen[0]?.label : chosen.length}`;
  return (
    <Popover
      label={label}
      trigger={(props) => (
        <Button {...props} iconAfter="chevronDown" className={chosen.length > 0 ? styles.chosen : undefined}>
          {summary}
        </Button>
      )}
    >
      {() => <Options label={label} options={options} values={values} onChange={onChange} emptyText={emptyText} />}
    </Popover>
  );
}

function Options({ label, options, values, onChange, emptyText }: CheckListProps) {
  const text = useText(uiTexts);
  const id = useId();
  const [filter, setFilter] = useState('');
  const shown = options.filter((option) => option.label.toLowerCase().includes(filter.toLowerCase()));
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  return (
    <fieldset className={styles.list}>
      <legend id={id} className={styles.legend}>
        {label}
      </legend>
      {options.length >= searchableFrom && (
        <TextField
          type="search"
          label={text.search}
          hideLabel
          placeholder={text.search}
          value={filter}
          onChange={setFilter}
          autoFocus
        />
      )}
      {shown.length === 0 && (
        <p className={styles.empty}>{options.length === 0 ? (emptyText ?? text.nothingFound) : text.nothingFound}</p>
      )}
      {shown.map((option) => (
        <label key={option.value} className={styles.option}>
          <input type="checkbox" checked={values.includes(option.value)} onChange={() => toggle(option.value)} />
          {option.color && <ColorDot color={option.color} />}
          <span>{option.label}</span>
        </label>
      ))}
      {values.length > 0 && (
        <Button variant="quiet" onClick={() => onChange([])}>
          {text.clear}
        </Button>
      )}
    </fieldset>
  );
}
