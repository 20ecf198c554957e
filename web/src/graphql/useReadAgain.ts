// Reading a screen again when something changed. Apollo lets a reading join the same one that is under way, but that one may be
// of before the change: then it is done once more. So it is when the live updates come again after they were cut off.
import { useCallback, useEffect, useRef } from 'react';
import { lines } from './LiveLink';

/** What it returns can be called at any time. A reading that fails says nothing: it comes again with the next change. */
export function useReadAgain(read: () => Promise<unknown>): () => void {
  const latest = useRef(read);
  latest.current = read;
  const isDue = useRef(false);
  const isReading = useRef(false);
  const readAgain = useCallback(() => {
    isDue.current = true;
    if (isReading.current) return;
    isReading.current = true;
    void (async () => {
      while (isDue.current) {
        isDue.current = false;
        await latest.current().catch(() => {});
      }
      isReading.current = false;
    })();
  }, []);
  useEffect(() => {
    lines.addEventListener('reconnected', readAgain);
    return () => lines.removeEventListener('reconnected', readAgain);
  }, [readAgain]);
  return readAgain;
}
