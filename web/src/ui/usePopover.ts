// A panel in the browser's top layer, tied to the button that opens it: closes on Escape and outside clicks by itself,
// gives the focus back, and is never cut off by what scrolls around it.
import { useCallback, useEffect, useId, useRef, useState, type ToggleEvent } from 'react';
import { flushSync } from 'react-dom';
import { place, type Alignment } from './place';

export function usePopover(alignment: Alignment, onOpen?: (panel: HTMLElement) => void) {
  const id = useId();
  const triggerRef = useRef<HTMLButtonElement>(null);
  const panelRef = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  const move = useCallback(() => {
    const panel = panelRef.current;
    const trigger = triggerRef.current;
    if (!panel || !trigger) return;
    const { left, top } = place(
      trigger.getBoundingClientRect(),
      { width: panel.offsetWidth, height: panel.offsetHeight },
      screenSize(),
      alignment,
    );
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
  }, [alignment]);

  useEffect(() => {
    const panel = panelRef.current;
    if (!isOpen || !panel) return;
    const watch = new ResizeObserver(move);
    watch.observe(panel);
    addEventListener('scroll', move, { capture: true, passive: true });
    addEventListener('resize', move);
    return () => {
      watch.disconnect();
      removeEventListener('scroll', move, { capture: true });
      removeEventListener('resize', move);
    };
  }, [isOpen, move]);

  return {
    isOpen,
    close: () => panelRef.current?.hidePopover(),
    open: () => panelRef.current?.showPopover(),
    trigger: { ref: triggerRef, popoverTarget: id, 'aria-expanded': isOpen },
    panel: {
      ref: panelRef,
      id,
      popover: 'auto' as const,
      // The content exists only while it is open, and before the browser shows it.
      onBeforeToggle: (event: ToggleEvent) => {
        if (event.target === event.currentTarget && event.newState === 'open') flushSync(() => setOpen(true));
      },
      onToggle: (event: ToggleEvent<HTMLDivElement>) => {
        if (event.target !== event.currentTarget) return;
        if (event.newState === 'closed') return setOpen(false);
        move();
        // Told a moment after it is shown: who was quicker than that keeps the focus.
        if (!event.currentTarget.contains(document.activeElement)) onOpen?.(event.currentTarget);
      },
    },
  };
}

function screenSize() {
  return { width: document.documentElement.clientWidth, height: innerHeight };
}
