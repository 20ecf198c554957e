// A colour: ten that tell each other apart, or any other.
import { useId } from 'react';
import { useText } from '../i18n/text';
import styles from './ColorField.module.css';
import { colorTexts } from './colorTexts';
import { Icon } from './Icon';
import { VisuallyHidden } from './VisuallyHidden';

const palette = {
  green: '#2f9e44',
  teal: '#0c8599',
  blue: '#1971c2',
  purple: '#7048e8',
  pink: '#c2255c',
  red: '#e03131',
  orange: '#e8590c',
  yellow: '#f2b705',
  brown: '#846358',
  grey: '#868e96',
} as const;
type ColorName = keyof typeof palette;
const names = Object.keys(palette) as ColorName[];

export const firstColor = palette.teal;

export function ColorField({ value, onChange }: { value: string; onChange: (color: string) => void }) {
  const text = useText(colorTexts);
  const group = useId();
  const isOther = !names.some((name) => palette[name] === value);
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{text.color}</legend>
      <div className={styles.colors}>
        {names.map((name) => (
          <label
            key={name}
            className={styles.swatch}
            data-tooltip={text.colors[name]}
            style={{ background: palette[name] }}
          >
            <input
              type="radio"
              name={group}
              checked={palette[name] === value}
              onChange={() => onChange(palette[name])}
            />
            <VisuallyHidden>{text.colors[name]}</VisuallyHidden>
            {palette[name] === value && <Icon name="check" size={16} />}
          </label>
        ))}
        <label className={styles.other}>
          <input type="color" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
          <span className={isOther ? styles.chosen : undefined}>{text.otherColor}</span>
        </label>
      </div>
    </fieldset>
  );
}
