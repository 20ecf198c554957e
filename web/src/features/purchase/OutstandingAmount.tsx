// What is open this month, with its explanation.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Explain } from '../../ui/Popover';
import { purchaseTexts } from './messages';
import type { PurchaseCard_MemberFragment } from './PurchaseCard.generated';

export function OutstandingAmount({ member }: { member: PurchaseCard_MemberFragment }) {
  const text = useText(purchaseTexts);
  const format = useFormat();
  const { outstandingAmount, outstandingBasis } = member;
  if (!outstandingAmount) return <>–</>;
  const month = outstandingBasis && format.day(outstandingBasis.monthStartsOn, 'month');
  return (
    <Explain subject={text.outstanding} figure={format.money(outstandingAmount)}>
      {month && text.outstandingOf(month, outstandingBasis.lineCount)}
    </Explain>
  );
}
