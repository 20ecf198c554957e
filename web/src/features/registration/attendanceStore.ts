// The queue of marks as this browser keeps it. Read again before every change, since another tab may have changed it.
import { useSyncExternalStore } from 'react';
import { inMemory, prefix, readKept, subscribeToKept, writeKept } from './attendanceKept';
import { countWaiting, emptyQueue, isEmptyQueue, readQueue, type AttendanceQueue } from './attendanceQueue';

/** Read once for all who look: the same text is the same queue. */
const snapshots = new Map<string, { kept: string | null; queue: AttendanceQueue }>();

export function currentMarks(key: string): AttendanceQueue {
  const kept = readKept(key);
  const snapshot = snapshots.get(key);
  if (snapshot?.kept === kept) return snapshot.queue;
  const queue = readQueue(kept);
  snapshots.set(key, { kept, queue });
  return queue;
}

export function changeMarks(key: string, change: (queue: AttendanceQueue) => AttendanceQueue): void {
  const before = currentMarks(key);
  const queue = change(before);
  if (queue !== before) writeKept(key, isEmptyQueue(queue) ? null : JSON.stringify(queue));
}

export function useMarks(key: string | null): AttendanceQueue {
  return useSyncExternalStore(subscribeToKept, () => (key ? currentMarks(key) : emptyQueue));
}

/** Of whoever used this browser: all that can be said while nobody knows who is signed in. */
export function countKeptMarks(): number {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return keys.reduce((sum, key) => sum + countWaiting(currentMarks(key)), 0);
  } catch {
    return 0;
  }
}

/** Closing the page loses what only its memory keeps. */
export function warnOfLoss(): () => void {
  const warn = (event: BeforeUnloadEvent) => inMemory.size > 0 && event.preventDefault();
  addEventListener('beforeunload', warn);
  return () => removeEventListener('beforeunload', warn);
}
