// The tags of a member, with the cross on custom ones and the way to add another. Very many are folded to the first few.
import { useState } from 'react';
import type { Action } from '../../actions/Action';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { useFocusKeeper } from '../../ui/useFocusKeeper';
import { useIsPhone } from '../../ui/useIsPhone';
import { MemberTag } from './MemberTag';
import type { MemberTags_MemberFragment } from './MemberTags.generated';
import styles from './MemberTags.module.css';
import { tagTexts } from './messages';
import { useTagMember } from './useTagMember';

interface MemberTagsProps {
  member: MemberTags_MemberFragment;
  add: Action;
  /** Shows until when a tag counts. */
  onOpen: (tagId: string) => void;
}

export function MemberTags({ member, add, onOpen }: MemberTagsProps) {
  const text = useText(tagTexts);
  const { remove } = useTagMember(member);
  const keepFocus = useFocusKeeper<HTMLDivElement>();
  const [isUnfolded, setUnfolded] = useState(false);
  const room = useIsPhone() ? 3 : 6;
  const tags = member.tags ?? [];
  // Folding a single one away would win nothing.
  const isFoldable = tags.length > room + 1;
  const shown = isFoldable && !isUnfolded ? tags.slice(0, room) : tags;
  const canChange = !add.disabledReason;
  return (
    <div {...keepFocus} className={styles.tags} role="group" aria-label={text.title}>
      {shown.map((tag) => (
        <MemberTag
          key={tag.id}
          tag={tag}
          onOpen={tag.kind === 'CUSTOM' && canChange ? () => onOpen(tag.id) : undefined}
          openLabel={text.openTag(tag.name)}
          onRemove={tag.kind === 'CUSTOM' && canChange ? () => void remove(tag) : undefined}
          removeLabel={text.removeTag(tag.name)}
        />
      ))}
      {isFoldable && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isUnfolded}
          aria-label={isUnfolded ? text.fewer : text.more(tags.length - room)}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? text.fewer : `+ ${tags.length - room}`}
        </button>
      )}
      <Button
        variant="quiet"
        icon="plus"
        className={styles.add}
        shortcut={add.shortcut}
        disabledReason={add.disabledReason}
        onClick={add.run}
      >
        {text.addTag}
      </Button>
    </div>
  );
}
