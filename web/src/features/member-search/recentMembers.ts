// The members opened last in this tab, newest first. Kept for the tab only, and forgotten at sign-out: a desk is shared.
import { useSyncExternalStore } from 'react';

export interface RecentMember {
  id: string;
  fullName: string;
  memberNumber: number;
}

const storageKey = 'spotter.recent-members';
const kept = 6;
const listeners = new Set<() => void>();
let members: readonly RecentMember[] = read();

export function rememberMember(member: RecentMember): void {
  const { id, fullName, memberNumber } = member;
  change([{ id, fullName, memberNumber }, ...members.filter((other) => other.id !== id)].slice(0, kept));
}

export function forgetMembers(): void {
  change([]);
}

export function useRecentMembers(): readonly RecentMember[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => members,
  );
}

function change(next: readonly RecentMember[]): void {
  members = next;
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // Not stored: they are remembered until the page is loaded again.
  }
  for (const listener of listeners) listener();
}

function read(): readonly RecentMember[] {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as RecentMember[];
  } catch {
    return [];
  }
}
