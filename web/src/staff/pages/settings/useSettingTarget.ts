// Goes to the setting that the address names behind its #, once it is there: into view, focused, and marked until the focus
// goes on. Who begins to do something else meanwhile is left alone.
import { useEffect } from 'react';
import { useLocation } from 'react-router';

const fields = 'input:checked, input:not(:disabled), select:not(:disabled), textarea:not(:disabled), button, a[href]';

export function useSettingTarget(): void {
  const { pathname, hash, key } = useLocation();
  useEffect(() => {
    const name = hash.slice(1);
    if (name === '') return;
    const stop = new AbortController();
    // The key that led here is still on its way to the window.
    const beganAt = performance.now();
    const go = () => {
      const target = find(name);
      if (!target) return;
      stop.abort();
      show(target);
    };
    const observer = new MutationObserver(go);
    stop.signal.addEventListener('abort', () => observer.disconnect());
    for (const act of ['keydown', 'pointerdown', 'wheel'] as const)
      window.addEventListener(act, (event) => event.timeStamp > beganAt && stop.abort(), {
        signal: stop.signal,
        passive: true,
      });
    observer.observe(document.body, { childList: true, subtree: true });
    go();
    return () => stop.abort();
  }, [pathname, hash, key]);
}

function find(name: string): HTMLElement | null {
  const quoted = CSS.escape(name);
  return document.querySelector<HTMLElement>(`main [name="${quoted}"], main [data-settings~="${quoted}"]`);
}

function show(target: HTMLElement): void {
  const isField = target.matches('input, select, textarea');
  const focused = isField ? target : (target.querySelector<HTMLElement>(fields) ?? target);
  if (focused === target && !isField) target.tabIndex = -1;
  target.scrollIntoView({ block: isField ? 'center' : 'start' });
  focused.focus({ preventScroll: true });
  target.dataset['found'] = '';
  focused.addEventListener('blur', () => delete target.dataset['found'], { once: true });
}
