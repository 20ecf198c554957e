// Reads the dashboard again when something in the gym changed that it shows.
import { useSubscription } from '@apollo/client/react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { GymChangedDocument } from './Dashboard.generated';

// A busy gym changes all the time: one reading for all that changes in this while.
const gatherMs = 800;

const shown = new Set([
  'UNKNOWN',
  'MEMBER',
  'MEMBER_TAG',
  'TAG',
  'NOTIFICATION',
  'REGISTRATION',
  'SESSION',
  'CHECKUP',
  'CHECKLIST',
  'CHECKLIST_ACTION',
  'SUBSCRIPTION',
]);

export function useLiveGym(isRead: boolean, refetch: () => void): void {
  const timer = useRef(0);
  const latest = useRef(refetch);
  latest.current = refetch;
  // Over plain HTTP a browser opens six connections to a server: tabs in the background give theirs to the one in use.
  const isVisible = useSyncExternalStore(onVisibilityChange, () => document.visibilityState === 'visible');
  const wasHidden = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (isVisible && wasHidden.current) latest.current();
    wasHidden.current = !isVisible;
  }, [isVisible]);
  useSubscription(GymChangedDocument, {
    skip: !isRead || !isVisible,
    ignoreResults: true,
    onData: ({ data }) => {
      if (timer.current || !shown.has(data.data?.gymChanged.kind ?? 'UNKNOWN')) return;
      timer.current = window.setTimeout(() => {
        timer.current = 0;
        latest.current();
      }, gatherMs);
    },
  });
}

function onVisibilityChange(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
