// Ends the session here, or everywhere, and forgets everything this browser kept of it.
import { useApolloClient } from '@apollo/client/react';
import { useErrorText } from '../graphql/useErrorText';
import { forgetMembers } from '../features/member-search/recentMembers';
import { showToast } from '../ui/toasts';
import { SignOutDocument, SignOutEverywhereDocument } from './Session.generated';

export function useSignOut() {
  const client = useApolloClient();
  const sentence = useErrorText();
  return async (where: 'here' | 'everywhere') => {
    try {
      await client.mutate({ mutation: where === 'here' ? SignOutDocument : SignOutEverywhereDocument });
    } catch (error) {
      showToast({ kind: 'error', text: sentence(error) });
      return;
    }
    forgetMembers();
    // A fresh page: nothing that was read stays in memory.
    window.location.assign('/sign-in');
  };
}
