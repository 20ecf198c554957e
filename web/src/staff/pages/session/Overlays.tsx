// What opens over the session, by its name in the address. Loaded when the first one is opened.
import { useSearchParams } from 'react-router';
import type { Refused } from '../../../features/registration/useRoster';
import { CancelSessionDialog } from '../../../features/session/CancelSessionDialog';
import { SessionDialog } from '../../../features/session/SessionDialog';
import { AddMemberDialog } from './AddMemberDialog';
import type { SessionPageQuery } from './SessionPage.generated';
import { later } from '../../../ui/later';

const CheckoutDialog = later(() => import('../../../features/stripe/CheckoutDialog'));

interface OverlaysProps {
  session: NonNullable<SessionPageQuery['session']>;
  dialog: { value: string | null; close: () => void };
  /** What a member at hand was refused for. */
  refused: Refused | null;
  onRefused: (refused: Refused | null) => void;
  onChanged: () => void;
}

export default function Overlays({ session, dialog, refused, onRefused, onChanged }: OverlaysProps) {
  const [search] = useSearchParams();
  const [memberId, purchaseId] = [search.get('member'), search.get('purchase')];
  const close = () => {
    onRefused(null);
    dialog.close();
  };
  return (
    <>
      {dialog.value === 'member' && (
        <AddMemberDialog session={session} refused={refused} onRefused={onRefused} onClose={close} />
      )}
      {dialog.value === 'change' && <SessionDialog session={session} onSaved={onChanged} onClose={close} />}
      {dialog.value === 'cancel' && <CancelSessionDialog session={session} onClose={close} />}
      {dialog.value === 'checkout' && memberId && purchaseId && (
        <CheckoutDialog memberId={memberId} purchaseIds={[purchaseId]} onClose={close} />
      )}
    </>
  );
}
