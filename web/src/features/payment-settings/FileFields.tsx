// What the bank gets and when, and the rates of VAT that are proposed.
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { FieldHint, FieldPair, Fields } from '../../ui/KeptForm';
import { MoneyField } from '../../ui/MoneyField';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { paymentSettingsTexts } from './messages';
import type { FieldsProps } from './PaymentSettingsForm';
import type { SettingsForm } from './settingsForm';

export function FileFields({ settings, form, set, errors }: FieldsProps) {
  const text = useText(paymentSettingsTexts);
  const number = (
    name: 'leadDays' | 'collectionDay' | 'subscriptionVatRatePercent' | 'shopVatRatePercent',
    label: string,
    description?: string,
  ) => (
    <TextField
      label={label}
      description={description}
      inputMode="decimal"
      name={name}
      value={form[name]}
      error={errors[name]}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <>
      <Card title={text.fileTitle}>
        <FieldPair>
          {number('leadDays', text.lead, text.leadHint)}
          {number('collectionDay', text.day, text.dayHint)}
          <MoneyField
            label={text.unusual}
            description={text.unusualHint}
            currency={settings.unusualAmount.currency}
            name="unusualAmountCents"
            value={form.unusualAmountCents}
            error={errors.unusualAmountCents}
            onChange={(unusualAmountCents) => set({ unusualAmountCents })}
          />
          <Select
            label={text.version}
            options={Object.entries(text.versions).map(([value, label]) => ({ value, label }))}
            name="painVersion"
            value={form.painVersion}
            onChange={(painVersion) => set({ painVersion: painVersion as SettingsForm['painVersion'] })}
          />
        </FieldPair>
      </Card>
      <Card title={text.vatTitle}>
        <Fields>
          <FieldHint>{text.vatHint}</FieldHint>
          <FieldPair>
            {number('subscriptionVatRatePercent', text.subscriptionVat)}
            {number('shopVatRatePercent', text.shopVat)}
          </FieldPair>
        </Fields>
      </Card>
    </>
  );
}
