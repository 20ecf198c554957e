// A value to be taken along, such as a secret that is shown once: selected when it is focused, copied by the button beside it.
import { Button } from './Button';
import styles from './CopyField.module.css';
import { copyText } from './copyText';
import { showToast } from './toasts';

interface CopyFieldProps {
  label: string;
  value: string;
  /** The words of the button, and of how it went. */
  text: { copy: string; copied: string; copyFailed: string };
  /** In a dialog: the button has the focus when it opens. */
  takesFocus?: boolean;
}

export function CopyField({ label, value, text, takesFocus }: CopyFieldProps) {
  const copy = async () => {
    try {
      await copyText(value);
      showToast({ kind: 'success', text: text.copied });
    } catch {
      showToast({ kind: 'error', text: text.copyFailed });
    }
  };
  return (
    <div className={styles.field}>
      <input
        readOnly
        className={styles.value}
        aria-label={label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button icon="copy" onClick={() => void copy()} data-autofocus={takesFocus || undefined}>
        {text.copy}
      </Button>
    </div>
  );
}
