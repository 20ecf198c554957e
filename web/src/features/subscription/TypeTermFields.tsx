// The terms of a subscription type: what it costs, how much it gives, how long it holds; as its kind has them.
import { useText } from '../../i18n/text';
import { MoneyField } from '../../ui/MoneyField';
import { TextField } from '../../ui/TextField';
import styles from './SubscriptionTypes.module.css';
import type { TypeForm } from './typeForm';
import { subscriptionTypeTexts } from './typeTexts';

interface TypeTermFieldsProps {
  form: TypeForm;
  set: (part: Partial<TypeForm>) => void;
  errors: Record<string, string | undefined>;
  currency: string;
}

export function TypeTermFields({ form, set, errors, currency }: TypeTermFieldsProps) {
  const text = useText(subscriptionTypeTexts);
  const whole = (field: 'sessionLimit' | 'validityDays' | 'firstTermMonths', label: string, description: string) => (
    <TextField
      label={label}
      description={description}
      inputMode="numeric"
      value={form[field]}
      error={errors[field]}
      onChange={(value) => set({ [field]: value })}
    />
  );
  return (
    <div className={styles.pair}>
      <MoneyField
        label={form.isRecurring ? text.pricePerMonth : text.price}
        description={text.priceHint}
        currency={currency}
        value={form.price}
        error={errors.priceCents}
        onChange={(price) => set({ price })}
      />
      {form.isRecurring && (
        <MoneyField
          label={text.yearlyPrice}
          description={text.yearlyPriceHint}
          currency={currency}
          value={form.yearlyPrice}
          error={errors.yearlyPriceCents}
          onChange={(yearlyPrice) => set({ yearlyPrice })}
        />
      )}
      {whole('sessionLimit', form.isRecurring ? text.sessionLimit : text.credits, text.noLimit)}
      {form.isRecurring
        ? whole('firstTermMonths', text.firstTermMonths, text.firstTermHint)
        : whole('validityDays', text.validityDays, text.forEver)}
      <TextField
        label={text.vatRate}
        inputMode="decimal"
        value={form.vatRate}
        error={errors.vatRatePercent}
        onChange={(vatRate) => set({ vatRate })}
      />
    </div>
  );
}
