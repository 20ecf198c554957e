// Keeps an open session as it is on the server: read again every so often, on coming back to the tab, and with the connection.
import { useEffect } from 'react';

const everyMs = 15_000;

export function useFreshSession(id: string | undefined, refetch: () => Promise<unknown>): void {
  useEffect(() => {
    // Reading in the background may fail: the next one comes soon.
    const read = () => {
      if (document.visibilityState === 'visible') refetch().catch(() => {});
    };
    const timer = setInterval(() => id && read(), everyMs);
    document.addEventListener('visibilitychange', read);
    addEventListener('online', read);
    addEventListener('focus', read);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', read);
      removeEventListener('online', read);
      removeEventListener('focus', read);
    };
  }, [id, refetch]);
}
