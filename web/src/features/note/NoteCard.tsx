// The latest note, and the place to write the next.
import type { Action } from '../../actions/Action';
import { ActionIconButton } from '../../actions/ActionButton';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Invitation } from '../../ui/Invitation';
import { SkeletonLines } from '../../ui/Skeleton';
import { noteTexts } from './messages';
import type { NoteCard_MemberFragment } from './NoteCard.generated';
import styles from './NoteCard.module.css';
import { NoteText } from './NoteText';
import { later } from '../../ui/later';

const AddNote = later(() => import('./AddNote'), <SkeletonLines lines={4} />);

interface NoteCardProps {
  member: NoteCard_MemberFragment;
  add: Action;
  all: Action;
  isAdding: boolean;
  /** How often a new note was asked for: each time the focus goes to it. */
  askedCount: number;
  onAdded: () => void;
}

export function NoteCard({ member, add, all, isAdding, askedCount, onAdded }: NoteCardProps) {
  const text = useText(noteTexts);
  const note = member.latestNote;
  return (
    <Card
      title={text.title}
      actions={
        <>
          <ActionIconButton action={add} />
          <ActionIconButton action={all} />
        </>
      }
    >
      {isAdding && <AddNote memberId={member.id} askedCount={askedCount} onAgain={add.run} onClose={onAdded} />}
      {note && (
        <div className={styles.latest}>
          <NoteText note={note} />
        </div>
      )}
      {!note && !isAdding && (
        <Invitation
          title={text.none}
          action={
            <Button icon="plus" shortcut={add.shortcut} disabledReason={add.disabledReason} onClick={add.run}>
              {text.add}
            </Button>
          }
        >
          {text.noneHint}
        </Invitation>
      )}
    </Card>
  );
}
