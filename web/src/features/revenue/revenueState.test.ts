import { expect, test } from 'vitest';
import { lengthOf, readRevenueState, shiftMonth, writeRevenueState } from './revenueState';

const today = '2026-11-24';
const read = (search: string) => readRevenueState(new URLSearchParams(search), today);

test('the plain address is the month of today', () => {
  const state = read('');
  expect(state).toEqual({ month: '2026-11-01', part: null, kind: null, vatRatePercent: null, page: 1 });
  expect(writeRevenueState(state, today).toString()).toBe('');
});

test('what is chosen is in the address, and there again', () => {
  const search = 'month=2025-02&part=unpaid&kind=single-session&vat=9.5&page=3';
  expect(writeRevenueState(read(search), today).toString()).toBe(search);
});

test.each(['month=2026-13', 'month=x', 'part=all', 'kind=GIFT', 'vat=-1', 'vat=abc', 'page=-2', 'page=x'])(
  'nonsense is no choice: %s',
  (search) => expect(read(search)).toEqual(read('')),
);

test('months go on over the end of a year', () => {
  expect([shiftMonth('2026-12-01', 1), shiftMonth('2026-01-01', -1)]).toEqual(['2027-01-01', '2025-12-01']);
});

test('a bar is as long as its share of the longest, and never shorter than nothing', () => {
  expect([lengthOf(50, 200), lengthOf(200, 200), lengthOf(-50, 200), lengthOf(0, 0)]).toEqual([25, 100, 0, 0]);
});
