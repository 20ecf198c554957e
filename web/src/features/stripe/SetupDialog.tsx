// Asking a member for a payment method by QR code: the next step where a new subscription needs one.
import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';
import { useText } from '../../i18n/text';
import { PaymentSetupDocument, StartPaymentSetupDocument } from './Checkout.generated';
import { CheckoutView } from './CheckoutView';
import { checkoutTexts } from './messages';
import { isUnderWay, useCheckout, type Answer } from './useCheckout';
import { useQuery } from '../../graphql/useQuery';

export default function SetupDialog({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const client = useApolloClient();
  const text = useText(checkoutTexts);
  const { data, error, refetch } = useQuery(PaymentSetupDocument, {
    variables: { memberId },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  // Opening it is asking anew: only what is under way, or was when it was opened, speaks.
  const followed = useRef<string | null>(null);
  const found = data?.paymentSetupOf;
  if (found && isUnderWay(found)) followed.current = found.id;
  const latest = data && (found && found.id === followed.current ? found : null);
  const start = async (id: string): Promise<Answer> => {
    const answer = await client.mutate({ mutation: StartPaymentSetupDocument, variables: { input: { id, memberId } } });
    const started = answer.data?.startPaymentSetup;
    if (started && 'checkout' in started) followed.current = started.checkout.id;
    return started;
  };
  const checkout = useCheckout({ memberId, latest, start, refetch });
  return (
    <CheckoutView
      title={text.setupTitle}
      checkout={latest ?? null}
      error={error}
      onRetry={() => void refetch()}
      onClose={onClose}
      canStart={!latest || !isUnderWay(latest)}
      {...checkout}
    />
  );
}
