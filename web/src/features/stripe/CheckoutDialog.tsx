// Paying open lines by QR code at the desk. Closing it changes nothing: the payment goes on, and opening it again shows it.
import { useApolloClient } from '@apollo/client/react';
import { useText } from '../../i18n/text';
import { CheckoutOfLineDocument, StartCheckoutDocument } from './Checkout.generated';
import { CheckoutView } from './CheckoutView';
import { checkoutTexts } from './messages';
import { isUnderWay, useCheckout, type Answer } from './useCheckout';
import { useQuery } from '../../graphql/useQuery';

const COLLECTABLE = ['OPEN', 'FAILED', 'RETURNED'];

interface CheckoutDialogProps {
  memberId: string;
  purchaseIds: readonly string[];
  onClose: () => void;
}

export default function CheckoutDialog({ memberId, purchaseIds, onClose }: CheckoutDialogProps) {
  const client = useApolloClient();
  const text = useText(checkoutTexts);
  const [purchaseId = ''] = purchaseIds;
  const { data, error, refetch } = useQuery(CheckoutOfLineDocument, {
    variables: { purchaseId },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const found = data?.checkoutOf;
  // A payment that came back says nothing about the next one.
  const isOver = found?.status === 'PAID' && COLLECTABLE.includes(data?.purchase?.status ?? '');
  const latest = data && (found && !isOver ? found : null);
  const start = async (id: string): Promise<Answer> => {
    const input = { id, memberId, purchaseIds: [...purchaseIds] };
    const answer = await client.mutate({ mutation: StartCheckoutDocument, variables: { input } });
    return answer.data?.startCheckout;
  };
  const checkout = useCheckout({ memberId, latest, start, refetch });
  return (
    <CheckoutView
      title={text.title}
      checkout={latest ?? null}
      error={error}
      onRetry={() => void refetch()}
      onClose={onClose}
      canStart={!latest || !isUnderWay(latest)}
      {...checkout}
    />
  );
}
