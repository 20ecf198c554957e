// What the model makes: rows by column name, for one table at a time, in an order that foreign keys allow.

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

export interface TableRows {
  table: string;
  /** Lazy: to be read once, before the next table is asked for. All rows have the same columns. */
  rows: Iterable<Row>;
}
