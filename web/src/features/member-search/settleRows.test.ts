import { expect, test } from 'vitest';
import { settleRows } from './settleRows';

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');

test('without a chosen row the server’s order stands', () => {
  expect(ids(settleRows(rows('c', 'a', 'b'), null))).toBe('cab');
});

test('a chosen row keeps its place when the others change around it', () => {
  expect(ids(settleRows(rows('c', 'd', 'a', 'b'), { id: 'b', index: 1 }))).toBe('cbda');
});

test('a chosen row that is gone is not brought back', () => {
  expect(ids(settleRows(rows('c', 'd'), { id: 'b', index: 1 }))).toBe('cd');
});

test('a shorter list keeps the chosen row as its last', () => {
  expect(ids(settleRows(rows('b', 'a'), { id: 'b', index: 5 }))).toBe('ab');
});
