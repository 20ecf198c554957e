import { expect, test } from 'vitest';
import { sectionRuns, settleRows } from './settleRows';

const rows = (ids: string) => [...ids].map((id) => ({ id }));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');

test('without a chosen row the newest answer stands', () => {
  expect(ids(settleRows(rows('cab'), null))).toBe('cab');
});

test('the chosen row and those above it stay, whatever the answer says', () => {
  expect(ids(settleRows(rows('cdab'), rows('ab')))).toBe('abcd');
  expect(ids(settleRows(rows('cd'), rows('ab')))).toBe('abcd');
  expect(ids(settleRows([], rows('ab')))).toBe('ab');
});

test('headings stand where the kind of row changes', () => {
  const list = [
    { id: 'a', section: 'actions' },
    { id: 'm', section: 'members' },
    { id: 'n', section: 'members' },
    { id: 'b', section: 'actions' },
  ];
  expect(sectionRuns(list).map(ids)).toEqual(['a', 'mn', 'b']);
  expect(sectionRuns([])).toEqual([]);
});
