// Keeps an open session as it is on the server: read again when somebody changed something in it, and, since bad reception
// loses such news, every so often, on coming back to the tab, and with the connection.
import { useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useReadAgain } from '../../../graphql/useReadAgain';
import { useIsVisible } from '../../useIsVisible';
import { SessionChangedDocument } from './SessionPage.generated';

const everyMs = 30_000;
// All present is a change for each of them: one reading for what changes in this while.
const gatherMs = 150;

export function useLiveSession(id: string | undefined, refetch: () => Promise<unknown>): void {
  const readAgain = useReadAgain(refetch);
  const isVisible = useIsVisible();
  const wasHidden = useRef(false);
  const gathering = useRef(0);
  useEffect(() => {
    if (isVisible && wasHidden.current) readAgain();
    wasHidden.current = !isVisible;
    if (!isVisible) return;
    const timer = setInterval(() => id && readAgain(), everyMs);
    addEventListener('online', readAgain);
    addEventListener('focus', readAgain);
    return () => {
      clearInterval(timer);
      removeEventListener('online', readAgain);
      removeEventListener('focus', readAgain);
    };
  }, [id, isVisible, readAgain]);
  useEffect(() => () => clearTimeout(gathering.current), []);
  useSubscription(SessionChangedDocument, {
    variables: { id: id ?? '' },
    skip: !id || !isVisible,
    ignoreResults: true,
    onData: () => {
      gathering.current ||= window.setTimeout(() => {
        gathering.current = 0;
        readAgain();
      }, gatherMs);
    },
  });
}
