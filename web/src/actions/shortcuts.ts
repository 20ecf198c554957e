// Which action a key press means, given the keys pressed just before. Pure; the listener is in useShortcuts.
import type { Action } from './Action';

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** "Mod+K", "Mod+Shift+Z", "N", "?" — the notation of Action.shortcut; null for what is no shortcut. */
export function keyName(press: KeyPress): string | null {
  if (press.altKey || ['Control', 'Meta', 'Shift', 'Alt', 'Dead'].includes(press.key)) return null;
  const isLetter = /^[a-z]$/i.test(press.key);
  const key = isLetter ? press.key.toUpperCase() : press.key;
  if (press.ctrlKey || press.metaKey) return `Mod+${press.shiftKey && isLetter ? 'Shift+' : ''}${key}`;
  return press.shiftKey && isLetter ? null : key;
}

export interface Match {
  action: Action | null;
  /** The keys may still become one of these: wait for the next. */
  candidates: readonly Action[];
}

export function matchKeys(keys: readonly string[], actions: readonly Action[]): Match {
  const typed = keys.join(' ');
  const action = actions.find(({ shortcut, alsoBy }) => shortcut === typed || alsoBy === typed) ?? null;
  return { action, candidates: action ? [] : actions.filter(({ shortcut }) => shortcut?.startsWith(`${typed} `)) };
}
