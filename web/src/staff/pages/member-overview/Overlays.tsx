// What opens over the overview, by its name in the address. Loaded when the first one is opened.
import { useNavigate, useSearchParams } from 'react-router';
import AttachmentDialog from '../../../features/attachment/AttachmentDialog';
import ResultPanel from '../../../features/benchmark/ResultPanel';
import CheckupDialog from '../../../features/checkup/CheckupDialog';
import { MemberField } from '../../../features/member-search/MemberField';
import NotePanel from '../../../features/note/NotePanel';
import ArchivePanel from '../../../features/notification/ArchivePanel';
import ScheduleDialog from '../../../features/notification/ScheduleDialog';
import MandateDialog from '../../../features/payment-details/MandateDialog';
import PurchasePanel from '../../../features/purchase/PurchasePanel';
import LinkEmployeeDialog from '../../../features/staff/LinkEmployeeDialog';
import AddTagDialog from '../../../features/tag/AddTagDialog';
import HistoryPanel from '../../../features/visit/HistoryPanel';
import { useViewer } from '../../session';
import { SellToMember } from './SellToMember';
import { useOpenAbout } from './useOpenAbout';
import type { MemberOverviewQuery } from './MemberOverview.generated';
import { later } from '../../../ui/later';

const AssignChecklistDialog = later(() => import('../../../features/checklist/AssignChecklistDialog'));
const HealthViewsPanel = later(() => import('../../../features/tag/HealthViewsPanel'));
const CheckoutDialog = later(() => import('../../../features/stripe/CheckoutDialog'));
const SetupDialog = later(() => import('../../../features/stripe/SetupDialog'));
const StripeDialog = later(() => import('../../../features/stripe/StripeDialog'));
const RefundDialog = later(() => import('../../../features/stripe/RefundDialog'));
const SubscriptionSheet = later(() => import('../../../features/subscription/SubscriptionSheet'));

interface Addressed {
  value: string | null;
  open: (value: string) => void;
  close: () => void;
}

interface OverlaysProps {
  member: NonNullable<MemberOverviewQuery['member']>;
  isStripeTest: boolean;
  panel: Addressed;
  dialog: Addressed;
  reopenReason?: string | null;
}

export default function Overlays({ member, isStripeTest, panel, dialog, reopenReason }: OverlaysProps) {
  const openAbout = useOpenAbout();
  const [address] = useSearchParams();
  const purchaseIds = address.getAll('purchase');
  const isAdmin = useViewer()?.employee?.role === 'ADMIN';
  const navigate = useNavigate();
  // In the place of the tag's dialog.
  const showViews = () =>
    void navigate(
      { search: '?panel=health-views' },
      { replace: true, state: { isOverlay: true }, preventScrollReset: true },
    );
  const beside = { memberId: member.id, onClose: panel.close };
  const over = { member, onClose: dialog.close };
  return (
    <>
      {panel.value === 'history' && <HistoryPanel {...beside} />}
      {panel.value === 'notes' && <NotePanel {...beside} />}
      {panel.value === 'results' && <ResultPanel {...beside} />}
      {panel.value === 'purchases' && <PurchasePanel {...beside} onOpen={openAbout} />}
      {panel.value === 'notifications' && <ArchivePanel {...beside} disabledReason={reopenReason} />}
      {dialog.value === 'tag' && (
        <AddTagDialog {...over} tagId={address.get('tag')} onViews={isAdmin ? showViews : null} />
      )}
      {dialog.value === 'reminder' && (
        <ScheduleDialog {...over} memberField={(about, change) => <MemberField value={about} onChange={change} />} />
      )}
      {dialog.value === 'employee' && <LinkEmployeeDialog {...over} />}
      {dialog.value === 'checkup' && <CheckupDialog {...over} />}
      {dialog.value === 'mandate' && <MandateDialog {...over} />}
      {dialog.value === 'purchase' && <SellToMember {...over} isStripeTest={isStripeTest} />}
      {dialog.value === 'attachment' && <AttachmentDialog {...over} />}
      {dialog.value === 'checklist' && <AssignChecklistDialog {...over} />}
      {panel.value === 'health-views' && <HealthViewsPanel {...beside} />}
      {dialog.value === 'checkout' && purchaseIds.length > 0 && (
        <CheckoutDialog memberId={member.id} purchaseIds={purchaseIds} onClose={dialog.close} />
      )}
      {dialog.value === 'stripe' && <StripeDialog {...over} onSetup={() => dialog.open('setup')} />}
      {dialog.value === 'setup' && <SetupDialog memberId={member.id} onClose={dialog.close} />}
      {dialog.value === 'refund' && purchaseIds[0] && (
        <RefundDialog purchaseId={purchaseIds[0]} onClose={dialog.close} />
      )}
      {dialog.value === 'subscription' && (
        <SubscriptionSheet memberId={member.id} onDialog={dialog.open} onClose={dialog.close} />
      )}
    </>
  );
}
