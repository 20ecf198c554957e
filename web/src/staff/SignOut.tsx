// Ends the session here, or everywhere, and forgets everything this browser kept of it. Asks first when marks of attendance
// would be lost with it. Loaded when somebody leaves.
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent } from 'react';
import { useErrorText } from '../graphql/useErrorText';
import { forgetMembers } from '../features/member-search/recentMembers';
import { storeKey, useHasKept, writeKept } from '../features/registration/attendanceKept';
import { SignOutWarning } from '../features/registration/SignOutWarning';
import { showToast } from '../ui/toasts';
import { useViewer } from './session';
import { SignOutDocument, SignOutEverywhereDocument } from './SignOut.generated';

interface SignOutProps {
  where: 'here' | 'everywhere';
  /** Stays signed in after all. */
  onClose: () => void;
}

export function SignOut({ where, onClose }: SignOutProps) {
  const client = useApolloClient();
  const sentence = useErrorText();
  const viewer = useViewer();
  const key = viewer && storeKey(viewer);
  const mustAsk = useHasKept(key);
  const signOut = async () => {
    try {
      await client.mutate({ mutation: where === 'here' ? SignOutDocument : SignOutEverywhereDocument });
    } catch (error) {
      showToast({ kind: 'error', text: sentence(error) });
      onClose();
      return;
    }
    forgetMembers();
    if (key) writeKept(key, null);
    // A fresh page: nothing that was read stays in memory.
    window.location.assign('/sign-in');
  };
  const atOnce = useEffectEvent(() => {
    if (!mustAsk) void signOut();
  });
  useEffect(() => atOnce(), []);
  if (!mustAsk || !key) return null;
  return <SignOutWarning storeKey={key} onSignOut={() => void signOut()} onClose={onClose} />;
}
