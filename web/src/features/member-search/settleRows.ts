// The highlighted row never moves: when a newer answer arrives, the row that somebody went to keeps its place. Pure.
export function settleRows<Row extends { id: string }>(
  next: readonly Row[],
  highlighted: { id: string; index: number } | null,
): readonly Row[] {
  if (!highlighted) return next;
  const row = next.find(({ id }) => id === highlighted.id);
  if (!row) return next;
  const others = next.filter(({ id }) => id !== highlighted.id);
  const index = Math.min(highlighted.index, others.length);
  return [...others.slice(0, index), row, ...others.slice(index)];
}
