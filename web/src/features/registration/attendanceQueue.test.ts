import { expect, test } from 'vitest';
import {
  addMarks,
  countWaiting,
  emptyQueue,
  forgetRefused,
  momentAfter,
  readQueue,
  retryDelayMs,
  takeAnswer,
  takeRejection,
  tryFirst,
  waitingMark,
  type Mark,
} from './attendanceQueue';

const mark = (registrationId: string, status: Mark['status'] = 'ATTENDED', second = 0): Mark => ({
  registrationId,
  memberName: `Member ${registrationId}`,
  status,
  markedAt: new Date(Date.UTC(2030, 0, 1, 9, 0, second)).toISOString(),
});
const applied = (registrationId: string) => ({ registrationId, outcome: 'APPLIED' as const });

test('marks of one session wait together, the newest of each registration', () => {
  let queue = addMarks(emptyQueue, 's', [mark('a')]);
  queue = addMarks(queue, 's', [mark('b')]);
  queue = addMarks(queue, 's', [mark('a', 'NO_SHOW', 5)]);
  expect(queue.reports).toHaveLength(1);
  expect(queue.reports[0]?.marks.map(({ registrationId, status }) => [registrationId, status])).toEqual([
    ['b', 'ATTENDED'],
    ['a', 'NO_SHOW'],
  ]);
  expect(countWaiting(queue)).toBe(2);
});

test('what was tried stays as it is: later marks go in a report of their own, after it', () => {
  let queue = tryFirst(addMarks(emptyQueue, 's', [mark('a')]));
  const [tried] = queue.reports;
  queue = addMarks(queue, 's', [mark('a', 'REGISTERED', 3), mark('b')]);
  expect(queue.reports).toHaveLength(2);
  expect(queue.reports[0]).toBe(tried);
  expect(tryFirst(queue)).toBe(queue);
  expect(waitingMark(queue, 'a')?.status).toBe('REGISTERED');
  expect(countWaiting(queue)).toBe(2);
});

test('sessions keep their order, each in its own report', () => {
  let queue = addMarks(emptyQueue, 's', [mark('a')]);
  queue = addMarks(queue, 't', [mark('b')]);
  queue = addMarks(queue, 's', [mark('c')]);
  expect(queue.reports.map(({ sessionId }) => sessionId)).toEqual(['s', 't', 's']);
  expect(countWaiting(queue, 's')).toBe(2);
  expect(new Set(queue.reports.map(({ id }) => id)).size).toBe(3);
});

test('no report is larger than the server takes', () => {
  const many = Array.from({ length: 450 }, (_, index) => mark(`m${index}`));
  const queue = addMarks(addMarks(emptyQueue, 's', [mark('first')]), 's', many);
  expect(queue.reports.map(({ marks }) => marks.length)).toEqual([200, 200, 51]);
  expect(countWaiting(queue)).toBe(451);
});

test('an answer empties its report; what did not come through stays to be seen', () => {
  let queue = tryFirst(addMarks(emptyQueue, 's', [mark('a'), mark('b'), mark('c')]));
  const id = queue.reports[0]?.id ?? '';
  queue = takeAnswer(queue, id, [applied('a'), { registrationId: 'b', outcome: 'REGISTRATION_CANCELLED' }]);
  expect(queue.reports).toEqual([]);
  expect(queue.refused.map(({ registrationId, refusal }) => [registrationId, refusal])).toEqual([
    ['b', 'REGISTRATION_CANCELLED'],
    ['c', 'REJECTED'],
  ]);
  // The same answer, delivered twice.
  expect(takeAnswer(queue, id, [applied('a')])).toBe(queue);
  expect(forgetRefused(queue, ({ registrationId }) => registrationId === 'b').refused).toHaveLength(1);
});

test('marking again takes the place of a refusal, and of one that comes later', () => {
  let queue = tryFirst(addMarks(emptyQueue, 's', [mark('a')]));
  const id = queue.reports[0]?.id ?? '';
  queue = addMarks(queue, 's', [mark('a', 'NO_SHOW', 9)]);
  queue = takeAnswer(queue, id, [{ registrationId: 'a', outcome: 'SUPERSEDED' }]);
  expect(queue.refused).toEqual([]);
  queue = takeAnswer(tryFirst(queue), queue.reports[0]?.id ?? '', [{ registrationId: 'a', outcome: 'CLOCK_AHEAD' }]);
  expect(queue.refused).toHaveLength(1);
  expect(addMarks(queue, 's', [mark('a')]).refused).toEqual([]);
});

test('a report refused as a whole is tried mark by mark, under new ids, where it stood', () => {
  let queue = tryFirst(addMarks(emptyQueue, 's', [mark('a'), mark('b')]));
  queue = addMarks(queue, 't', [mark('c')]);
  const id = queue.reports[0]?.id ?? '';
  queue = takeRejection(queue, id);
  expect(queue.reports.map(({ marks }) => marks.map(({ registrationId }) => registrationId))).toEqual([
    ['a'],
    ['b'],
    ['c'],
  ]);
  expect(queue.reports.some((report) => report.id === id)).toBe(false);
  queue = takeRejection(queue, queue.reports[0]?.id ?? '');
  expect(queue.refused).toMatchObject([{ registrationId: 'a', refusal: 'REJECTED' }]);
  expect(countWaiting(queue)).toBe(2);
});

test('a mark is later than the one that it changes, whatever the clock says', () => {
  const now = Date.UTC(2030, 0, 1, 9);
  expect(momentAfter(now, null)).toBe('2030-01-01T09:00:00.000Z');
  expect(momentAfter(now, '2030-01-01T08:00:00.000Z')).toBe('2030-01-01T09:00:00.000Z');
  expect(momentAfter(now, '2030-01-01T09:02:00.000Z')).toBe('2030-01-01T09:02:00.001Z');
});

test('waits longer after every failure, half a minute at most', () => {
  expect([1, 2, 3, 5, 6, 5000].map(retryDelayMs)).toEqual([1000, 2000, 4000, 16_000, 30_000, 30_000]);
});

test('survives being written down; what is no queue is none', () => {
  const queue = tryFirst(addMarks(emptyQueue, 's', [mark('a')]));
  expect(readQueue(JSON.stringify(queue))).toEqual(queue);
  for (const broken of [null, '', 'null', '[]', '{"reports":1}', '{']) expect(readQueue(broken)).toEqual(emptyQueue);
});
