import { expect, test } from 'vitest';
import { dayOf, timeOf } from '../../format/days';
import { daysOfWeek, mondayOf, slotsToFill, weekNumber, weekdayOf } from './week';

test('a week is Monday to Sunday', () => {
  expect(weekdayOf('2027-01-04')).toBe(1);
  expect(weekdayOf('2027-01-10')).toBe(7);
  expect(mondayOf('2027-01-10')).toBe('2027-01-04');
  expect(mondayOf('2027-01-04')).toBe('2027-01-04');
  expect(daysOfWeek('2026-12-28').at(-1)).toBe('2027-01-03');
});

test('weeks are numbered as in ISO 8601, with a 53rd where the year has one', () => {
  expect(weekNumber('2026-12-28')).toBe(53);
  expect(weekNumber('2027-01-04')).toBe(1);
  expect(weekNumber('2025-12-29')).toBe(1);
  expect(weekNumber('2024-02-26')).toBe(9);
});

test('filling makes what is not there yet, not past and still on offer', () => {
  const slot = (weekday: number, startsAt: string, type = 'yoga', isArchived = false) => ({
    weekday,
    startsAt,
    type: { id: type, isArchived },
    calendar: { id: 'hall' },
  });
  const slots = [
    slot(1, '09:00'),
    slot(3, '09:00'),
    slot(3, '18:00'),
    slot(3, '18:00', 'boxing'),
    slot(5, '09:00', 'old', true),
    slot(7, '10:00'),
  ];
  const there = { startsAt: '2027-03-24T17:00:00Z', type: { id: 'yoga' }, calendar: { id: 'hall' } };
  // The clocks of Amsterdam go forward in the night to that Sunday: 10:00 stays 10:00.
  const sunday = { startsAt: '2027-03-28T08:00:00Z', type: { id: 'yoga' }, calendar: { id: 'hall' } };
  const zone = 'Europe/Amsterdam';
  const now = {
    today: () => '2027-03-24',
    now: () => '08:00',
    localDay: (instant: string) => dayOf(instant, zone),
    localTime: (instant: string) => timeOf(instant, zone),
  };
  expect(slotsToFill(slots, [there, sunday], '2027-03-22', now)).toEqual([slots[1], slots[3]]);
  const elsewhere = { ...there, calendar: { id: 'park' } };
  expect(slotsToFill(slots, [elsewhere], '2027-03-22', now)).toContain(slots[2]);
});
