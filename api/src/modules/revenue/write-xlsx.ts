// Rows as an Excel workbook, sent while they are read. hucre writes every text as a typed text cell, so none is a formula.
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Cell } from './export-columns.ts';

export interface SheetColumn {
  header: string;
  width: number;
  /** Of its first row, which says what all of it is. */
  kind: Cell['kind'];
}

const formats: Partial<Record<Cell['kind'], string>> = { day: 'yyyy-mm-dd', cents: '#,##0.00' };

export function writeXlsx(
  rows: AsyncIterable<readonly Cell[]>,
  name: string,
  columns: readonly SheetColumn[],
): Readable {
  const stream = writeXlsxStream(valuesOf(rows), {
    name,
    columns: columns.map(({ header, width, kind }) => ({
      header,
      width,
      ...(formats[kind] ? { numFmt: formats[kind] } : {}),
    })),
    freezePane: { rows: 1 },
  });
  // The same stream under its two names: of the web, and of Node.
  return Readable.fromWeb(stream as NodeStream<Uint8Array>);
}

async function* valuesOf(rows: AsyncIterable<readonly Cell[]>) {
  for await (const row of rows) yield row.map(valueOf);
}

function valueOf(cell: Cell): string | number | Date | null {
  if (cell.kind === 'cents') return cell.value / 100;
  if (cell.kind === 'day') return cell.value === null ? null : new Date(`${cell.value}T00:00:00Z`);
  return cell.value;
}
