// One line of the timeline: when, what, and the way back where there is one.
import { useFormat } from '../../format/useFormat';
import type { TimelineKind } from '../../graphql/schema.generated';
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { classes } from '../../ui/classes';
import { Icon, type IconName } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { timelineTexts } from './messages';
import type { TimelineCard_EntryFragment } from './Timeline.generated';
import styles from './Timeline.module.css';
import { useEntryWords } from './useEntryWords';

const icons: Record<TimelineKind, IconName> = {
  VISIT: 'calendar',
  NOTE: 'note',
  NOTIFICATION: 'bell',
  CHECKUP: 'clock',
  TAG: 'tag',
  ATTACHMENT: 'paperclip',
  RESULT: 'trophy',
  SUBSCRIPTION: 'list',
  PURCHASE: 'cart',
  PAYMENT: 'card',
  MANDATE: 'pencil',
  DETAILS: 'person',
};

interface TimelineEntryProps {
  entry: TimelineCard_EntryFragment;
  onRevert: (auditId: string) => void;
}

export function TimelineEntry({ entry, onRevert }: TimelineEntryProps) {
  const text = useText(timelineTexts);
  const format = useFormat();
  const words = useEntryWords();
  const { event, kind, title, revert } = entry;
  const isRetracted = event === 'NOTE_ADDED' && entry.isTakenBack;
  const name = text.events[event];
  return (
    <li className={styles.entry}>
      <Icon name={icons[kind]} size={16} />
      <div className={styles.told}>
        <p className={classes(styles.what, entry.isTakenBack && styles.takenBack)}>
          <span className={styles.event}>{name}</span> {title && <span className={styles.title}>{title}</span>}
        </p>
        {isRetracted && <Badge>{text.retracted}</Badge>}
        <p className={styles.words}>
          <time dateTime={entry.happenedAt} className="figures">
            {format.time(entry.happenedAt)}
          </time>
          {words(entry).map((word) => (
            <span key={word}>{word}</span>
          ))}
        </p>
      </div>
      {revert?.refusal === 'REVERTED' && <Badge>{text.isReverted}</Badge>}
      {revert && revert.refusal !== 'REVERTED' && (
        <IconButton
          icon="restore"
          label={text.revert(title ? `${name}, ${title}` : name)}
          disabledReason={revert.refusal && text.refusals[revert.refusal]}
          onClick={() => onRevert(revert.auditId)}
        />
      )}
    </li>
  );
}
