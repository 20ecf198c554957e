import { expect, test } from 'vitest';
import { connectionFrom, decodeCursor, encodeCursor } from './connection.ts';
import { UserInputError } from './errors.ts';

const rows = [1, 2, 3].map((id) => ({ id, at: `2026-01-0${id}` }));
const keys = (row: { id: number; at: string }) => [row.at, row.id];

test('the surplus row only says that there are more', () => {
  const first = connectionFrom(rows, { first: 2 }, 3, keys);
  expect(first.nodes.map((row) => row.id)).toEqual([1, 2]);
  expect(first.edges.map((edge) => edge.node.id)).toEqual([1, 2]);
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  expect(decodeCursor(first.pageInfo.endCursor, 2)).toEqual(['2026-01-02', 2]);
});

test('the last page ends; an empty one has no cursors', () => {
  expect(connectionFrom(rows.slice(2), { first: 2, after: 'x' }, 3, keys).pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect(connectionFrom([], { first: 2 }, 0, keys).pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
});

test('a cursor comes back as it went in, and anything else is refused', () => {
  expect(decodeCursor(encodeCursor(['2026-01-01', 7, null]), 3)).toEqual(['2026-01-01', 7, null]);
  expect(decodeCursor(null, 2)).toBeNull();
  for (const wrong of ['', 'nonsense', encodeCursor([1]), Buffer.from('{"a":1}').toString('base64url'), Buffer.from('[[1],2]').toString('base64url')]) {
    expect(() => decodeCursor(wrong, 2)).toThrow(UserInputError);
  }
});
