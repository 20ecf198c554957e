// Purchases that are drawn already, but that the server has not answered for.
import { useSyncExternalStore } from 'react';

let saving: readonly string[] = [];
const listeners = new Set<() => void>();

export async function whileSaving<T>(id: string, work: Promise<T>): Promise<T> {
  change([...saving, id]);
  try {
    return await work;
  } finally {
    change(saving.filter((other) => other !== id));
  }
}

export function useSaving(): readonly string[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => saving,
  );
}

function change(next: readonly string[]): void {
  saving = next;
  for (const listener of listeners) listener();
}
