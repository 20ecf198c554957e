// Puts back what somebody changed. The server says whether that still holds, so nothing is drawn before it has.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import { useText } from '../../i18n/text';
import { timelineTexts } from './messages';
import { RevertChangeDocument } from './TimelineCard.generated';

export function useRevert(onReverted: () => void) {
  const client = useApolloClient();
  const text = useText(timelineTexts);
  const act = useReversible();
  return (auditId: string) =>
    void act({
      run: () => client.mutate({ mutation: RevertChangeDocument, variables: { input: { auditId } } }),
      done: text.reverted,
      failed: text.revertFailed,
      isAwaited: true,
    }).then((isDone) => isDone && onReverted());
}
