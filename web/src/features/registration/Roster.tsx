// Who comes: tags, who comes for the first time or has a birthday, and present or no-show by one press. The row that the
// keys P and N are about is the one last pressed or reached with the arrows.
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { classes } from '../../ui/classes';
import { EmptyState } from '../../ui/EmptyState';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { rosterTexts } from './messages';
import styles from './Roster.module.css';
import type { RosterRow } from './useAttendance';

type Tags = NonNullable<NonNullable<RosterRow['member']>['tags']>;

interface RosterProps {
  rows: readonly RosterRow[];
  /** The row that the keys are about. */
  currentId: string | null;
  /** Why nothing can be marked; null: it can. */
  markRefusal: string | null;
  removeRefusal: string | null;
  isHeldUp: boolean;
  tag: (tag: Tags[number]) => ReactNode;
  onCurrent: (id: string) => void;
  onMark: (row: RosterRow, status: 'ATTENDED' | 'NO_SHOW') => void;
  onRemove: (row: RosterRow) => void;
}

export function Roster({ rows, ...others }: RosterProps) {
  const text = useText(rosterTexts);
  if (rows.length === 0)
    return (
      <EmptyState icon="members" title={text.nobody}>
        {text.nobodyHint}
      </EmptyState>
    );
  return (
    <ul className={styles.roster}>
      {rows.map((row) => (
        <Row key={row.id} row={row} {...others} />
      ))}
    </ul>
  );
}

function Row({
  row,
  currentId,
  markRefusal,
  removeRefusal,
  isHeldUp,
  tag,
  onCurrent,
  onMark,
  onRemove,
}: Omit<RosterProps, 'rows'> & { row: RosterRow }) {
  const text = useText(rosterTexts);
  const { member, status } = row;
  const name = member?.fullName ?? '';
  const isBirthday = member?.tags?.some(({ kind }) => kind === 'BIRTHDAY') ?? false;
  const isFirst = row.isFirstSession ?? false;
  const isSpecial = isFirst || isBirthday;
  return (
    <li
      data-registration={row.id}
      className={classes(styles.row, isSpecial && styles.special, row.id === currentId && styles.current)}
      onFocus={() => onCurrent(row.id)}
    >
      <div className={styles.who}>
        {member && (
          <Link to={`/members/${member.id}`} className={styles.name}>
            {name}
          </Link>
        )}
        <span className={styles.facts}>
          {isFirst && (
            <Badge tone="info" icon="flag">
              {text.firstSession}
            </Badge>
          )}
          {isBirthday && (
            <Badge tone="warning" icon="heart">
              {text.birthday}
            </Badge>
          )}
          {row.paidWith === 'SINGLE_SESSION' && <Badge icon="card">{text.singleSession}</Badge>}
          {member?.tags?.filter((one) => !isSaid(one, isFirst)).map(tag)}
        </span>
        {row.override && (
          <span className={styles.remark}>
            {text.overridden(row.override.employee?.fullName ?? text.somebody, row.override.reason)}
          </span>
        )}
      </div>
      <Waiting isWaiting={row.isWaiting} isHeldUp={isHeldUp} />
      <div className={styles.marks}>
        <MarkButton row={row} status="ATTENDED" refusal={markRefusal} onMark={onMark} />
        <MarkButton row={row} status="NO_SHOW" refusal={markRefusal} onMark={onMark} />
        <IconButton
          icon="close"
          size={16}
          label={text.remove(name)}
          disabledReason={removeRefusal ?? (status === 'REGISTERED' ? null : text.markedFirst)}
          onClick={() => onRemove(row)}
        />
      </div>
    </li>
  );
}

/** The badges say these already. */
function isSaid({ kind }: Tags[number], isFirstSession: boolean): boolean {
  return kind === 'BIRTHDAY' || (kind === 'FIRST_SESSION' && isFirstSession);
}

/** Keeps its room: nothing moves under the finger. */
function Waiting({ isWaiting, isHeldUp }: { isWaiting: boolean; isHeldUp: boolean }) {
  const text = useText(rosterTexts);
  return (
    <span className={styles.waiting}>
      {isWaiting && (
        <>
          <Icon name="clock" size={14} />
          <span>{isHeldUp ? text.waiting : text.saving}</span>
        </>
      )}
    </span>
  );
}

interface MarkButtonProps {
  row: RosterRow;
  status: 'ATTENDED' | 'NO_SHOW';
  refusal: string | null;
  onMark: RosterProps['onMark'];
}

function MarkButton({ row, status, refusal, onMark }: MarkButtonProps) {
  const text = useText(rosterTexts);
  const reasonId = useId();
  const name = row.member?.fullName ?? '';
  const isPressed = row.status === status;
  const isPresent = status === 'ATTENDED';
  return (
    <>
      <button
        type="button"
        className={classes(styles.mark, isPressed && (isPresent ? styles.present : styles.noShow))}
        aria-label={isPresent ? text.markPresent(name) : text.markNoShow(name)}
        aria-pressed={isPressed}
        aria-disabled={refusal ? true : undefined}
        aria-describedby={refusal ? reasonId : undefined}
        data-tooltip={refusal ?? ''}
        data-shortcut={isPresent ? 'P' : 'N'}
        onClick={() => !refusal && onMark(row, status)}
      >
        <Icon name={isPresent ? 'check' : 'minus'} size={17} />
        <span className={styles.markText}>{isPresent ? text.present : text.noShow}</span>
      </button>
      {refusal && (
        <span id={reasonId} hidden>
          {refusal}
        </span>
      )}
    </>
  );
}
