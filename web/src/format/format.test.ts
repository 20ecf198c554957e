import { describe, expect, test } from 'vitest';
import { formatBytes } from './bytes';
import { dayOf, formatDateTime, formatDay, formatRelativeDay, formatTime, isDay, shiftDay } from './days';
import { formatMoney } from './money';

/** Spaces that only a typesetter tells apart. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  test('cents become a price in the language of the page', () => {
    expect(plain(formatMoney({ amountCents: 123_456, currency: 'EUR' }, 'nl'))).toBe('€ 1.234,56');
    expect(plain(formatMoney({ amountCents: 123_456, currency: 'EUR' }, 'en'))).toBe('€1,234.56');
  });

  test('no cent is lost or invented, below one euro and below zero', () => {
    expect(plain(formatMoney({ amountCents: 5, currency: 'EUR' }, 'en'))).toBe('€0.05');
    expect(plain(formatMoney({ amountCents: 0, currency: 'EUR' }, 'en'))).toBe('€0.00');
    expect(plain(formatMoney({ amountCents: -1_999, currency: 'EUR' }, 'nl'))).toBe('€ -19,99');
    expect(plain(formatMoney({ amountCents: 2_147_483_647, currency: 'EUR' }, 'en'))).toBe('€21,474,836.47');
  });
});

describe('instants stand in the time zone of the gym', () => {
  test('before and after the clock goes back', () => {
    // 25 October 2026, 03:00 CEST becomes 02:00 CET.
    expect(formatTime('2026-10-25T00:30:00Z', 'nl', 'Europe/Amsterdam')).toBe('02:30');
    expect(formatTime('2026-10-25T01:30:00Z', 'nl', 'Europe/Amsterdam')).toBe('02:30');
    expect(formatTime('2026-10-25T02:30:00Z', 'en', 'Europe/Amsterdam')).toBe('03:30');
  });

  test('Monday 00:30 in Amsterdam is Monday, though it is Sunday in UTC', () => {
    expect(dayOf('2026-06-14T22:30:00Z', 'Europe/Amsterdam')).toBe('2026-06-15');
    expect(formatDateTime('2026-06-14T22:30:00Z', 'nl', 'Europe/Amsterdam', 'weekday')).toBe('ma 15 jun 00:30');
  });
});

describe('days', () => {
  test('are themselves in every time zone', () => {
    expect(formatDay('2026-01-01', 'en')).toBe('1 Jan 2026');
    expect(formatDay('2026-01-01', 'nl', 'long')).toBe('donderdag 1 januari 2026');
  });

  test('near ones in words, far ones by their date', () => {
    expect(formatRelativeDay('2026-03-29', '2026-03-29', 'nl')).toBe('vandaag');
    expect(formatRelativeDay('2026-03-30', '2026-03-29', 'en')).toBe('tomorrow');
    expect(formatRelativeDay('2026-03-26', '2026-03-29', 'en')).toBe('3 days ago');
    expect(formatRelativeDay('2026-02-01', '2026-03-29', 'en')).toBe('1 Feb 2026');
  });

  test('the next day is one day on, over the end of summer time, a year and a leap day', () => {
    expect(shiftDay('2026-03-28', 1)).toBe('2026-03-29');
    expect(shiftDay('2026-03-29', 1)).toBe('2026-03-30');
    expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01');
    expect(shiftDay('2028-03-01', -1)).toBe('2028-02-29');
  });

  test.each(['2026-02-31', '2026-13-01', '', 'today', '2026-1-1', '2026-01-01T00:00'])('%j is none', (value) => {
    expect(isDay(value)).toBe(false);
  });
});

test('file sizes', () => {
  expect(plain(formatBytes(0, 'en'))).toBe('0 bytes');
  expect(plain(formatBytes(52_428_800, 'nl'))).toBe('50 MB');
  expect(plain(formatBytes(1_200, 'en'))).toBe('1 kB');
});
