// Offers actions for as long as the component is on the page, with what the viewer may do already decided.
import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useText } from '../i18n/text';
import type { Action } from './Action';
import { actionTexts } from './messages';
import { currentActions, registerActions, removeActions, subscribeToActions } from './registry';

/**
 * Returns the same actions, refused ones carrying their reason, for the buttons of the component.
 * `granted`: the permissions of the object at hand (`member.permissions`) or of the viewer.
 */
export function useActions<const List extends readonly Action[]>(
  actions: List,
  granted: readonly string[] | null = null,
): { [K in keyof List]: Action } {
  const text = useText(actionTexts);
  const decided = actions.map((action) => decide(action, granted, text.notAllowed)) as { [K in keyof List]: Action };
  const [owner] = useState(() => Symbol('actions'));
  // The newest closures run; the page is told only when something to be seen has changed.
  const latest = useRef<readonly Action[]>(decided as readonly Action[]);
  useLayoutEffect(() => {
    latest.current = decided as readonly Action[];
  });
  const signature = JSON.stringify(decided);
  // Before it is painted: a key pressed as soon as what it does is seen must count.
  useLayoutEffect(() => {
    const runLatest = (id: string) => () => latest.current.find((action) => action.id === id)?.run();
    registerActions(
      owner,
      latest.current.map((action) => ({ ...action, run: runLatest(action.id) })),
    );
  }, [owner, signature]);
  useLayoutEffect(() => () => removeActions(owner), [owner]);
  return decided;
}

function decide(action: Action, granted: readonly string[] | null, notAllowed: string): Action {
  if (action.disabledReason || !action.permission || !granted || granted.includes(action.permission)) return action;
  return { ...action, disabledReason: notAllowed };
}

export function useCurrentActions(): readonly Action[] {
  return useSyncExternalStore(subscribeToActions, currentActions);
}
