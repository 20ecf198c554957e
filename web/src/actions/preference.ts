// Whether single-key shortcuts fire: some people dictate, or rest a hand on the keyboard (WCAG 2.1.4).
import { useSyncExternalStore } from 'react';

const storageKey = 'spotter.single-keys';
const listeners = new Set<() => void>();
let isOn = read();

export function areSingleKeysOn(): boolean {
  return isOn;
}

export function setSingleKeys(on: boolean): void {
  isOn = on;
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // Not stored: holds until the page closes.
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, areSingleKeysOn);
}

function read(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}
