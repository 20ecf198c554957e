// On a phone the list of settings is a bar wider than the screen: the entry of the page one is on is brought to its middle.
import { useLayoutEffect, useRef, type RefObject } from 'react';

export function useInSight(isCurrent: boolean): RefObject<HTMLAnchorElement | null> {
  const entry = useRef<HTMLAnchorElement>(null);
  useLayoutEffect(() => {
    const bar = entry.current?.parentElement;
    if (isCurrent && entry.current && bar) bar.scrollBy({ left: middleOf(entry.current) - middleOf(bar) });
  }, [isCurrent]);
  return entry;
}

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
