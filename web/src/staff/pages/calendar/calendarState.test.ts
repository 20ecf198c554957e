import { expect, test } from 'vitest';
import { readCalendarState, writeCalendarState } from './calendarState';

const today = '2027-03-24';
const read = (search: string) => readCalendarState(new URLSearchParams(search), today);

test('the address says the week by any of its days; without one it is this week', () => {
  expect(read('')).toEqual({ monday: '2027-03-22', day: today, calendarId: '' });
  expect(read('week=2027-04-01&calendar=hall')).toEqual({
    monday: '2027-03-29',
    day: '2027-03-29',
    calendarId: 'hall',
  });
  expect(read('day=2027-04-02').monday).toBe('2027-03-29');
});

test('a day outside the week, or none at all, gives way', () => {
  expect(read('week=2027-03-29&day=2027-04-02').day).toBe('2027-04-02');
  expect(read('week=2027-03-29&day=2027-05-02').day).toBe('2027-03-29');
  expect(read('week=2027-02-31&day=yesterday')).toEqual(read(''));
});

test('what is written is read again, and what is shown anyway is not written', () => {
  expect(writeCalendarState(read(''), today).size).toBe(0);
  for (const search of ['week=2027-03-29', 'week=2027-03-29&day=2027-04-02', 'day=2027-03-26', 'calendar=hall'])
    expect(writeCalendarState(read(search), today).toString()).toBe(search);
});
