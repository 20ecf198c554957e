// Holds rows in their places until somebody asks for the new ones, or looks at something else.
import { useEffect, useRef, useState } from 'react';
import { newRows, settle, type Settled } from './settle';

interface SettledRows<Row> {
  rows: Settled<Row>[];
  newCount: number;
  /** Shows what waits, and takes away what is gone. */
  showNew: () => void;
}

/** `scope`: what the rows are about; undefined `next`: not read yet. */
export function useSettled<Row extends { id: string }>(
  next: readonly Row[] | undefined,
  scope: string,
): SettledRows<Row> {
  const [held, setHeld] = useState<{ scope: string; rows: readonly Row[] } | null>(null);
  // What a row was last is what its place shows once it is gone.
  const last = useRef(new Map<string, Row>());
  const isOther = held?.scope !== scope;
  // Where there is nothing, nothing moves.
  if (next && (isOther || (held.rows.length === 0 && next.length > 0))) setHeld({ scope, rows: next });
  const known = isOther || !held ? (next ?? []) : held.rows;
  const now = next ?? known;
  const rows = settle(known, now).map(({ row, isGone }) => ({
    row: isGone ? (last.current.get(row.id) ?? row) : row,
    isGone,
  }));
  useEffect(() => {
    for (const row of now) last.current.set(row.id, row);
  });
  return {
    rows,
    newCount: newRows(known, now).length,
    showNew: () => setHeld({ scope, rows: now }),
  };
}
