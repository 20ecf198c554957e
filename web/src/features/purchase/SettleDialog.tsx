// Says that money moved outside Spotter: the member paid a line, or the gym paid a credit out.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import type { HandPayment } from '../../graphql/schema.generated';
import { useText } from '../../i18n/text';
import { DateField } from '../../ui/DateField';
import { FormDialog } from '../../ui/FormDialog';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { panelTexts } from './panelTexts';
import { SettlePurchaseDocument, type PurchasePanel_PurchaseFragment } from './PurchasePanel.generated';
import styles from './Purchases.module.css';

interface SettleDialogProps {
  purchase: PurchasePanel_PurchaseFragment;
  onSettled: () => void;
  onClose: () => void;
}

const ways = ['BANK_TRANSFER', 'CASH'] as const satisfies readonly HandPayment[];

export function SettleDialog({ purchase, onSettled, onClose }: SettleDialogProps) {
  const text = useText(panelTexts);
  const format = useFormat();
  const formErrors = useFormErrors();
  const { settleable, description } = purchase;
  const today = format.today();
  const [id] = useState(newId);
  const [way, setWay] = useState<string>(ways[0]);
  const [paidOn, setPaidOn] = useState(today);
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [settle, { loading }] = useMutation(SettlePurchaseDocument);
  const isCredit = settleable.amountCents < 0;
  const amount = format.money({ ...settleable, amountCents: Math.abs(settleable.amountCents) });
  const words = isCredit ? text.payOut : text.byHand;

  const submit = async () => {
    if (!paidOn) return setErrors({ paidOn: text.dayMissing });
    setErrors({});
    const input = {
      id,
      purchaseId: purchase.id,
      totalCents: settleable.amountCents,
      way: way as HandPayment,
      paidOn,
      note: note || null,
    };
    try {
      await settle({ variables: { input } });
      showToast({ kind: 'success', text: words.done(amount) });
      onSettled();
      onClose();
    } catch (error) {
      setErrors(formErrors(error, ['paidOn', 'note']));
    }
  };

  return (
    <FormDialog
      title={words.title(description)}
      submitLabel={words.submit(amount)}
      cancelLabel={text.cancel}
      isSaving={loading}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <div className={styles.form}>
        <p className={styles.term}>{words.hint}</p>
        <Select
          label={text.way}
          value={way}
          onChange={setWay}
          options={ways.map((it) => ({ value: it, label: text.ways[it] }))}
        />
        <DateField label={text.paidOn} value={paidOn} max={today} error={errors.paidOn} onChange={setPaidOn} />
        <TextField
          label={text.note}
          description={text.noteHint}
          maxLength={200}
          value={note}
          error={errors.note}
          onChange={setNote}
        />
      </div>
    </FormDialog>
  );
}
