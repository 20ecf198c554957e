// What the frame of every page knows of marks that wait: whether this browser keeps any, apart for each gym and account. They
// survive a reload and a signing out by the server. The rest is loaded when there are some.
import { useSyncExternalStore } from 'react';

export const prefix = 'spotter.attendance.';
/** Where the browser keeps nothing (storage full or switched off): until the page closes. */
export const inMemory = new Map<string, string>();
const listeners = new Set<() => void>();

export interface AttendanceOwner {
  id: string;
  gym: { id: string };
}

export const storeKey = ({ id, gym }: AttendanceOwner): string => `${prefix}${gym.id}.${id}`;

export function readKept(key: string): string | null {
  try {
    return inMemory.get(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Null: there is nothing left to keep. */
export function writeKept(key: string, kept: string | null): void {
  inMemory.delete(key);
  try {
    if (kept === null) localStorage.removeItem(key);
    else localStorage.setItem(key, kept);
  } catch {
    if (kept !== null) inMemory.set(key, kept);
  }
  for (const listener of listeners) listener();
}

export function subscribeToKept(listener: () => void): () => void {
  listeners.add(listener);
  // Of another tab.
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

export function useHasKept(key: string | null): boolean {
  return useSyncExternalStore(subscribeToKept, () => key !== null && readKept(key) !== null);
}
