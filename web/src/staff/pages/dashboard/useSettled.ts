// Holds rows in their places until somebody asks for the new ones, or looks at something else.
import { useState } from 'react';
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
  const isOther = held?.scope !== scope;
  // Where there is nothing, nothing moves.
  if (next && (isOther || (held.rows.length === 0 && next.length > 0))) setHeld({ scope, rows: next });
  const known = isOther || !held ? (next ?? []) : held.rows;
  const now = next ?? known;
  return {
    rows: settle(known, now),
    newCount: newRows(known, now).length,
    showNew: () => setHeld({ scope, rows: now }),
  };
}
