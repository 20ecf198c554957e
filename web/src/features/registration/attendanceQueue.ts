// Marks of attendance that the server does not have yet, in the order they were made. Pure: attendanceStore keeps them,
// attendanceSender empties them.
import { newId } from '../../graphql/newId';
import type { AttendanceOutcome, AttendanceStatus } from '../../graphql/schema.generated';

export interface Mark {
  registrationId: string;
  /** To say whose mark it is on a page that does not show the session. */
  memberName: string;
  status: AttendanceStatus;
  markedAt: string;
}

/** What is sent at once. Once it was tried it never changes: the server may have it, and knows it by its id. */
export interface Report {
  id: string;
  sessionId: string;
  marks: readonly Mark[];
  isTried: boolean;
}

/** REJECTED: the server did not take the mark as a whole. */
export type Refusal = Exclude<AttendanceOutcome, 'APPLIED'> | 'REJECTED';

/** A mark that did not come through, kept until somebody has seen it. */
export interface RefusedMark extends Mark {
  sessionId: string;
  refusal: Refusal;
}

export interface AttendanceQueue {
  reports: readonly Report[];
  refused: readonly RefusedMark[];
}

export const emptyQueue: AttendanceQueue = { reports: [], refused: [] };

/** The server takes 500. */
const marksAtOnce = 200;

export function addMarks(queue: AttendanceQueue, sessionId: string, marks: readonly Mark[]): AttendanceQueue {
  const isMarkedAgain = (one: Mark) => marks.some(({ registrationId }) => registrationId === one.registrationId);
  const last = queue.reports.at(-1);
  const open = last && !last.isTried && last.sessionId === sessionId ? last : null;
  const together = [...(open?.marks.filter((mark) => !isMarkedAgain(mark)) ?? []), ...marks];
  const fresh: Report[] = [];
  for (let from = 0; from < together.length; from += marksAtOnce)
    fresh.push({
      id: from === 0 && open ? open.id : newId(),
      sessionId,
      marks: together.slice(from, from + marksAtOnce),
      isTried: false,
    });
  return {
    reports: [...(open ? queue.reports.slice(0, -1) : queue.reports), ...fresh],
    refused: queue.refused.filter((mark) => !isMarkedAgain(mark)),
  };
}

/** The report whose turn it is stays as it is from now on. */
export function tryFirst(queue: AttendanceQueue): AttendanceQueue {
  const [first, ...later] = queue.reports;
  return first && !first.isTried ? { ...queue, reports: [{ ...first, isTried: true }, ...later] } : queue;
}

export interface MarkResult {
  registrationId: string;
  outcome: AttendanceOutcome;
}

export function takeAnswer(queue: AttendanceQueue, reportId: string, results: readonly MarkResult[]): AttendanceQueue {
  const report = queue.reports.find(({ id }) => id === reportId);
  if (!report) return queue;
  const refused = report.marks.flatMap((mark): RefusedMark[] => {
    const result = results.find(({ registrationId }) => registrationId === mark.registrationId);
    const refusal = result ? result.outcome : 'REJECTED';
    return refusal === 'APPLIED' ? [] : [{ ...mark, sessionId: report.sessionId, refusal }];
  });
  return withRefused(without(queue, reportId), refused);
}

/** Refused as a whole: one wrong mark holds back all of its report, so the others are tried on their own. */
export function takeRejection(queue: AttendanceQueue, reportId: string): AttendanceQueue {
  const report = queue.reports.find(({ id }) => id === reportId);
  if (!report) return queue;
  if (report.marks.length > 1) {
    const alone = report.marks.map((mark) => ({ ...report, id: newId(), marks: [mark], isTried: false }));
    return { ...queue, reports: queue.reports.flatMap((one) => (one.id === reportId ? alone : one)) };
  }
  return withRefused(
    without(queue, reportId),
    report.marks.map((mark) => ({ ...mark, sessionId: report.sessionId, refusal: 'REJECTED' })),
  );
}

export function forgetRefused(queue: AttendanceQueue, isSeen: (mark: RefusedMark) => boolean): AttendanceQueue {
  return { ...queue, refused: queue.refused.filter((mark) => !isSeen(mark)) };
}

const without = (queue: AttendanceQueue, reportId: string): AttendanceQueue => ({
  ...queue,
  reports: queue.reports.filter(({ id }) => id !== reportId),
});

/** Who was marked again meanwhile waits for the answer to that. */
function withRefused(queue: AttendanceQueue, refused: readonly RefusedMark[]): AttendanceQueue {
  const left = refused.filter(({ registrationId }) => !waitingMark(queue, registrationId));
  return { ...queue, refused: [...queue.refused, ...left] };
}

/** What the screen shows instead of what the server said last. */
export function waitingMark(queue: AttendanceQueue, registrationId: string): Mark | undefined {
  return queue.reports.flatMap(({ marks }) => marks).findLast((mark) => mark.registrationId === registrationId);
}

/** How many registrations wait for the server; of one session, or of all. */
export function countWaiting(queue: AttendanceQueue, sessionId?: string): number {
  const reports = queue.reports.filter((report) => !sessionId || report.sessionId === sessionId);
  return new Set(reports.flatMap(({ marks }) => marks.map(({ registrationId }) => registrationId))).size;
}

/** By the clock of this device, but never before the mark that is being changed: the later one counts. */
export function momentAfter(now: number, known: string | null | undefined): string {
  return new Date(Math.max(now, known ? Date.parse(known) + 1 : now)).toISOString();
}

/** 1, 2, 4 … seconds, at most 30. */
export function retryDelayMs(failures: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.min(failures - 1, 10));
}

/** What was kept by another version, or is no queue, is none. */
export function readQueue(kept: string | null): AttendanceQueue {
  if (!kept) return emptyQueue;
  try {
    const { reports, refused } = JSON.parse(kept) as Partial<AttendanceQueue>;
    return Array.isArray(reports) && Array.isArray(refused) ? { reports, refused } : emptyQueue;
  } catch {
    return emptyQueue;
  }
}

export const isEmptyQueue = ({ reports, refused }: AttendanceQueue): boolean =>
  reports.length === 0 && refused.length === 0;
