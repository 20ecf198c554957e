// Reads the overview again when somebody else changed something about this member.
import { useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useIsVisible } from '../../useIsVisible';
import { MemberChangedDocument } from './MemberOverview.generated';

// Several changes of one moment (a tag, its undo) are one reading.
const settleMs = 400;

export function useLiveMember(id: string, isRead: boolean, refetch: () => void): void {
  const timer = useRef(0);
  const isVisible = useIsVisible();
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
