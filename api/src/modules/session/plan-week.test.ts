import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { planWeek } from './plan-week.ts';
import type { PlannedSession, PlannedSlot } from './plan-week.ts';

const slot = (values: Partial<PlannedSlot> = {}): PlannedSlot => ({
  id: 'slot',
  weekday: 1,
  startsAt: '18:30',
  sessionTypeId: 'yoga',
  isTypeArchived: false,
  ...values,
});
const session = (values: Partial<PlannedSession> = {}): PlannedSession => ({
  id: 'session',
  slotId: null,
  scheduledOn: null,
  sessionTypeId: 'yoga',
  startsAt: new Date('2026-03-09T17:30:00Z'),
  isCancelled: false,
  ...values,
});
const week = { monday: '2026-03-09', timeZone: 'Europe/Amsterdam', now: new Date('2026-03-04T12:00:00Z') };
const reasons = (slots: PlannedSlot[], sessions: PlannedSession[], now = week.now) =>
  planWeek(slots, sessions, { ...week, now }).map(({ skipped }) => skipped?.reason ?? null);

test('the clock of the gym shows the same time in every week, in summer and winter', () => {
  const weeks = fc.integer({ min: 0, max: 400 });
  const times = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), minute: fc.integer({ min: 0, max: 1439 }) });
  fc.assert(
    fc.property(weeks, times, (number, { weekday, minute }) => {
      const monday = DateTime.fromISO('2025-12-29').plus({ weeks: number });
      const startsAt = DateTime.fromISO('2025-12-29').plus({ minutes: minute }).toFormat('HH:mm');
      const [plan] = planWeek([slot({ weekday, startsAt })], [], { ...week, monday: monday.toISODate() ?? '' });
      const shown = DateTime.fromJSDate(plan!.startsAt, { zone: week.timeZone });
      expect(plan?.on).toBe(monday.plus({ days: weekday - 1 }).toISODate());
      expect(shown.toISODate()).toBe(plan?.on);
      // In the hour that the clock passes over, on a Sunday in March, it shows the hour after.
      const isPassedOver = shown.weekday === 7 && shown.month === 3 && startsAt.startsWith('02') && shown.hour === 3;
      expect(shown.toFormat('HH:mm')).toBe(isPassedOver ? `03${startsAt.slice(2)}` : startsAt);
    }),
    { seed: 20260329, numRuns: 500 },
  );
});

test('the hour that a week lacks, and the one that it has twice', () => {
  const at = (monday: string) =>
    planWeek([slot({ weekday: 7, startsAt: '02:30' })], [], { ...week, monday })[0]?.startsAt.toISOString();
  expect(at('2026-03-23')).toBe('2026-03-29T01:30:00.000Z');
  expect(at('2026-10-19')).toBe('2026-10-25T00:30:00.000Z');
});

test('what is there is not made again: not when it was moved, called off or added by hand', () => {
  const made = { slotId: 'slot', scheduledOn: '2026-03-09' };
  expect(reasons([slot()], [])).toEqual([null]);
  expect(reasons([slot()], [session()])).toEqual(['ALREADY_THERE']);
  expect(reasons([slot()], [session({ ...made, startsAt: new Date('2026-03-11T10:00:00Z') })])).toEqual([
    'ALREADY_THERE',
  ]);
  expect(reasons([slot()], [session({ ...made, isCancelled: true })])).toEqual(['CANCELLED']);
  expect(reasons([slot()], [session({ sessionTypeId: 'crossfit' })])).toEqual([null]);
  expect(reasons([slot()], [session({ slotId: 'slot', scheduledOn: '2026-03-02' })])).toEqual([null]);
});

test('of two slots at the same time one session by hand stands for one', () => {
  expect(reasons([slot(), slot({ id: 'other' })], [session()])).toEqual(['ALREADY_THERE', null]);
});

test('nothing in the past, and nothing of a type that is archived', () => {
  const archived = slot({ isTypeArchived: true });
  expect(reasons([slot(), archived], [], new Date('2026-03-09T17:30:00Z'))).toEqual(['IN_PAST', 'IN_PAST']);
  expect(reasons([slot(), archived], [])).toEqual([null, 'SESSION_TYPE_ARCHIVED']);
});
