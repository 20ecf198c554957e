// The states of a purchase line and what takes it from one to another. Pure; the verbs that move lines make SQL of it.
import { PurchaseStatus } from './purchase.type.ts';

const { OPEN, PENDING, PAID, FAILED, RETURNED, CANCELLED, REFUNDED } = PurchaseStatus;

/** What can still be collected, and is part of what a member owes; PENDING is owed too, and being collected. */
export const COLLECTABLE: readonly PurchaseStatus[] = [OPEN, FAILED, RETURNED];

interface Move {
  from: readonly PurchaseStatus[];
  to: PurchaseStatus;
}

export const moves = {
  /** A payment of it gets under way. */
  HOLD: { from: COLLECTABLE, to: PENDING },
  /** The payment came to nothing, without being refused: the line is what it was before, OPEN when that is unknown. */
  RELEASE: { from: [PENDING], to: OPEN },
  /** The money is there. News travels in any order: it may come before the line was seen to be under way. */
  SETTLE: { from: [PENDING, ...COLLECTABLE], to: PAID },
  /** The payment was refused: no money moved. */
  FAIL: { from: [PENDING, OPEN, FAILED], to: FAILED },
  /** The money was taken back by the one who paid. A bank may say so before anybody said that it was paid. */
  RETURN: { from: [PAID, PENDING], to: RETURNED },
  /** The gym gave all of it back; a part of it leaves the line paid. */
  REFUND: { from: [PAID], to: REFUNDED },
  /** Taken back before anybody was asked for money. */
  CANCEL: { from: [OPEN], to: CANCELLED },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

/** The state after a move, or null when it does not fit the state. */
export function stateAfter(
  name: MoveName,
  status: PurchaseStatus,
  heldFrom: PurchaseStatus | null = null,
): PurchaseStatus | null {
  const { from, to }: Move = moves[name];
  if (!from.includes(status)) return null;
  return name === 'RELEASE' ? (heldFrom ?? to) : to;
}

/** SQL: the states that a move starts from. */
export const statesBefore = (name: MoveName): string =>
  `(${moves[name].from.map((status) => `'${status}'`).join(', ')})`;
