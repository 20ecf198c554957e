// How a member pays through Stripe, as admins change it.
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { checkoutTexts } from './messages';
import { StripeDetails } from './StripeDetails';

interface StripeDialogProps {
  member: { id: string; fullName: string };
  onSetup: () => void;
  onClose: () => void;
}

export default function StripeDialog({ member, onSetup, onClose }: StripeDialogProps) {
  const text = useText(checkoutTexts);
  return (
    <Dialog
      open
      title={text.detailsTitle(member.fullName)}
      size="medium"
      onClose={onClose}
      footer={<Button onClick={onClose}>{text.close}</Button>}
    >
      <StripeDetails memberId={member.id} onSetup={onSetup} />
    </Dialog>
  );
}
