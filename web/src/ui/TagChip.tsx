// A tag by name and colour. The colour is a dot beside the name, so any colour a gym chooses stays readable.
import { useText } from '../i18n/text';
import { Icon, type IconName } from './Icon';
import { uiTexts } from './messages';
import styles from './TagChip.module.css';
import { VisuallyHidden } from './VisuallyHidden';

interface TagChipProps {
  name: string;
  /** #rrggbb */
  color: string;
  /** Automatic tags carry their own sign. */
  icon?: IconName;
  /** Said behind the name, e.g. until when it counts. */
  detail?: string;
  /** What a shield behind the name stands for. */
  note?: string;
  /** Makes the name a button. */
  onOpen?: () => void;
  openLabel?: string;
  onRemove?: () => void;
  removeLabel?: string;
}

export function TagChip({ icon, color, onOpen, openLabel, onRemove, removeLabel, ...words }: TagChipProps) {
  const text = useText(uiTexts);
  return (
    <span className={styles.chip}>
      {icon ? <Icon name={icon} size={13} /> : <ColorDot color={color} />}
      {onOpen ? (
        <button type="button" className={styles.open} data-tooltip={openLabel} onClick={onOpen}>
          <Words {...words} />
        </button>
      ) : (
        <Words {...words} />
      )}
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={removeLabel ?? `${text.clear}: ${words.name}`}
          data-tooltip={removeLabel}
          onClick={onRemove}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  );
}

function Words({ name, detail, note }: Pick<TagChipProps, 'name' | 'detail' | 'note'>) {
  return (
    <>
      <span className={styles.name}>{name}</span>
      {detail && <span className={styles.detail}>{detail}</span>}
      {note && (
        <span className={styles.note} data-tooltip={note}>
          <Icon name="shield" size={13} />
          <VisuallyHidden>{note}</VisuallyHidden>
        </span>
      )}
    </>
  );
}

export function ColorDot({ color, size = 9 }: { color: string; size?: number }) {
  return <span className={styles.dot} style={{ background: color, width: size, height: size }} aria-hidden="true" />;
}
