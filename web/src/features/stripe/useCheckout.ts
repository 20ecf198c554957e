// A checkout as it stands now: read, started when there never was one, started again when asked, and followed live. The
// server says how it ends; coming back from Stripe's page says nothing.
import { useMutation, useSubscription } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { newId } from '../../graphql/newId';
import { useReadAgain } from '../../graphql/useReadAgain';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import {
  CancelCheckoutDocument,
  CheckoutChangedDocument,
  type CheckoutDialog_CheckoutFragment as Checkout,
} from './Checkout.generated';
import { checkoutTexts } from './messages';

export type Answer = { checkout: Checkout } | { reason: keyof typeof checkoutTexts.en.refused } | null | undefined;

export interface CheckoutSource {
  memberId: string;
  /** undefined: not read yet; null: there is none, or none that speaks for now. */
  latest: Checkout | null | undefined;
  start: (id: string) => Promise<Answer>;
  refetch: () => Promise<unknown>;
}

export const isUnderWay = ({ status }: Checkout): boolean =>
  status === 'STARTING' || status === 'WAITING' || status === 'PROCESSING';

export function useCheckout({ memberId, latest, start, refetch }: CheckoutSource) {
  const text = useText(checkoutTexts);
  const sentence = useErrorText();
  const [problem, setProblem] = useState<{ text: string; isForSettings: boolean } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [cancelCheckout] = useMutation(CancelCheckoutDocument);
  // Pressed twice it is the same checkout.
  const id = useRef(newId());
  const hasStarted = useRef(false);
  const readAgain = useReadAgain(refetch);

  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem({ text: sentence(error), isForSettings: false });
    }
    setBusy(false);
  };
  const begin = () =>
    run(async () => {
      const answer = await start(id.current);
      if (answer && 'reason' in answer)
        setProblem({ text: text.refused[answer.reason], isForSettings: answer.reason === 'NOT_CONNECTED' });
      else await refetch();
    });

  useEffect(() => {
    if (latest !== null || hasStarted.current) return;
    hasStarted.current = true;
    void begin();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is known that there is none
  }, [latest]);

  const isFollowed = Boolean(latest && isUnderWay(latest));
  useSubscription(CheckoutChangedDocument, {
    variables: { memberId },
    skip: !isFollowed,
    ignoreResults: true,
    onData: readAgain,
  });
  // A line that was lost for a moment tells nothing.
  useEffect(() => {
    if (!isFollowed) return undefined;
    const timer = window.setInterval(readAgain, 15_000);
    return () => window.clearInterval(timer);
  }, [isFollowed, readAgain]);

  return {
    problem,
    isBusy,
    startAgain: () => {
      id.current = newId();
      void begin();
    },
    cancel: (checkoutId: string) => void run(() => cancelCheckout({ variables: { input: { id: checkoutId } } })),
  };
}
