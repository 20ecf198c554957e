// A tag by name and colour. The colour is a dot beside the name, so any colour a gym chooses stays readable.
import { useText } from '../i18n/text';
import { Icon, type IconName } from './Icon';
import { uiTexts } from './messages';
import styles from './TagChip.module.css';

interface TagChipProps {
  name: string;
  /** #rrggbb */
  color: string;
  /** Automatic tags carry their own sign. */
  icon?: IconName;
  onRemove?: () => void;
  removeLabel?: string;
}

export function TagChip({ name, color, icon, onRemove, removeLabel }: TagChipProps) {
  const text = useText(uiTexts);
  return (
    <span className={styles.chip}>
      {icon ? <Icon name={icon} size={13} /> : <ColorDot color={color} />}
      <span className={styles.name}>{name}</span>
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={removeLabel ?? `${text.clear}: ${name}`}
          data-tooltip={removeLabel}
          onClick={onRemove}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  );
}

export function ColorDot({ color, size = 9 }: { color: string; size?: number }) {
  return <span className={styles.dot} style={{ background: color, width: size, height: size }} aria-hidden="true" />;
}
