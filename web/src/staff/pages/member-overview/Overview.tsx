// The overview once it is read: the strip, the tiles, and what opens over them.
import { useState } from 'react';
import type { Action } from '../../../actions/Action';
import { ContactCard } from '../../../features/member/ContactCard';
import { readDraft } from '../../../features/note/draft';
import { noteTexts } from '../../../features/note/messages';
import { NoteCard } from '../../../features/note/NoteCard';
import { NotificationCard } from '../../../features/notification/NotificationCard';
import { ProductSearch } from '../../../features/purchase/ProductSearch';
import { MemberTags } from '../../../features/tag/MemberTags';
import { useText } from '../../../i18n/text';
import { later, together } from '../../../ui/later';
import { useAddressed } from '../../../ui/useAddressed';
import { useBottomBar } from '../../BottomBar';
import { IdentityStrip } from './IdentityStrip';
import type { MemberOverviewQuery } from './MemberOverview.generated';
import { overviewTexts } from './messages';
import styles from './Overview.module.css';
import { StripActions } from './StripActions';
import { Tile } from './Tile';
import { useOpenAbout } from './useOpenAbout';
import { useOverviewActions } from './useOverviewActions';

const AttachmentCard = later(() => import('../../../features/attachment/AttachmentCard'));
const CareCard = later(() => import('./CareCard'));
const ChecklistCard = later(() => import('../../../features/checklist/ChecklistCard'));
const Overlays = later(() => import('./Overlays'));
const PurchaseCard = later(() => import('../../../features/purchase/PurchaseCard'));
const ResultCard = later(() => import('../../../features/benchmark/ResultCard'));
const SubscriptionCard = later(() => import('../../../features/subscription/SubscriptionCard'));
const TimelineCard = later(() => import('../../../features/timeline/TimelineCard'));
const PaymentDetailsCard = later(() => import('../../../features/payment-details/PaymentDetailsCard'));
const VisitCard = later(() => import('../../../features/visit/VisitCard'));

/** Fetched while the page's one request is under way, and shown together: one by one they would push each other about. */
export const tiles = together([
  AttachmentCard,
  CareCard,
  ChecklistCard,
  PaymentDetailsCard,
  PurchaseCard,
  ResultCard,
  SubscriptionCard,
  TimelineCard,
  VisitCard,
]);

const careBranches = ['employee', 'previousCheckup', 'nextCheckup'];

interface OverviewProps {
  member: NonNullable<MemberOverviewQuery['member']>;
  isStripeTest: boolean;
  /** Branches that could not be read. */
  failed: ReadonlySet<string>;
  onRetry: () => void;
}

export function Overview({ member, isStripeTest, failed, onRetry }: OverviewProps) {
  const text = useText(overviewTexts);
  const noteText = useText(noteTexts);
  const panel = useAddressed('panel');
  const dialog = useAddressed('dialog');
  const openAbout = useOpenAbout();
  // A draft of before is shown, but only asking for a note moves the focus there.
  const [note, setNote] = useState(() => ({ isOpen: readDraft(member.id) !== null, askedCount: 0 }));
  const actions = useOverviewActions(member, {
    panel: panel.open,
    dialog: dialog.open,
    addNote: () => setNote(({ askedCount }) => ({ isOpen: true, askedCount: askedCount + 1 })),
  });
  const main = [
    { ...actions.note, icon: 'note' as const },
    { ...actions.reminder, icon: 'bell' as const },
  ] as const;
  const more = moreOf(actions);
  // At the thumb the sale stands where the desk has its search field.
  useBottomBar({ actions: [actions.purchase, main[0]], more: [{ ...actions.reminder, icon: 'bell' }, ...more] });
  return (
    <>
      <IdentityStrip
        member={member}
        tags={<MemberTags member={member} add={actions.tag} onOpen={(tagId) => openAbout('tag', tagId)} />}
        actions={<StripActions main={main} more={more} />}
      />
      <div className={styles.columns}>
        <div className={styles.centre}>
          <NotificationCard member={member} schedule={actions.reminder} archive={actions.archive} onRetry={onRetry} />
          <VisitCard member={member} history={actions.history} onRetry={onRetry} />
          <Tile title={noteText.title} isFailed={failed.has('latestNote')} onRetry={onRetry}>
            <NoteCard
              member={member}
              add={actions.note}
              all={actions.notes}
              isAdding={note.isOpen}
              askedCount={note.askedCount}
              onAdded={() => setNote({ isOpen: false, askedCount: 0 })}
            />
          </Tile>
          <ChecklistCard member={member} assign={actions.checklist} onRetry={onRetry} />
        </div>
        <div className={styles.facts}>
          <ContactCard member={member} />
          <Tile title={text.care} isFailed={careBranches.some((branch) => failed.has(branch))} onRetry={onRetry}>
            <CareCard member={member} choose={actions.employee} plan={actions.checkup} />
          </Tile>
          <SubscriptionCard member={member} change={actions.change} onRetry={onRetry} />
          <PaymentDetailsCard member={member} change={actions.mandate} onRetry={onRetry} />
        </div>
        <div className={styles.right}>
          <ProductSearch purchase={actions.purchase} isTest={isStripeTest && isByStripe(member)} />
          <PurchaseCard member={member} all={actions.purchases} onRetry={onRetry} />
          <ResultCard member={member} all={actions.results} onRetry={onRetry} />
          <AttachmentCard member={member} add={actions.attachment} onRetry={onRetry} />
        </div>
        <div className={styles.below}>
          <TimelineCard member={member} onReverted={onRetry} />
        </div>
      </div>
      {(panel.value || dialog.value) && (
        <Overlays
          member={member}
          isStripeTest={isStripeTest}
          panel={panel}
          dialog={dialog}
          reopenReason={actions.reminder.disabledReason}
        />
      )}
    </>
  );
}

const isByStripe = ({ purchaseMethod }: OverviewProps['member']): boolean =>
  purchaseMethod !== null && purchaseMethod !== 'ACCOUNT';

type Actions = ReturnType<typeof useOverviewActions>;

/** Adding and changing first, then what opens to read. */
function moreOf(actions: Actions): Action[] {
  const { tag, attachment, employee, checkup, checklist, change, mandate, healthViews } = actions;
  const { history, notes, results, purchases, archive } = actions;
  return [
    { ...tag },
    { ...attachment, icon: 'paperclip' },
    { ...employee, icon: 'person' },
    { ...checkup, icon: 'calendar' },
    { ...checklist, icon: 'check' },
    { ...change },
    { ...mandate },
    { ...history, icon: 'clock' },
    { ...notes, icon: 'note' },
    { ...results, icon: 'trophy' },
    { ...purchases, icon: 'card' },
    { ...archive },
    ...(healthViews ? [healthViews] : []),
  ];
}
