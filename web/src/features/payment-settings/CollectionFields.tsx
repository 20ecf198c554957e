// Direct debit or Stripe, and what switching means for lines that are open.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { InlineMessage } from '../../ui/InlineMessage';
import { FieldHint, Fields } from '../../ui/KeptForm';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { paymentSettingsTexts } from './messages';
import type { FieldsProps } from './PaymentSettingsForm';

export function CollectionFields({ settings, form, set }: FieldsProps) {
  const text = useText(paymentSettingsTexts);
  const format = useFormat();
  const isSwitched = form.collection !== settings.collection;
  const [switchText, open] =
    form.collection === 'STRIPE'
      ? [text.switchToStripe, settings.openOnAccount]
      : [text.switchToSepa, settings.openAtStripe];
  return (
    <Card title={text.collectionTitle} settings="collection">
      <Fields>
        <SegmentedControl
          label={text.collection}
          value={form.collection}
          onChange={(collection) => set({ collection })}
          options={(['SEPA', 'STRIPE'] as const).map((value) => ({ value, label: text.collections[value] }))}
        />
        <FieldHint>{text.collectionHints[form.collection]}</FieldHint>
        {isSwitched && <InlineMessage tone="warning">{switchText(open.count, format.money(open.total))}</InlineMessage>}
      </Fields>
    </Card>
  );
}
