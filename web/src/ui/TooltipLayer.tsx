// One tooltip for the whole page: whatever carries data-tooltip (and data-shortcut) shows it when pointed at or focused.
// It repeats for the eye what the control already says to a screen reader, so it is hidden from those.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Kbd } from './Kbd';
import { place } from './place';
import styles from './TooltipLayer.module.css';

const delayMs = 350;

export function TooltipLayer() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => watchPointerAndFocus(setAnchor), []);

  useLayoutEffect(() => {
    const tip = ref.current;
    if (!tip || !anchor) return;
    tip.showPopover();
    const { left, top } = place(
      anchor.getBoundingClientRect(),
      { width: tip.offsetWidth, height: tip.offsetHeight },
      { width: document.documentElement.clientWidth, height: innerHeight },
      'center',
    );
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
  }, [anchor]);

  if (!anchor?.isConnected) return null;
  const { tooltip, shortcut } = anchor.dataset;
  if (!tooltip && !shortcut) return null;
  return (
    <div ref={ref} popover="manual" className={styles.tooltip} aria-hidden="true">
      {tooltip}
      {shortcut && <Kbd keys={shortcut} />}
    </div>
  );
}

function watchPointerAndFocus(show: (anchor: HTMLElement | null) => void): () => void {
  let timer = 0;
  const abort = new AbortController();
  const listen = { signal: abort.signal, capture: true, passive: true };
  const later = (anchor: HTMLElement | null) => {
    clearTimeout(timer);
    if (!anchor) return show(null);
    timer = window.setTimeout(() => show(anchor), delayMs);
  };
  const owner = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tooltip]') : null;
  document.addEventListener('pointerover', (event) => event.pointerType === 'mouse' && later(owner(event)), listen);
  document.addEventListener(
    'focusin',
    (event) => later(event.target instanceof Element && event.target.matches(':focus-visible') ? owner(event) : null),
    listen,
  );
  for (const type of ['pointerdown', 'keydown', 'scroll', 'focusout'])
    document.addEventListener(type, () => later(null), listen);
  return () => {
    clearTimeout(timer);
    abort.abort();
  };
}
