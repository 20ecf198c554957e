// The messages at the bottom of the screen: what happened, and for ten seconds the way back.
import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  text: string;
  kind: 'info' | 'success' | 'error';
  /** Takes back what the message tells. */
  undo?: () => void;
  /** Another next step, e.g. "Try again". */
  action?: { label: string; run: () => void };
  durationMs: number;
}

const shownAtOnce = 3;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

export function showToast(
  toast: Omit<Toast, 'id' | 'durationMs' | 'kind'> & Partial<Pick<Toast, 'durationMs' | 'kind'>>,
): number {
  const id = ++lastId;
  // Said twice, it stands there once; what can be taken back is each its own.
  const others = toasts.filter((other) => other.undo || other.text !== toast.text);
  const durationMs = toast.durationMs ?? (toast.kind === 'error' ? 20_000 : toast.undo ? 10_000 : 5_000);
  change([...others, { kind: 'info' as const, ...toast, id, durationMs }].slice(-shownAtOnce));
  return id;
}

export function dismissToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** What only tells something makes room for a dialog that opens; what can be taken back or tried again stays. */
export function dismissRemarks(): void {
  change(toasts.filter((toast) => toast.undo || toast.action || toast.kind === 'error'));
}

/** Takes back the newest thing that can still be taken back. */
export function undoLast(): boolean {
  const toast = toasts.findLast((candidate) => candidate.undo);
  if (!toast?.undo) return false;
  dismissToast(toast.id);
  toast.undo();
  return true;
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
