// The two formats of an export: what a spreadsheet must not run, and that memory does not grow with the rows.
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { Cell } from './export-columns.ts';
import { csvCell, writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

async function* rowsOf(...rows: Cell[][]): AsyncGenerator<Cell[]> {
  yield* rows;
}

const text = (value: string): Cell => ({ kind: 'text', value });

test.each(['=1+1', '+31612345678', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x","y")'])(
  '%o is text in a CSV, not a formula',
  (value) => {
    const cell = csvCell(text(value), 'en');
    expect(cell.replace(/^"/, '')).toMatch(/^'/);
    expect(cell.replace(/^"|"$/g, '').slice(1).replaceAll('""', '"')).toBe(value);
  },
);

test('what is no formula stays as it is, and is quoted where it must be', () => {
  expect(['Zoë', 'a-b', '1=1', ''].map((value) => csvCell(text(value), 'en'))).toEqual(['Zoë', 'a-b', '1=1', '']);
  expect(csvCell(text('a "b", c'), 'en')).toBe('"a ""b"", c"');
  expect(csvCell(text('two\nlines'), 'nl')).toBe('"two\nlines"');
});

test('amounts are exact, with the decimal sign of the language', () => {
  const amounts = [0, 5, -5, 350, -12_345_678, 900_719_925_474_099].map((value): Cell => ({ kind: 'cents', value }));
  expect(amounts.map((cell) => csvCell(cell, 'en'))).toEqual([
    '0.00',
    '0.05',
    '-0.05',
    '3.50',
    '-123456.78',
    '9007199254740.99',
  ]);
  expect(csvCell({ kind: 'cents', value: 350 }, 'nl')).toBe('3,50');
  expect(csvCell({ kind: 'number', value: 0.5 }, 'nl')).toBe('0,5');
});

test('a CSV begins with the mark of UTF-8 and separates as the language does', async () => {
  const parts: string[] = [];
  for await (const part of writeCsv(rowsOf([text('a'), { kind: 'day', value: '2026-03-01' }]), ['Lid', 'Datum'], 'nl'))
    parts.push(part);
  expect(parts).toEqual(['\uFEFFLid;Datum\r\n', 'a;2026-03-01\r\n']);
});

test('a workbook holds texts, days and amounts as what they are, and no formula', async () => {
  const columns = (['text', 'day', 'cents', 'number'] as const).map((kind) => ({ header: kind, width: 10, kind }));
  const bytes = writeXlsx(
    rowsOf([
      text('=1+1'),
      { kind: 'day', value: '2026-03-29' },
      { kind: 'cents', value: -350 },
      { kind: 'number', value: 9 },
    ]),
    '2026-03',
    columns,
  );
  const workbook = await readXlsx(Buffer.concat(await bytes.toArray()));
  const [sheet] = workbook.sheets;
  expect(sheet?.name).toBe('2026-03');
  expect(sheet?.rows).toEqual([
    ['text', 'day', 'cents', 'number'],
    ['=1+1', new Date('2026-03-29T00:00:00Z'), -3.5, 9],
  ]);
  expect(
    [...(sheet?.cells ?? new Map<string, { formula?: string }>()).values()].filter(({ formula }) => formula),
  ).toEqual([]);
});
