// Reads the overview again when somebody else changed something about this member.
import { useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { MemberChangedDocument } from './MemberOverview.generated';

// Several changes of one moment (a tag, its undo) are one reading.
const settleMs = 400;

export function useLiveMember(id: string, isRead: boolean, refetch: () => void): void {
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), [id]);
  useSubscription(MemberChangedDocument, {
    variables: { id },
    skip: !isRead,
    ignoreResults: true,
    onData: () => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(refetch, settleMs);
    },
  });
}
