// A short list whose order matters: each row moves up or down by its buttons, and keeps the focus while it moves.
import type { ReactNode } from 'react';
import { IconButton } from './IconButton';
import styles from './OrderedRows.module.css';

interface Ordered {
  id: string;
  name: string;
}

interface OrderedRowsProps<Row> {
  label: string;
  rows: readonly Row[];
  upLabel: (name: string) => string;
  downLabel: (name: string) => string;
  /** Null: only to look at. */
  onMove: ((rows: Row[], moved: Row) => void) | null;
  /** Stands before the name. */
  mark?: (index: number) => ReactNode;
  /** Stands behind it: figures, buttons. */
  aside?: (row: Row) => ReactNode;
}

export function OrderedRows<Row extends Ordered>({
  label,
  rows,
  upLabel,
  downLabel,
  onMove,
  mark,
  aside,
}: OrderedRowsProps<Row>) {
  const move = (row: Row, from: number, to: number) => onMove?.(rows.toSpliced(from, 1).toSpliced(to, 0, row), row);
  return (
    <ol className={styles.list} aria-label={label}>
      {rows.map((row, index) => (
        <li key={row.id} className={styles.row}>
          {mark?.(index)}
          <span className={styles.name}>{row.name}</span>
          {aside?.(row)}
          {onMove && (
            <span className={styles.buttons}>
              <IconButton
                icon="arrowUp"
                label={upLabel(row.name)}
                className={index === 0 ? styles.end : undefined}
                onClick={() => index > 0 && move(row, index, index - 1)}
              />
              <IconButton
                icon="arrowDown"
                label={downLabel(row.name)}
                className={index === rows.length - 1 ? styles.end : undefined}
                onClick={() => index < rows.length - 1 && move(row, index, index + 1)}
              />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
