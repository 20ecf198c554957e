// The open checklists of linked members, to tick in place.
import { Link } from 'react-router';
import type { Action } from '../../../actions/Action';
import { ActionIconButton } from '../../../actions/ActionButton';
import { ChecklistRow } from '../../../features/checklist/ChecklistRow';
import { checklistTexts } from '../../../features/checklist/messages';
import { useText } from '../../../i18n/text';
import { Card } from '../../../ui/Card';
import { ErrorState } from '../../../ui/ErrorState';
import { Invitation } from '../../../ui/Invitation';
import styles from './Dashboard.module.css';
import { dashboardTexts } from './messages';
import { NewRowsButton } from './NewRowsButton';
import type { Theirs } from './theirs';
import { useSettled } from './useSettled';

interface ChecklistsCardProps {
  checklists: Theirs['checklists'];
  scope: string;
  assign: Action;
  onRetry: () => void;
}

export function ChecklistsCard({ checklists, scope, assign, onRetry }: ChecklistsCardProps) {
  const text = useText(dashboardTexts);
  const { title } = useText(checklistTexts);
  const { rows, newCount, showNew } = useSettled(checklists ?? undefined, scope);
  return (
    <Card
      title={title}
      count={checklists?.length || undefined}
      isFlush={rows.length > 0}
      actions={
        <>
          <NewRowsButton count={newCount} onShow={showNew} />
          <ActionIconButton action={{ ...assign, icon: 'plus' }} />
        </>
      }
    >
      {!checklists && <ErrorState message={text.failed} onRetry={onRetry} />}
      {checklists && rows.length === 0 && <Invitation title={text.noChecklists} />}
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map(({ row }) => (
            <ChecklistRow
              key={row.id}
              checklist={row}
              isInPlace
              disabledReason={assign.disabledReason}
              about={
                row.member && (
                  <Link to={`/members/${row.member.id}`} className={styles.name}>
                    {row.member.fullName}
                  </Link>
                )
              }
            />
          ))}
        </ul>
      )}
    </Card>
  );
}
