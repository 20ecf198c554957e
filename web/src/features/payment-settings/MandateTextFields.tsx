// What members sign, and which version of it.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { FieldHint, Fields } from '../../ui/KeptForm';
import { TextArea } from '../../ui/TextField';
import { paymentSettingsTexts } from './messages';
import type { FieldsProps } from './PaymentSettingsForm';

export function MandateTextFields({ settings: { mandateText }, form, set, errors }: FieldsProps) {
  const text = useText(paymentSettingsTexts);
  const format = useFormat();
  const { version, createdAt } = mandateText;
  return (
    <Card title={text.textTitle}>
      <Fields>
        <FieldHint>{createdAt ? text.textVersion(version, format.dayOf(createdAt)) : text.ownText}</FieldHint>
        <TextArea
          label={text.text}
          description={text.textHint}
          rows={10}
          maxLength={5000}
          name="mandateText"
          value={form.mandateText}
          error={errors.mandateText}
          onChange={(value) => set({ mandateText: value })}
        />
      </Fields>
    </Card>
  );
}
