// Who collects.
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { IbanField } from '../../ui/IbanField';
import { InlineMessage } from '../../ui/InlineMessage';
import { FieldHint, FieldPair, Fields } from '../../ui/KeptForm';
import { TextField } from '../../ui/TextField';
import { paymentSettingsTexts } from './messages';
import type { FieldsProps } from './PaymentSettingsForm';

export function CreditorFields({ settings, form, set, errors }: FieldsProps) {
  const text = useText(paymentSettingsTexts);
  return (
    <Card title={text.creditorTitle}>
      <Fields>
        <FieldHint>{text.creditorHint}</FieldHint>
        {settings.collection === 'SEPA' && !settings.isCreditorComplete && (
          <InlineMessage tone="warning">{text.incomplete}</InlineMessage>
        )}
        <TextField
          label={text.name}
          name="creditorName"
          value={form.creditorName}
          error={errors.creditorName}
          onChange={(creditorName) => set({ creditorName })}
          maxLength={70}
          autoComplete="off"
        />
        <TextField
          label={text.creditorId}
          description={text.creditorIdHint}
          placeholder="NL00ZZZ123456780000"
          name="creditorId"
          value={form.creditorId}
          error={errors.creditorId}
          onChange={(creditorId) => set({ creditorId })}
          autoComplete="off"
        />
        <FieldPair>
          <IbanField
            label={text.iban}
            description={text.ibanHint}
            name="creditorIban"
            value={form.creditorIban}
            error={errors.creditorIban}
            onChange={(creditorIban) => set({ creditorIban })}
          />
          <TextField
            label={text.bic}
            description={text.optional}
            name="creditorBic"
            value={form.creditorBic}
            error={errors.creditorBic}
            onChange={(creditorBic) => set({ creditorBic })}
            maxLength={14}
            autoComplete="off"
          />
        </FieldPair>
      </Fields>
    </Card>
  );
}
