import { expect, test } from 'vitest';
import { COLLECTABLE, moves, stateAfter, statesBefore } from './purchase-state.ts';
import type { MoveName } from './purchase-state.ts';
import { PurchaseStatus } from './purchase.type.ts';

const { OPEN, PENDING, PAID, FAILED, RETURNED, CANCELLED, REFUNDED } = PurchaseStatus;
const states = Object.values(PurchaseStatus);

/** Where every move leads from every state, written out: what is not here is refused. */
const table: Record<MoveName, Partial<Record<PurchaseStatus, PurchaseStatus>>> = {
  HOLD: { OPEN: PENDING, FAILED: PENDING, RETURNED: PENDING },
  RELEASE: { PENDING: OPEN },
  SETTLE: { OPEN: PAID, PENDING: PAID, FAILED: PAID, RETURNED: PAID },
  FAIL: { OPEN: FAILED, PENDING: FAILED, FAILED },
  RETURN: { PAID: RETURNED, PENDING: RETURNED },
  REFUND: { PAID: REFUNDED },
  CANCEL: { OPEN: CANCELLED },
};

test.each(Object.keys(moves) as MoveName[])('%s leads where the table says, and nowhere else', (name) => {
  for (const status of states) expect(stateAfter(name, status), status).toBe(table[name][status] ?? null);
});

test('a line that is released is what it was before', () => {
  for (const status of COLLECTABLE) {
    expect(stateAfter('HOLD', status)).toBe(PENDING);
    expect(stateAfter('RELEASE', PENDING, status)).toBe(status);
  }
});

test('what is cancelled or refunded stays so', () => {
  for (const name of Object.keys(moves) as MoveName[])
    for (const status of [CANCELLED, REFUNDED]) expect(stateAfter(name, status), name).toBeNull();
});

test('the states before a move, as SQL', () => {
  expect(statesBefore('RETURN')).toBe(`('PAID', 'PENDING')`);
});
