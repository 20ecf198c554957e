// Brings rows into the database by COPY, the fastest way in, a piece at a time.
import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Cell, Row, TableRows } from './row.ts';

const pieceLength = 64 * 1024;

/** Needs a connection that row-level security does not bind; see quiet-tables.ts. Tells each time how many rows went out. */
export async function copyTable(
  client: pg.ClientBase,
  { table, rows }: TableRows,
  onRows: (count: number) => void = () => {},
): Promise<void> {
  const iterator = rows[Symbol.iterator]();
  const first = iterator.next();
  if (first.done) return;
  const columns = Object.keys(first.value);
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error as Error));
  const finished = Promise.race([once(stream, 'finish'), failed]);
  finished.catch(() => {});
  let count = 0;
  let piece = '';
  for (let step: IteratorResult<Row> = first; !step.done; step = iterator.next()) {
    piece += `${columns.map((column) => cellText(step.value[column], table, column)).join('\t')}\n`;
    count++;
    if (piece.length < pieceLength) continue;
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), failed]);
    onRows(count);
    piece = '';
    count = 0;
  }
  stream.end(piece);
  await finished;
  onRows(count);
}

/** As COPY's text format writes a value. */
function cellText(cell: Cell | undefined, table: string, column: string): string {
  if (cell === null) return '\\N';
  if (cell === undefined) throw new Error(`A row of ${table} has no ${column}.`);
  if (typeof cell !== 'string') return String(cell);
  return /[\\\t\n\r]/.test(cell)
    ? cell.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
    : cell;
}
