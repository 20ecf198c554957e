// A short list whose order matters: each row is dragged, or moves up or down by its buttons and keeps the focus meanwhile.
import { useState, type ReactNode } from 'react';
import { classes } from './classes';
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
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const move = (row: Row, from: number, to: number) => onMove?.(rows.toSpliced(from, 1).toSpliced(to, 0, row), row);
  return (
    <ol className={styles.list} aria-label={label}>
      {rows.map((row, index) => (
        <li
          key={row.id}
          className={classes(styles.row, onMove && styles.movable, over === index && styles.over)}
          draggable={onMove !== null}
          onDragStart={() => setDragged(index)}
          onDragOver={(event) => {
            if (dragged === null) return;
            // Without this nothing may be dropped here.
            event.preventDefault();
            setOver(index);
          }}
          onDrop={(event) => {
            event.preventDefault();
            const moved = dragged === null ? undefined : rows[dragged];
            if (moved && dragged !== null && dragged !== index) move(moved, dragged, index);
          }}
          onDragEnd={() => {
            setDragged(null);
            setOver(null);
          }}
        >
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
