// Rows that stay where they are while somebody looks: what is gone leaves its place open, what is new waits. Pure.

export interface Settled<Row> {
  row: Row;
  /** No longer in the list: done by somebody, or given away. */
  isGone: boolean;
}

/** What is shown: the rows that were there, as they are now, or as they were last. */
export function settle<Row extends { id: string }>(held: readonly Row[], next: readonly Row[]): Settled<Row>[] {
  const now = new Map(next.map((row) => [row.id, row]));
  return held.map((row) => ({ row: now.get(row.id) ?? row, isGone: !now.has(row.id) }));
}

/** What waits to be shown. */
export function newRows<Row extends { id: string }>(held: readonly Row[], next: readonly Row[]): Row[] {
  const known = new Set(held.map(({ id }) => id));
  return next.filter(({ id }) => !known.has(id));
}
