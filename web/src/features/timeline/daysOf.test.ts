import { expect, test } from 'vitest';
import { daysOf } from './daysOf';

test('entries stand under their day, in their order', () => {
  const entries = ['2026-03-04T10:00Z', '2026-03-04T08:00Z', '2026-03-02T08:00Z'].map((happenedAt) => ({ happenedAt }));
  expect(daysOf(entries, (instant) => instant.slice(0, 10))).toEqual([
    { day: '2026-03-04', entries: entries.slice(0, 2) },
    { day: '2026-03-02', entries: entries.slice(2) },
  ]);
  expect(daysOf([], () => '')).toEqual([]);
});
