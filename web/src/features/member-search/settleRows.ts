// The highlighted row never moves: once somebody has gone to a row, it and the rows above it stay as they are;
// a newer answer changes only what follows. Pure.
export function settleRows<Row extends { id: string }>(
  next: readonly Row[],
  head: readonly Row[] | null,
): readonly Row[] {
  if (!head) return next;
  const kept = new Set(head.map(({ id }) => id));
  return [...head, ...next.filter(({ id }) => !kept.has(id))];
}

/** Neighbours of the same section under one heading. */
export function sectionRuns<Row extends { section: string }>(
  rows: readonly Row[],
): readonly (readonly [Row, ...Row[]])[] {
  const runs: [Row, ...Row[]][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.[0].section === row.section) run.push(row);
    else runs.push([row]);
  }
  return runs;
}
