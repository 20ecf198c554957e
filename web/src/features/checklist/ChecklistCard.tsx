// The checklists of a member: open ones to tick, and those that were done lately.
import type { Action } from '../../actions/Action';
import { ActionIconButton } from '../../actions/ActionButton';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/ErrorState';
import { Invitation } from '../../ui/Invitation';
import type { ChecklistCard_MemberFragment } from './ChecklistCard.generated';
import styles from './Checklist.module.css';
import { ChecklistRow } from './ChecklistRow';
import { checklistTexts } from './messages';

interface ChecklistCardProps {
  member: ChecklistCard_MemberFragment;
  assign: Action;
  onRetry: () => void;
}

export default function ChecklistCard({ member: { checklists }, assign, onRetry }: ChecklistCardProps) {
  const text = useText(checklistTexts);
  const openCount = checklists?.filter(({ closedAt }) => !closedAt).length;
  return (
    <Card
      title={text.title}
      count={openCount || undefined}
      isFlush={Boolean(checklists?.length)}
      actions={<ActionIconButton action={assign} />}
    >
      {!checklists && <ErrorState message={text.unavailable} onRetry={onRetry} />}
      {checklists?.length === 0 && (
        <Invitation
          title={text.none}
          action={
            <Button icon="plus" shortcut={assign.shortcut} disabledReason={assign.disabledReason} onClick={assign.run}>
              {text.assign}
            </Button>
          }
        >
          {text.noneHint}
        </Invitation>
      )}
      {checklists && checklists.length > 0 && (
        <ul className={styles.list}>
          {checklists.map((checklist) => (
            <ChecklistRow key={checklist.id} checklist={checklist} disabledReason={assign.disabledReason} />
          ))}
        </ul>
      )}
    </Card>
  );
}
