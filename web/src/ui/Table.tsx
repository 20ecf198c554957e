// A table that becomes cards on a phone: each cell then says the name of its column.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../i18n/text';
import { classes } from './classes';
import { Icon } from './Icon';
import { uiTexts } from './messages';
import styles from './Table.module.css';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column. */
  isNumeric?: boolean;
  /** Says its header only to screen readers, e.g. the column of buttons. */
  hideHeader?: boolean;
  /** The name of the row: its heading, and the link when the row leads somewhere. */
  isRowHeader?: boolean;
  sort?: { direction: 'ascending' | 'descending' | null; toggle: () => void };
}

interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string;
  /** On a phone: the name with the last cell beside it, the others in a line below. */
  isCompact?: boolean;
}

export function Table<Row>({ caption, columns, rows, rowKey, rowHref, isCompact }: TableProps<Row>) {
  return (
    <table className={classes(styles.table, rowHref && styles.linked, isCompact && styles.compact)}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Header key={column.id} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.id} column={column} row={row} href={rowHref?.(row)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Header<Row>({ column }: { column: Column<Row> }) {
  const text = useText(uiTexts);
  const { sort } = column;
  return (
    <th
      scope="col"
      className={classes(column.isNumeric && styles.numeric)}
      aria-sort={sort ? (sort.direction ?? 'none') : undefined}
    >
      {sort ? (
        <button type="button" className={styles.sort} onClick={sort.toggle} data-tooltip={text.sortBy(column.header)}>
          {column.header}
          <Icon
            name={
              sort.direction === 'ascending'
                ? 'arrowUp'
                : sort.direction === 'descending'
                  ? 'arrowDown'
                  : 'chevronsUpDown'
            }
            size={14}
          />
        </button>
      ) : (
        <span className={classes(column.hideHeader && styles.caption)}>{column.header}</span>
      )}
    </th>
  );
}

function Cell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href?: string }) {
  const name = classes(column.isNumeric && styles.numeric, column.hideHeader && styles.buttons);
  if (!column.isRowHeader) {
    return (
      <td className={name} data-label={column.hideHeader ? undefined : column.header}>
        {column.cell(row)}
      </td>
    );
  }
  return (
    <th scope="row" className={classes(name, styles.name)}>
      {href ? (
        <Link to={href} className={styles.link}>
          {column.cell(row)}
        </Link>
      ) : (
        column.cell(row)
      )}
    </th>
  );
}
