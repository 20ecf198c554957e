// The open notifications of linked members, to complete, put off or give away in place.
import { useState } from 'react';
import { Link } from 'react-router';
import type { Action } from '../../../actions/Action';
import { ActionIconButton } from '../../../actions/ActionButton';
import { NotificationRow } from '../../../features/notification/NotificationRow';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ErrorState } from '../../../ui/ErrorState';
import { Invitation } from '../../../ui/Invitation';
import styles from './Dashboard.module.css';
import { GoneRow } from './GoneRow';
import { dashboardTexts } from './messages';
import { NewRowsButton } from './NewRowsButton';
import type { Theirs } from './theirs';
import { useSettled } from './useSettled';

// A screenful or two, the longest due first: what lies below it should be found too.
const shownAtFirst = 20;

interface AttentionCardProps {
  notifications: Theirs['openNotifications'];
  scope: string;
  schedule: Action;
  onRetry: () => void;
}

export function AttentionCard({ notifications, scope, schedule, onRetry }: AttentionCardProps) {
  const text = useText(dashboardTexts);
  const { rows, newCount, showNew } = useSettled(notifications ?? undefined, scope);
  const [isAll, setAll] = useState(false);
  const shown = isAll ? rows : rows.slice(0, shownAtFirst);
  const openCount = notifications?.filter(({ completedAt }) => !completedAt).length;
  return (
    <Card
      title={text.attention}
      count={openCount || undefined}
      isFlush={rows.length > 0}
      actions={
        <>
          <NewRowsButton
            count={newCount}
            onShow={() => {
              showNew();
              // Wherever among them the new ones are.
              setAll(true);
            }}
          />
          <ActionIconButton action={{ ...schedule, icon: 'plus' }} />
        </>
      }
    >
      {!notifications && <ErrorState message={text.failed} onRetry={onRetry} />}
      {notifications && rows.length === 0 && <Invitation title={text.nothing}>{text.nothingHint}</Invitation>}
      {rows.length > 0 && (
        <ul className={styles.list}>
          {shown.map(({ row, isGone }) =>
            isGone || row.completedAt || !row.member ? (
              <GoneRow key={row.id} what={[row.member?.fullName, row.message]} />
            ) : (
              <NotificationRow
                key={row.id}
                notification={row}
                memberId={row.member.id}
                about={
                  <Link to={`/members/${row.member.id}`} className={styles.name}>
                    {row.member.fullName}
                  </Link>
                }
                disabledReason={schedule.disabledReason}
              />
            ),
          )}
        </ul>
      )}
      {rows.length > shown.length && (
        <div className={styles.more}>
          <Button variant="quiet" onClick={() => setAll(true)}>
            {text.showAll(rows.length)}
          </Button>
        </div>
      )}
    </Card>
  );
}
