// The overview once it is read: the strip, the tiles, and what opens over them.
import { lazy, Suspense, useState } from 'react';
import { ActionButton } from '../../../actions/ActionButton';
import { AttachmentCard } from '../../../features/attachment/AttachmentCard';
import { ResultCard } from '../../../features/benchmark/ResultCard';
import { CheckupRows } from '../../../features/checkup/CheckupRows';
import { ContactCard } from '../../../features/member/ContactCard';
import { readDraft } from '../../../features/note/draft';
import { NoteCard } from '../../../features/note/NoteCard';
import { NotificationCard } from '../../../features/notification/NotificationCard';
import { PurchaseCard } from '../../../features/shop/PurchaseCard';
import { LinkedEmployee } from '../../../features/staff/LinkedEmployee';
import { SubscriptionCard } from '../../../features/subscription/SubscriptionCard';
import { MemberTags } from '../../../features/tag/MemberTags';
import { VisitCard } from '../../../features/visit/VisitCard';
import { useText } from '../../../i18n/text';
import { Card } from '../../../ui/Card';
import { useAddressed } from '../../../ui/useAddressed';
import { useBottomBar } from '../../BottomBar';
import { IdentityStrip } from './IdentityStrip';
import type { MemberOverviewQuery } from './MemberOverview.generated';
import { overviewTexts } from './messages';
import styles from './Overview.module.css';
import { useOverviewActions } from './useOverviewActions';

const Overlays = lazy(() => import('./Overlays'));

interface OverviewProps {
  member: NonNullable<MemberOverviewQuery['member']>;
  onRetry: () => void;
}

export function Overview({ member, onRetry }: OverviewProps) {
  const text = useText(overviewTexts);
  const panel = useAddressed('panel');
  const dialog = useAddressed('dialog');
  const [isAddingNote, setAddingNote] = useState(() => readDraft(member.id) !== null);
  const actions = useOverviewActions(member, {
    panel: panel.open,
    dialog: dialog.open,
    addNote: () => setAddingNote(true),
  });
  useBottomBar([
    { ...actions.note, icon: 'note' },
    { ...actions.reminder, icon: 'bell' },
    { ...actions.history, icon: 'calendar' },
  ]);
  return (
    <>
      <IdentityStrip
        member={member}
        tags={<MemberTags member={member} add={actions.tag} />}
        actions={
          <>
            <ActionButton action={{ ...actions.note, icon: 'note' }} />
            <ActionButton action={{ ...actions.reminder, icon: 'bell' }} />
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.centre}>
          <NotificationCard member={member} schedule={actions.reminder} archive={actions.archive} onRetry={onRetry} />
          <VisitCard member={member} history={actions.history} onRetry={onRetry} />
          <NoteCard
            member={member}
            add={actions.note}
            all={actions.notes}
            isAdding={isAddingNote}
            onAdded={() => setAddingNote(false)}
          />
        </div>
        <div className={styles.facts}>
          <ContactCard member={member} />
          <Card title={text.care}>
            <LinkedEmployee member={member} choose={actions.employee} />
            <CheckupRows member={member} plan={actions.checkup} />
          </Card>
          <SubscriptionCard member={member} onRetry={onRetry} />
        </div>
        <div className={styles.right}>
          <PurchaseCard member={member} all={actions.purchases} onRetry={onRetry} />
          <ResultCard member={member} all={actions.results} onRetry={onRetry} />
          <AttachmentCard member={member} add={actions.attachment} onRetry={onRetry} />
        </div>
      </div>
      <Suspense fallback={null}>
        {(panel.value || dialog.value) && (
          <Overlays member={member} panel={panel} dialog={dialog} reopenReason={actions.reminder.disabledReason} />
        )}
      </Suspense>
    </>
  );
}
