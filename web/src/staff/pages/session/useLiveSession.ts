// Keeps an open session as it is on the server: read again when somebody changed something in it, and, since bad reception
// loses such news, every so often, on coming back to the tab, and with the connection.
import { useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useIsVisible } from '../../useIsVisible';
import { SessionChangedDocument } from './SessionPage.generated';

const everyMs = 30_000;
// All present is a change for each of them: one reading for what changes in this while.
const gatherMs = 150;

export function useLiveSession(id: string | undefined, refetch: () => Promise<unknown>): void {
  const isVisible = useIsVisible();
  const wasHidden = useRef(false);
  const gathering = useRef(0);
  useEffect(() => {
    // Reading in the background may fail: the next one comes soon.
    const read = () => void refetch().catch(() => {});
    if (isVisible && wasHidden.current) read();
    wasHidden.current = !isVisible;
    if (!isVisible) return;
    const timer = setInterval(() => id && read(), everyMs);
    addEventListener('online', read);
    addEventListener('focus', read);
    return () => {
      clearInterval(timer);
      removeEventListener('online', read);
      removeEventListener('focus', read);
    };
  }, [id, isVisible, refetch]);
  useEffect(() => () => clearTimeout(gathering.current), []);
  useSubscription(SessionChangedDocument, {
    variables: { id: id ?? '' },
    skip: !id || !isVisible,
    ignoreResults: true,
    onData: () => {
      gathering.current ||= window.setTimeout(() => {
        gathering.current = 0;
        refetch().catch(() => {});
      }, gatherMs);
    },
  });
}
