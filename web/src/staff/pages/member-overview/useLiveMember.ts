// Reads the overview again when somebody else changed something about this member.
import { useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useReadAgain } from '../../../graphql/useReadAgain';
import { useIsVisible } from '../../useIsVisible';
import { MemberChangedDocument } from './MemberOverview.generated';

// Several changes of one moment (a tag, its undo) are one reading.
const settleMs = 400;

export function useLiveMember(id: string, isRead: boolean, refetch: () => Promise<unknown>): void {
  const readAgain = useReadAgain(refetch);
  const timer = useRef(0);
  const isVisible = useIsVisible();
  const wasHidden = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), [id]);
  useEffect(() => {
    if (isVisible && wasHidden.current) readAgain();
    wasHidden.current = !isVisible;
  }, [isVisible, readAgain]);
  useSubscription(MemberChangedDocument, {
    variables: { id },
    skip: !isRead || !isVisible,
    ignoreResults: true,
    onData: () => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(readAgain, settleMs);
    },
  });
}
