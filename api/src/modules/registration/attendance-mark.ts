// Which mark of attendance counts: the one made last, whenever it arrives. Pure.
import { AttendanceOutcome } from './registration.payloads.ts';
import type { AttendanceStatus } from './registration.inputs.ts';

/** A mark, and the report that brought it. */
export interface Mark {
  registrationId: string;
  status: AttendanceStatus;
  markedAt: Date;
  reportId: string;
}

/** A registration as it is, with the mark that counts until now. */
export interface Marked {
  status: AttendanceStatus | 'CANCELLED';
  markedAt: Date | null;
  reportId: string | null;
}

export interface Circumstances {
  isSessionCancelled: boolean;
  /** The session is on a day after today. */
  isOnLaterDay: boolean;
  now: Date;
}

/** Clocks of devices are a little off. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

export interface Judged {
  outcome: AttendanceOutcome;
  /** It is to be written; else it was before, or does not count. */
  isNew: boolean;
}

/** Of one mark against what is there. */
export function judgeMark(
  mark: Mark,
  marked: Marked,
  { isSessionCancelled, isOnLaterDay, now }: Circumstances,
): Judged {
  const { APPLIED, SUPERSEDED, REGISTRATION_CANCELLED, SESSION_CANCELLED, TOO_EARLY, CLOCK_AHEAD } = AttendanceOutcome;
  const refuse = (outcome: AttendanceOutcome) => ({ outcome, isNew: false });
  if (isSessionCancelled) return refuse(SESSION_CANCELLED);
  if (marked.status === 'CANCELLED') return refuse(REGISTRATION_CANCELLED);
  if (isOnLaterDay) return refuse(TOO_EARLY);
  if (mark.markedAt.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) return refuse(CLOCK_AHEAD);
  const order = orderOf(mark, marked);
  if (order < 0) return refuse(SUPERSEDED);
  return { outcome: APPLIED, isNew: order > 0 };
}

/** Above zero: the mark is later. Two marks of the same millisecond have an order too, the same wherever they meet. */
function orderOf(mark: Mark, { markedAt, reportId }: Marked): number {
  if (markedAt === null) return 1;
  const later = mark.markedAt.getTime() - markedAt.getTime();
  return later === 0 ? compare(mark.reportId, reportId ?? '') : later;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Of several marks of one registration in one report, the index of the one that counts: the latest, of equals the last. */
export function latestOfEach(marks: readonly Mark[]): Set<number> {
  const latest = new Map<string, number>();
  for (const [index, mark] of marks.entries()) {
    const other = marks[latest.get(mark.registrationId) ?? -1];
    if (!other || mark.markedAt >= other.markedAt) latest.set(mark.registrationId, index);
  }
  return new Set(latest.values());
}
