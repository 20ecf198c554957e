// How a member pays through Stripe: what is saved, and whether purchases go on a monthly invoice.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { FactRow } from '../../ui/FactRow';
import { InlineMessage } from '../../ui/InlineMessage';
import { SkeletonLines } from '../../ui/Skeleton';
import { showToast } from '../../ui/toasts';
import styles from './Checkout.module.css';
import { checkoutTexts } from './messages';
import {
  OpenPortalDocument,
  StartConsumablesDocument,
  StopConsumablesDocument,
  StripeDetailsDocument,
} from './StripeDetails.generated';

interface StripeDetailsProps {
  memberId: string;
  /** Opens the QR code on which the member leaves a payment method. */
  onSetup: () => void;
}

export function StripeDetails({ memberId, onSetup }: StripeDetailsProps) {
  const text = useText(checkoutTexts);
  const { data } = useQuery(StripeDetailsDocument, { variables: { memberId } });
  const { problem, isBusy, run, start, stop, openPortal } = useConsumables(memberId);
  const details = data?.member?.paymentDetails;
  if (!details) return <SkeletonLines lines={3} />;
  const { stripe } = details;
  const isOn = stripe?.hasConsumablesSubscription ?? false;
  const hasMethod = stripe?.hasPaymentMethod ?? false;
  const refusal = hasMethod || isOn ? null : text.methodFirst;
  return (
    <div className={styles.facts}>
      {problem && <InlineMessage tone="bad">{problem}</InlineMessage>}
      <FactRow
        term={text.method}
        action={
          <Button size="sm" variant="quiet" onClick={onSetup}>
            {text.ask}
          </Button>
        }
      >
        {stripe?.paymentMethodLabel ?? text.noMethod}
      </FactRow>
      <FactRow
        term={text.monthly}
        action={
          <Button
            size="sm"
            variant="quiet"
            loading={isBusy}
            disabledReason={refusal}
            onClick={() => void run(isOn ? stop : start, isOn ? text.turnedOff : text.turnedOn)}
          >
            {isOn ? text.turnOff : text.turnOn}
          </Button>
        }
      >
        {isOn ? text.monthlyOn : text.monthlyOff}
      </FactRow>
      {stripe && (
        <div className={styles.buttons}>
          <Button size="sm" icon="external" onClick={() => void openPortal()}>
            {text.portal}
          </Button>
        </div>
      )}
    </div>
  );
}

type Refusal = keyof typeof checkoutTexts.en.refundRefused;
interface Result {
  __typename: string;
  reason?: Refusal;
}

function useConsumables(memberId: string) {
  const text = useText(checkoutTexts);
  const sentence = useErrorText();
  const [problem, setProblem] = useState<string | null>(null);
  const [startConsumables, starting] = useMutation(StartConsumablesDocument);
  const [stopConsumables, stopping] = useMutation(StopConsumablesDocument);
  const [portal] = useMutation(OpenPortalDocument);
  const variables = { input: { memberId } };
  const run = async (work: () => Promise<Result | undefined>, done: string) => {
    setProblem(null);
    try {
      const result = await work();
      if (result?.reason) setProblem(text.refundRefused[result.reason]);
      else showToast({ text: done, kind: 'success' });
    } catch (error) {
      setProblem(sentence(error));
    }
  };
  return {
    problem,
    isBusy: starting.loading || stopping.loading,
    run,
    start: async () => (await startConsumables({ variables })).data?.startConsumablesSubscription,
    stop: async () => (await stopConsumables({ variables })).data?.stopConsumablesSubscription,
    openPortal: async () => {
      try {
        const { data } = await portal({ variables });
        if (data) window.open(data.openStripePortal.url, '_blank', 'noopener');
      } catch (error) {
        setProblem(sentence(error));
      }
    },
  };
}
