// Rows as CSV (RFC 4180), the way the spreadsheets of a language open it: with a mark of UTF-8, and semicolons where the
// comma is the decimal sign.
import type { Cell } from './export-columns.ts';

export type Locale = 'nl' | 'en';

const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/;

export async function* writeCsv(
  rows: AsyncIterable<readonly Cell[]>,
  headers: readonly string[],
  locale: Locale,
): AsyncGenerator<string> {
  const separator = locale === 'nl' ? ';' : ',';
  const line = (cells: readonly string[]) => `${cells.join(separator)}\r\n`;
  yield BYTE_ORDER_MARK + line(headers.map(textCell));
  for await (const row of rows) yield line(row.map((cell) => csvCell(cell, locale)));
}

export function csvCell(cell: Cell, locale: Locale): string {
  if (cell.kind === 'text') return textCell(cell.value);
  if (cell.kind === 'day') return cell.value ?? '';
  const number = cell.kind === 'cents' ? decimal(cell.value) : String(cell.value);
  return locale === 'nl' ? number.replace('.', ',') : number;
}

/** With an apostrophe in front, a spreadsheet takes it for the text that it is. */
function textCell(value: string): string {
  const plain = formula.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** In digits, without going through a float. */
function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
