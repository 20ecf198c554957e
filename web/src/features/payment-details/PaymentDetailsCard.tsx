// How a member pays, and what is missing when nothing can be collected. Comes after the rest of the overview.
import type { Action } from '../../actions/Action';
import { ActionButton, ActionIconButton } from '../../actions/ActionButton';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/ErrorState';
import { FactRow } from '../../ui/FactRow';
import { InlineMessage } from '../../ui/InlineMessage';
import { paymentDetailsTexts } from './messages';
import type { PaymentDetailsCard_MemberFragment } from './PaymentDetailsCard.generated';

interface PaymentDetailsCardProps {
  member: PaymentDetailsCard_MemberFragment;
  change: Action;
  onRetry: () => void;
}

export default function PaymentDetailsCard({ member: { paymentDetails }, change, onRetry }: PaymentDetailsCardProps) {
  const text = useText(paymentDetailsTexts);
  if (!paymentDetails)
    return (
      <Card title={text.title}>
        <ErrorState message={text.unavailable} onRetry={onRetry} />
      </Card>
    );
  const { collection, blockedBy, mandate, stripe } = paymentDetails;
  const account = collection === 'SEPA' ? mandate?.maskedIban : stripe?.paymentMethodLabel;
  return (
    <Card title={text.title} actions={<ActionIconButton action={change} />}>
      <FactRow
        term={text.collection[collection]}
        note={
          blockedBy && (
            <InlineMessage tone="warning" action={<ActionButton action={{ ...change, icon: 'plus' }} />}>
              {text.blocks[blockedBy]}
            </InlineMessage>
          )
        }
      >
        <span className="figures">{account ?? text.none}</span>
      </FactRow>
    </Card>
  );
}
