// One row of the search: a member, or something to do.
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/Icon';
import { Kbd } from '../../ui/Kbd';
import { TagChip } from '../../ui/TagChip';
import { memberSearchTexts } from './messages';
import type { Row } from './SearchPalette';
import styles from './SearchPalette.module.css';

interface PaletteRowProps {
  id: string;
  row: Row;
  isHighlighted: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

export function PaletteRow({ id, row, isHighlighted, onPoint, onChoose }: PaletteRowProps) {
  return (
    // The keyboard stays in the field, which points here (aria-activedescendant).
    <div
      id={id}
      data-row={row.id}
      role="option"
      aria-selected={isHighlighted}
      aria-disabled={row.action?.disabledReason ? true : undefined}
      className={classes(styles.row, isHighlighted && styles.highlighted)}
      onPointerMove={isHighlighted ? undefined : onPoint}
      onClick={() => !row.action?.disabledReason && onChoose()}
    >
      {row.member ? <MemberRow member={row.member} /> : row.action && <ActionRow action={row.action} />}
    </div>
  );
}

function MemberRow({ member }: { member: NonNullable<Row['member']> }) {
  const text = useText(memberSearchTexts);
  return (
    <>
      <Icon name="person" />
      <span className={styles.name}>
        {member.fullName}
        {member.contact && <span className={styles.detail}>{member.contact.email ?? member.contact.phone}</span>}
      </span>
      {member.tags && member.tags.length > 0 && (
        <span className={styles.tags}>
          {member.tags.slice(0, 2).map(({ id, name, color }) => (
            <TagChip key={id} name={name} color={color} />
          ))}
          {member.tags.length > 2 && <span className={styles.detail}>+{member.tags.length - 2}</span>}
        </span>
      )}
      {member.status && member.status !== 'ACTIVE' && <Badge>{text.status[member.status]}</Badge>}
      <span className={`${styles.number} figures`}>{text.number(member.memberNumber)}</span>
    </>
  );
}

function ActionRow({ action }: { action: NonNullable<Row['action']> }) {
  return (
    <>
      <Icon name={action.icon ?? 'arrowRight'} />
      <span className={styles.name}>
        {action.label}
        {action.disabledReason && <span className={styles.detail}>{action.disabledReason}</span>}
      </span>
      {action.shortcut && <Kbd keys={action.shortcut} />}
    </>
  );
}
