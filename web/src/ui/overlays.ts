// Which dialog is on top. What must be seen and used over it (toasts, lists) is drawn inside it:
// the browser makes everything outside an open modal dialog inert.
import { useSyncExternalStore } from 'react';

const stack: HTMLDialogElement[] = [];
const listeners = new Set<() => void>();

export function pushOverlay(dialog: HTMLDialogElement): () => void {
  stack.push(dialog);
  for (const listener of listeners) listener();
  return () => {
    stack.splice(stack.indexOf(dialog), 1);
    for (const listener of listeners) listener();
  };
}

export function useTopOverlay(): HTMLDialogElement | null {
  return useSyncExternalStore(subscribe, () => stack.at(-1) ?? null);
}

/** Single-key shortcuts of the page rest while a dialog is open. */
export function isOverlayOpen(): boolean {
  return stack.length > 0;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
