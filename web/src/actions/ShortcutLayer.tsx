// Listens to the keyboard for the whole page, and shows what the next key of a sequence can be.
import { useLayoutEffect, useState } from 'react';
import { useText } from '../i18n/text';
import { Kbd } from '../ui/Kbd';
import { isOverlayOpen } from '../ui/overlays';
import type { Action } from './Action';
import { actionTexts } from './messages';
import { areSingleKeysOn } from './preference';
import { currentActions, runAction } from './registry';
import { keyName, matchKeys } from './shortcuts';
import styles from './ShortcutLayer.module.css';

const sequenceMs = 1_500;

export function ShortcutLayer() {
  const text = useText(actionTexts);
  const [waiting, setWaiting] = useState<readonly Action[]>([]);
  useLayoutEffect(() => listen(setWaiting), []);
  if (waiting.length === 0) return null;
  return (
    <div className={styles.hint} role="status" aria-label={text.next}>
      {waiting.map((action) => (
        <span key={action.id} className={styles.choice}>
          <Kbd keys={action.shortcut?.split(' ').at(-1) ?? ''} />
          {action.label}
        </span>
      ))}
    </div>
  );
}

function listen(onWaiting: (candidates: readonly Action[]) => void): () => void {
  let keys: string[] = [];
  let timer = 0;
  const forget = () => {
    keys = [];
    onWaiting([]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const name = keyName(event);
    if (!name || event.defaultPrevented || event.isComposing) return;
    const match = matchKeys([...keys, name], usable(name, event.target));
    clearTimeout(timer);
    if (match.action || match.candidates.length > 0) event.preventDefault();
    if (match.candidates.length > 0) {
      keys = [...keys, name];
      onWaiting(match.candidates);
      timer = window.setTimeout(forget, sequenceMs);
      return;
    }
    if (keys.length > 0) forget();
    if (match.action) runAction(match.action);
  };
  document.addEventListener('keydown', onKeyDown);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('keydown', onKeyDown);
  };
}

/** Combinations with Mod fire everywhere they may; single keys only on the page itself, and only when wanted. */
function usable(name: string, target: EventTarget | null): readonly Action[] {
  const isCombination = name.startsWith('Mod+');
  if (isTyping(target)) return isCombination ? currentActions().filter((action) => action.isAllowedWhileTyping) : [];
  if (isOverlayOpen() || isInMenu(target)) return isCombination ? currentActions() : [];
  return isCombination || areSingleKeysOn() ? currentActions() : [];
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  return target.matches('input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file])');
}

function isInMenu(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=menu], [role=listbox], [popover]') !== null;
}
