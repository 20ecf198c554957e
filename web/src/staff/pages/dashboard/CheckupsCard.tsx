// The check-ups that are to be done or to be planned.
import { useState } from 'react';
import { DueCheckupRow } from '../../../features/checkup/DueCheckupRow';
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
import { later } from '../../../ui/later';

const CheckupDialog = later(() => import('../../../features/checkup/CheckupDialog'));

interface CheckupsCardProps {
  dueCheckups: Theirs['dueCheckups'];
  scope: string;
  disabledReason: string | null | undefined;
  onRetry: () => void;
}

type Due = NonNullable<Theirs['dueCheckups']>[number];

const shownAtFirst = 5;

export function CheckupsCard({ dueCheckups, scope, disabledReason, onRetry }: CheckupsCardProps) {
  const text = useText(dashboardTexts);
  const [isAll, setAll] = useState(false);
  const [planned, setPlanned] = useState<Due['member']>(null);
  const { rows, newCount, showNew } = useSettled(dueCheckups ?? undefined, scope);
  const shown = isAll ? rows : rows.slice(0, shownAtFirst);
  return (
    <Card
      title={text.checkups}
      count={dueCheckups?.length || undefined}
      isFlush={rows.length > 0}
      actions={<NewRowsButton count={newCount} onShow={showNew} />}
    >
      {!dueCheckups && <ErrorState message={text.failed} onRetry={onRetry} />}
      {dueCheckups && rows.length === 0 && <Invitation title={text.noCheckups} />}
      {rows.length > 0 && (
        <ul className={styles.list}>
          {shown.map(({ row, isGone }) =>
            isGone || row.checkup?.completedAt ? (
              <GoneRow key={row.id} what={[row.member?.fullName]} />
            ) : (
              <DueCheckupRow
                key={row.id}
                due={row}
                disabledReason={disabledReason}
                onPlan={() => setPlanned(row.member)}
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
      {planned && <CheckupDialog member={planned} onClose={() => setPlanned(null)} />}
    </Card>
  );
}
