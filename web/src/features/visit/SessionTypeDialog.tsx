// Makes a session type, or changes the name, the colour and the price by the session of one. A refusal stands at its field and keeps what was typed.
import { useState } from 'react';
import { isAmountProblem, readAmount, type Amount } from '../../format/amount';
import { intlLocale } from '../../format/money';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useLocale } from '../../i18n/locale';
import { useText } from '../../i18n/text';
import { ColorField, firstColor } from '../../ui/ColorField';
import { FormDialog } from '../../ui/FormDialog';
import { keptTexts } from '../../ui/keptTexts';
import { MoneyField } from '../../ui/MoneyField';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { sessionTypeTexts } from './setupTexts';
import { useSessionTypes, type SessionTypeRow } from './useSessionTypes';

const fields = ['name', 'color', 'singleSessionPriceCents', 'singleSessionVatRatePercent'];

interface SessionTypeDialogProps {
  row: SessionTypeRow | null;
  currency: string;
  onClose: () => void;
}

export function SessionTypeDialog({ row, currency, onClose }: SessionTypeDialogProps) {
  const text = useText(sessionTypeTexts);
  const kept = useText(keptTexts);
  const [id] = useState(() => row?.id ?? newId());
  const [name, setName] = useState(row?.name ?? '');
  const [color, setColor] = useState(row?.color ?? firstColor);
  const { locale } = useLocale();
  const [price, setPrice] = useState<Amount>(row?.singleSessionPrice?.amountCents ?? null);
  const [rate, setRate] = useState(() =>
    new Intl.NumberFormat(intlLocale[locale]).format(row?.singleSessionVatRatePercent ?? 9),
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const { create, change } = useSessionTypes();
  const formErrors = useFormErrors();

  const submit = async () => {
    const trimmed = name.trim();
    // A percentage has two decimals, as an amount has.
    const hundredths = readAmount(rate.replace('%', ''), locale, 10_000);
    const isRate = price === null || typeof hundredths === 'number';
    const wrong = {
      ...(trimmed ? {} : { name: kept.nameMissing }),
      ...(isRate ? {} : { singleSessionVatRatePercent: text.vatRateWrong }),
    };
    setErrors(wrong);
    if (Object.keys(wrong).length > 0 || isAmountProblem(price)) return;
    setSaving(true);
    const sold =
      price !== null && typeof hundredths === 'number'
        ? { singleSessionPriceCents: price, singleSessionVatRatePercent: hundredths / 100 }
        : { singleSessionPriceCents: null, singleSessionVatRatePercent: null };
    try {
      await (row ? change : create)({ id, name: trimmed, color, ...sold });
      showToast({ kind: 'success', text: row ? kept.saved(trimmed) : kept.created(trimmed) });
      onClose();
    } catch (error) {
      setErrors(formErrors(error, fields));
    } finally {
      setSaving(false);
    }
  };

  return (
    <FormDialog
      title={row ? text.edit : text.create}
      submitLabel={row ? kept.save : kept.add}
      cancelLabel={kept.cancel}
      isSaving={isSaving}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TextField label={kept.name} value={name} maxLength={60} error={errors.name} onChange={setName} autoFocus />
      <ColorField value={color} onChange={setColor} />
      <MoneyField
        label={text.singlePrice}
        description={text.singlePriceHint}
        currency={currency}
        value={price}
        error={errors.singleSessionPriceCents}
        onChange={setPrice}
      />
      {price !== null && (
        <TextField
          label={text.vatRate}
          value={rate}
          maxLength={6}
          error={errors.singleSessionVatRatePercent}
          onChange={setRate}
        />
      )}
    </FormDialog>
  );
}
