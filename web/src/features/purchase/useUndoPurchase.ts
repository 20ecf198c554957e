// Takes a purchase, or a correction, back as if it had not been.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import { useText } from '../../i18n/text';
import { panelTexts } from './panelTexts';
import {
  PurchasesDocument,
  UndoPurchaseDocument,
  type PurchasePanel_PurchaseFragment,
} from './PurchasePanel.generated';

export function useUndoPurchase() {
  const client = useApolloClient();
  const text = useText(panelTexts);
  const act = useReversible();
  return ({ id, description, correctsId }: PurchasePanel_PurchaseFragment) =>
    act({
      run: () =>
        client.mutate({
          mutation: UndoPurchaseDocument,
          variables: { input: { id } },
          // The line that it corrected has its amount back.
          refetchQueries: correctsId ? [PurchasesDocument] : [],
        }),
      isAwaited: true,
      done: text.undone(description),
      failed: text.undoFailed(description),
    });
}
