import { expect, test } from 'vitest';
import { newRows, settle } from './settle';

const rows = (...ids: string[]) => ids.map((id) => ({ id, text: id }));

test('rows keep their places: one that is gone leaves its own open, and a changed one shows what it is now', () => {
  const next = [{ id: 'c', text: 'C' }, ...rows('a', 'new')];
  expect(settle(rows('a', 'b', 'c'), next)).toEqual([
    { row: { id: 'a', text: 'a' }, isGone: false },
    { row: { id: 'b', text: 'b' }, isGone: true },
    { row: { id: 'c', text: 'C' }, isGone: false },
  ]);
});

test('what is new waits, in its own order', () => {
  expect(newRows(rows('a', 'b'), rows('x', 'b', 'y')).map(({ id }) => id)).toEqual(['x', 'y']);
});
