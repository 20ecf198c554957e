// One check-up that is due: to mark as done when it is planned, or to plan.
import { Link } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import styles from './DueCheckupRow.module.css';
import type { DueCheckup_DueCheckupFragment } from './DueCheckupRow.generated';
import { dueTexts } from './dueTexts';
import { useCheckup } from './useCheckup';

interface DueCheckupRowProps {
  due: DueCheckup_DueCheckupFragment;
  disabledReason?: string | null;
  onPlan: () => void;
}

export function DueCheckupRow({ due, disabledReason, onPlan }: DueCheckupRowProps) {
  const text = useText(dueTexts);
  const format = useFormat();
  const { complete } = useCheckup();
  const { member, checkup, lastOn } = due;
  if (!member) return null;
  const { id, fullName } = member;
  const when = checkup && `${format.relativeDayOf(checkup.startsAt)} ${format.time(checkup.startsAt)}`;
  return (
    <li className={styles.row} data-row={due.id}>
      <span className={styles.who}>
        <Link to={`/members/${id}`} className={styles.name}>
          {fullName}
        </Link>
        <span className={styles.meta}>
          {when ? text.at(when) : lastOn ? text.last(format.day(lastOn)) : text.never}
        </span>
      </span>
      {checkup ? (
        <IconButton
          icon="check"
          variant="secondary"
          label={text.complete(fullName)}
          data-done
          disabledReason={disabledReason}
          onClick={() => void complete(checkup.id)}
        />
      ) : (
        <Button aria-label={text.planWith(fullName)} data-done disabledReason={disabledReason} onClick={onPlan}>
          {text.plan}
        </Button>
      )}
    </li>
  );
}
