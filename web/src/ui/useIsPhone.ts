// Whether the screen is as narrow as a phone's; the same line as in our style sheets.
import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(width < 48rem)');

export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow.addEventListener('change', listener);
      return () => narrow.removeEventListener('change', listener);
    },
    () => narrow.matches,
  );
}
