import { expect, test } from 'vitest';
import { connectionFrom, decodeCursor, decodeFeedCursor, encodeCursor } from './connection.ts';
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
  expect(connectionFrom(rows.slice(2), { first: 2, after: 'x' }, 3, keys).pageInfo).toMatchObject({
    hasNextPage: false,
    hasPreviousPage: true,
  });
  expect(connectionFrom([], { first: 2 }, 0, keys).pageInfo).toEqual({
    hasNextPage: false,
    hasPreviousPage: false,
    startCursor: null,
    endCursor: null,
  });
});

test('a cursor comes back as it went in, and anything else is refused', () => {
  expect(decodeCursor(encodeCursor(['2026-01-01', 7, null]), 3)).toEqual(['2026-01-01', 7, null]);
  expect(decodeCursor(null, 2)).toBeNull();
  for (const wrong of [
    '',
    'nonsense',
    encodeCursor([1]),
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('[[1],2]').toString('base64url'),
  ]) {
    expect(() => decodeCursor(wrong, 2)).toThrow(UserInputError);
  }
});

test('a forged cursor never reaches a cast', () => {
  const id = '0195a0b2-0000-7000-8000-000000000001';
  for (const at of ['2026-03-01', '2026-03-01T18:30:00+00:00', '2026-03-01T18:30:00.123456+01:00']) {
    expect(decodeFeedCursor(encodeCursor([at, id]))).toEqual([at, id]);
  }
  expect(decodeFeedCursor(null)).toEqual([null, null]);
  for (const at of ['2026-02-30', '0000-01-01', 'infinity', 'now', '2026-03-01T25:00:00+00:00', '', 5, null]) {
    expect(() => decodeFeedCursor(encodeCursor([at, id]))).toThrow(UserInputError);
  }
  expect(() => decodeFeedCursor(encodeCursor(['2026-03-01', 'no-uuid']))).toThrow(UserInputError);
});
