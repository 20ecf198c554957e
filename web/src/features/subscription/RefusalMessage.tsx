// Why a change cannot be made as things stand, and the next step out of it.
import type { PaymentBlock, SubscriptionRefusal } from '../../graphql/schema.generated';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { InlineMessage } from '../../ui/InlineMessage';
import { sheetTexts } from './sheetTexts';

interface RefusalMessageProps {
  reason: SubscriptionRefusal;
  block: PaymentBlock | null;
  /** Opens another dialog of the overview, with what was typed kept for coming back. */
  onDialog: (name: string) => void;
  onUndo: (() => void) | null;
}

export function RefusalMessage({ reason, block, onDialog, onUndo }: RefusalMessageProps) {
  const text = useText(sheetTexts);
  const isPayment = reason === 'PAYMENT_DETAILS_MISSING';
  return (
    <InlineMessage tone="warning" action={<NextStep {...{ reason, block, onDialog, onUndo }} />}>
      {text.refusals[reason]} {isPayment && block && text.blocks[block]}
    </InlineMessage>
  );
}

function NextStep({ reason, block, onDialog, onUndo }: RefusalMessageProps) {
  const text = useText(sheetTexts);
  if (reason === 'CHANGE_PENDING' || reason === 'ALREADY_CANCELLED')
    return onUndo && <Button onClick={onUndo}>{text.steps.undo}</Button>;
  if (reason !== 'PAYMENT_DETAILS_MISSING') return null;
  if (block === 'STRIPE_NOT_CONNECTED') return <ButtonLink to="/settings/payments">{text.steps.settings}</ButtonLink>;
  if (block === 'NO_STRIPE_PAYMENT_METHOD')
    return <Button onClick={() => onDialog('setup')}>{text.steps.setup}</Button>;
  if (block === 'STRIPE_INVOICE_STOPPED')
    return <Button onClick={() => onDialog('stripe')}>{text.steps.stripe}</Button>;
  return <Button onClick={() => onDialog('mandate')}>{text.steps.mandate}</Button>;
}
