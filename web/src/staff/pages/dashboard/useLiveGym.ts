// Reads the dashboard again when something in the gym changed that it shows.
import { useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useReadAgain } from '../../../graphql/useReadAgain';
import { useIsVisible } from '../../useIsVisible';
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

export function useLiveGym(isRead: boolean, refetch: () => Promise<unknown>): void {
  const readAgain = useReadAgain(refetch);
  const timer = useRef(0);
  const isVisible = useIsVisible();
  const wasHidden = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (isVisible && wasHidden.current) readAgain();
    wasHidden.current = !isVisible;
  }, [isVisible, readAgain]);
  useSubscription(GymChangedDocument, {
    skip: !isRead || !isVisible,
    ignoreResults: true,
    onData: ({ data }) => {
      if (timer.current || !shown.has(data.data?.gymChanged.kind ?? 'UNKNOWN')) return;
      timer.current = window.setTimeout(() => {
        timer.current = 0;
        readAgain();
      }, gatherMs);
    },
  });
}
