// What can be done with a batch: the answer carries it as it is afterwards.
import { useApolloClient } from '@apollo/client/react';
import { useText } from '../../i18n/text';
import { showToast } from '../../ui/toasts';
import { batchTexts } from './messages';
import {
  CancelPaymentBatchDocument,
  ExportPaymentBatchDocument,
  SettlePaymentBatchDocument,
  SubmitPaymentBatchDocument,
} from './PaymentBatch.generated';

export type BatchVerb = 'submit' | 'settle' | 'cancel';

const documents = {
  submit: SubmitPaymentBatchDocument,
  settle: SettlePaymentBatchDocument,
  cancel: CancelPaymentBatchDocument,
};

export function useBatchVerbs({ id, number, fileUrl }: { id: string; number: number; fileUrl: string }) {
  const client = useApolloClient();
  const text = useText(batchTexts);
  const variables = { input: { id } };
  const said = { submit: text.didSubmit, settle: text.didSettle, cancel: text.didCancel };
  return {
    /** The file is there once somebody is known to have it. */
    download: async (): Promise<void> => {
      await client.mutate({ mutation: ExportPaymentBatchDocument, variables });
      const link = document.createElement('a');
      link.href = fileUrl;
      link.download = '';
      link.click();
    },
    run: async (verb: BatchVerb): Promise<void> => {
      // Its collections change with it.
      await client.mutate({
        mutation: documents[verb],
        variables,
        refetchQueries: ['PaymentBatchPage'],
        awaitRefetchQueries: true,
      });
      showToast({ kind: 'success', text: said[verb](number) });
    },
  };
}
