// Takes back a line, or a part of it, with a reason.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { isAmountProblem, type Amount } from '../../format/amount';
import { useFormat } from '../../format/useFormat';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { MoneyField } from '../../ui/MoneyField';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { panelTexts } from './panelTexts';
import { CorrectPurchaseDocument, type PurchasePanel_PurchaseFragment } from './PurchasePanel.generated';
import styles from './Purchases.module.css';

interface CorrectDialogProps {
  purchase: PurchasePanel_PurchaseFragment;
  onCorrected: () => void;
  onClose: () => void;
}

export function CorrectDialog({ purchase, onCorrected, onClose }: CorrectDialogProps) {
  const text = useText(panelTexts);
  const format = useFormat();
  const formErrors = useFormErrors();
  const { left, description } = purchase;
  const [id] = useState(newId);
  const [amount, setAmount] = useState<Amount>(left.amountCents);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [correct, { loading }] = useMutation(CorrectPurchaseDocument);
  const money = (amountCents: number) => format.money({ ...left, amountCents });

  const submit = async () => {
    const missing = {
      ...(amount === null || amount === 0 ? { amountCents: text.amountMissing } : {}),
      ...(reason.trim() ? {} : { reason: text.reasonMissing }),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0 || amount === null || isAmountProblem(amount)) return;
    try {
      await correct({ variables: { input: { id, purchaseId: purchase.id, amountCents: amount, reason } } });
      showToast({ kind: 'success', text: text.corrected(money(amount)) });
      onCorrected();
      onClose();
    } catch (error) {
      setErrors(formErrors(error, ['amountCents', 'reason']));
    }
  };

  return (
    <Dialog
      open
      title={text.correctTitle(description)}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" variant="primary" loading={loading}>
            {typeof amount === 'number' ? text.doCorrect(money(amount)) : text.doCorrectPlain}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {errors[''] && <InlineMessage tone="bad">{errors['']}</InlineMessage>}
        <p className={styles.term}>{text.correctHint}</p>
        <MoneyField
          label={text.amount}
          description={text.amountHint(format.money(left))}
          currency={left.currency}
          maxCents={left.amountCents}
          value={amount}
          error={errors.amountCents}
          onChange={setAmount}
        />
        <TextField
          label={text.reason}
          description={text.reasonHint}
          maxLength={200}
          value={reason}
          error={errors.reason}
          onChange={setReason}
          autoFocus
        />
      </div>
    </Dialog>
  );
}
