// Reads the overview again when somebody else changed something about this member.
import { useSubscription } from '@apollo/client/react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { MemberChangedDocument } from './MemberOverview.generated';

// Several changes of one moment (a tag, its undo) are one reading.
const settleMs = 400;

export function useLiveMember(id: string, isRead: boolean, refetch: () => void): void {
  const timer = useRef(0);
  // Over plain HTTP a browser opens six connections to a server: tabs in the background give theirs to the one in use.
  const isVisible = useSyncExternalStore(onVisibilityChange, () => document.visibilityState === 'visible');
  const wasHidden = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), [id]);
  useEffect(() => {
    if (isVisible && wasHidden.current) refetch();
    wasHidden.current = !isVisible;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only coming back to the tab reads again
  }, [isVisible]);
  useSubscription(MemberChangedDocument, {
    variables: { id },
    skip: !isRead || !isVisible,
    ignoreResults: true,
    onData: () => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(refetch, settleMs);
    },
  });
}

function onVisibilityChange(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
