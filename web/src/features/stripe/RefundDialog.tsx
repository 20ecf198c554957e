// Giving back what was paid through Stripe: it asks first, with the amount in the button.
import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { newId } from '../../graphql/newId';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { SkeletonLines } from '../../ui/Skeleton';
import { showToast } from '../../ui/toasts';
import { checkoutTexts } from './messages';
import { RefundPurchaseDocument, RefundQuestionDocument } from './Refund.generated';

export default function RefundDialog({ purchaseId, onClose }: { purchaseId: string; onClose: () => void }) {
  const text = useText(checkoutTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const { data } = useQuery(RefundQuestionDocument, {
    variables: { id: purchaseId },
    fetchPolicy: 'cache-and-network',
  });
  const [refund, { loading }] = useMutation(RefundPurchaseDocument);
  const [problem, setProblem] = useState<string | null>(null);
  // Pressed again after a failure it is the same refund.
  const id = useRef(newId());
  const purchase = data?.purchase;
  const submit = async () => {
    setProblem(null);
    try {
      const { data: answer } = await refund({ variables: { input: { id: id.current, purchaseId } } });
      const result = answer?.refundPurchase;
      if (result?.__typename === 'StripeRefused') {
        const code = result.reason === 'REFUSED_BY_STRIPE' ? ` (${result.message})` : '';
        setProblem(`${text.refundRefused[result.reason]}${code}`);
        return;
      }
      showToast({ text: result?.status === 'DONE' ? text.refundDone : text.refundPending, kind: 'success' });
      onClose();
    } catch (error) {
      setProblem(sentence(error));
    }
  };
  return (
    <Dialog
      open
      title={text.refundTitle}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{text.keep}</Button>
          {purchase && (
            <Button type="submit" variant="danger" loading={loading}>
              {text.refund(format.money(purchase.refundable))}
            </Button>
          )}
        </>
      }
    >
      {problem && <InlineMessage tone="bad">{problem}</InlineMessage>}
      {purchase ? (
        <p>{text.refundQuestion(purchase.description, format.money(purchase.refundable))}</p>
      ) : (
        <SkeletonLines lines={2} />
      )}
    </Dialog>
  );
}
