import { expect, test } from 'vitest';
import { isFiltered, readListState, toVariables, writeListState, type ListState } from './listState';

const plain = readListState(new URLSearchParams());

test('the plain list has the plain address', () => {
  expect(writeListState(plain).toString()).toBe('');
  expect(isFiltered(plain)).toBe(false);
});

test('everything that was chosen is there again after a round through the address', () => {
  const state: ListState = {
    query: 'van der Zoë & co',
    tagIds: ['a', 'b'],
    employee: 'none',
    status: ['ACTIVE', 'FORMER'],
    sortBy: 'LAST_VISIT',
    direction: 'DESC',
    page: 3,
  };
  expect(readListState(new URLSearchParams(writeListState(state).toString()))).toEqual(state);
  expect(isFiltered(state)).toBe(true);
});

test('what nobody could have chosen falls back to the plain list', () => {
  const state = readListState(new URLSearchParams('sort=__proto__.up&status=active,nonsense&page=-4'));
  expect(state).toEqual({ ...plain, status: ['ACTIVE'] });
  expect(readListState(new URLSearchParams('page=abc')).page).toBe(1);
});

test('members without an employee are asked for by hasEmployee, not by an id', () => {
  expect(toVariables({ ...plain, employee: 'none' }).filter).toMatchObject({ employeeId: null, hasEmployee: false });
  expect(toVariables({ ...plain, employee: 'e1' }).filter).toMatchObject({ employeeId: 'e1', hasEmployee: null });
});
