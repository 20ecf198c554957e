// The actions that the mounted parts of the page offer now. The one registered last wins a shared shortcut.
import { showToast } from '../ui/toasts';
import type { Action } from './Action';

let registered: readonly { owner: symbol; actions: readonly Action[] }[] = [];
let all: readonly Action[] = [];
const listeners = new Set<() => void>();

export function registerActions(owner: symbol, actions: readonly Action[]): void {
  const others = registered.filter((entry) => entry.owner !== owner);
  const place = registered.findIndex((entry) => entry.owner === owner);
  const entry = { owner, actions };
  // A part that only renders again keeps its place in the order.
  registered = place < 0 ? [...others, entry] : registered.with(place, entry);
  changed();
}

export function removeActions(owner: symbol): void {
  registered = registered.filter((entry) => entry.owner !== owner);
  changed();
}

/** What can be offered now, newest part first, each id once. */
export function currentActions(): readonly Action[] {
  return all;
}

export function findAction(id: string): Action | undefined {
  return all.find((action) => action.id === id);
}

/** Does it, unless something speaks against it; then says what. */
export function runAction(action: Action): boolean {
  if (action.when === false) return false;
  if (action.disabledReason) {
    showToast({ text: action.disabledReason });
    return false;
  }
  action.run();
  return true;
}

export function subscribeToActions(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  const byId = new Map<string, Action>();
  for (const { actions } of registered.toReversed()) {
    for (const action of actions) if (!byId.has(action.id) && action.when !== false) byId.set(action.id, action);
  }
  all = [...byId.values()];
  for (const listener of listeners) listener();
}
