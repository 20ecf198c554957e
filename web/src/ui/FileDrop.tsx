// Takes files: dropped on it, or chosen with the browser's own dialog.
import { useId, useState, type DragEvent, type ReactNode } from 'react';
import { useText } from '../i18n/text';
import { classes } from './classes';
import styles from './FileDrop.module.css';
import { Icon } from './Icon';
import { uiTexts } from './messages';

interface FileDropProps {
  label?: string;
  /** The limits, said before they are met. */
  hint?: ReactNode;
  onFiles: (files: File[]) => void;
  multiple?: boolean;
  disabledReason?: string | null;
}

export function FileDrop({ label, hint, onFiles, multiple = false, disabledReason }: FileDropProps) {
  const text = useText(uiTexts);
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null) => {
    if (list?.length && !disabledReason) onFiles([...list].slice(0, multiple ? undefined : 1));
  };
  const over = (value: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(value);
  };
  return (
    <label
      className={classes(styles.drop, isOver && styles.over)}
      onDragOver={over(true)}
      onDragLeave={over(false)}
      onDrop={(event) => {
        over(false)(event);
        take(event.dataTransfer.files);
      }}
    >
      <input
        type="file"
        multiple={multiple}
        disabled={Boolean(disabledReason)}
        aria-describedby={id}
        data-autofocus
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen twice.
          event.currentTarget.value = '';
        }}
      />
      <Icon name="upload" />
      <span>{label ?? text.dropFile}</span>
      <span id={id} className={styles.hint}>
        {disabledReason ?? hint}
      </span>
    </label>
  );
}
