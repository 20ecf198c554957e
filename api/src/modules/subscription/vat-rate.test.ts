import { expect, test } from 'vitest';
import { vatRateOn } from './vat-rate.ts';
import type { VatChange } from './vat-rate.ts';

const change = (startsOn: string, fromBp: number, toBp: number, appliedAt: string | null = null): VatChange => ({
  startsOn,
  fromBp,
  toBp,
  appliedAt,
});
const raised = [change('2027-01-01', 900, 2100)];

test.each([
  ['2026-12-31', 900],
  ['2027-01-01', 2100],
  ['2027-01-02', 2100],
])('a period that starts on %s has %i', (day, rate) => {
  expect(vatRateOn({ vatRateBp: 900, agreedAt: '2020-01-01T00:00:00Z' }, day, raised)).toBe(rate);
});

test('other rates stay as they are', () => {
  expect(vatRateOn({ vatRateBp: 0 }, '2027-06-01', raised)).toBe(0);
  expect(vatRateOn({ vatRateBp: 2100 }, '2027-06-01', raised)).toBe(2100);
});

test('what is agreed before its day is changed too; what was agreed at the new offer is what it says', () => {
  const applied = [change('2027-01-01', 900, 2100, '2027-01-01T00:05:00+00:00')];
  const on = (agreedAt: string | undefined) => vatRateOn({ vatRateBp: 900, agreedAt }, '2027-02-01', applied);
  // Made after midnight, from an offer that the job had not come to yet.
  expect(on('2027-01-01T00:04:59.999Z')).toBe(2100);
  expect(on('2027-01-01T00:05:01Z')).toBe(900);
  expect(on(undefined)).toBe(900);
  expect(vatRateOn({ vatRateBp: 900 }, '2027-02-01', raised)).toBe(2100);
});

test('one change follows another, but two of one day do not', () => {
  const steps = [change('2027-01-01', 900, 1200), change('2028-01-01', 1200, 2100)];
  expect(['2026-12-31', '2027-12-31', '2028-01-01'].map((day) => vatRateOn({ vatRateBp: 900 }, day, steps))).toEqual([
    900, 1200, 2100,
  ]);
  const swapped = [change('2027-01-01', 900, 2100), change('2027-01-01', 2100, 900)];
  for (const changes of [swapped, swapped.toReversed()]) {
    expect(vatRateOn({ vatRateBp: 900 }, '2027-01-01', changes)).toBe(2100);
    expect(vatRateOn({ vatRateBp: 2100 }, '2027-01-01', changes)).toBe(900);
  }
});
