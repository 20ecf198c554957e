// When the control that has the focus disappears (a row completed, a tag taken off), the focus goes to what has taken its
// place, instead of to the top of the page.
import { useLayoutEffect, useRef, type FocusEvent } from 'react';

const controls = 'a[href], button, input, textarea, select, [tabindex="0"]';

export function useFocusKeeper<Container extends HTMLElement>() {
  const container = useRef<Container>(null);
  const last = useRef<{ control: Element; index: number } | null>(null);
  useLayoutEffect(() => {
    const { current: lost } = last;
    if (!lost || lost.control.isConnected || document.activeElement !== document.body) return;
    last.current = null;
    const left = [...(container.current?.querySelectorAll<HTMLElement>(controls) ?? [])];
    (left[lost.index] ?? left.at(-1))?.focus();
  });
  const onFocus = ({ target }: FocusEvent<Container>) => {
    const index = [...(container.current?.querySelectorAll(controls) ?? [])].indexOf(target);
    last.current = index < 0 ? null : { control: target, index };
  };
  const onBlur = ({ target }: FocusEvent<Container>) => {
    if (target.isConnected) last.current = null;
  };
  return { ref: container, onFocus, onBlur };
}
