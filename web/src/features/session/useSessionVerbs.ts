// Cancels a session and puts it back; the members concerned are told of both, so the message says how many.
import { useApolloClient } from '@apollo/client/react';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { showToast } from '../../ui/toasts';
import { planTexts } from './planTexts';
import { CancelSessionDocument, RestoreSessionDocument } from './Session.generated';

interface Named {
  id: string;
  type: { name: string };
}

export function useSessionVerbs() {
  const client = useApolloClient();
  const text = useText(planTexts);
  const sentence = useErrorText();
  const restore = async ({ id, type }: Named) => {
    try {
      const { data } = await client.mutate({ mutation: RestoreSessionDocument, variables: { input: { id } } });
      const told = data?.restoreSession.toldCount ?? 0;
      showToast({
        kind: 'success',
        text: told > 0 ? text.restoredAndTold(type.name, told) : text.restored(type.name),
      });
    } catch (error) {
      showToast({ kind: 'error', text: `${text.notRestored(type.name)} ${sentence(error)}` });
    }
  };
  /** Throws what the server refuses, for the form. */
  const cancel = async (session: Named, reason: string) => {
    const { data } = await client.mutate({
      mutation: CancelSessionDocument,
      variables: { input: { id: session.id, reason: reason || null } },
    });
    const told = data?.cancelSession.toldCount ?? 0;
    // One that has begun cannot be put back.
    const mayRestore = data?.cancelSession.session.permissions.includes('RESTORE');
    showToast({
      kind: 'success',
      text: told > 0 ? text.cancelledAndTold(session.type.name, told) : text.cancelled(session.type.name),
      ...(mayRestore && { undo: () => void restore(session) }),
    });
  };
  return { cancel, restore };
}
