// The tags of a member, with the cross on custom ones and the way to add another.
import type { Action } from '../../actions/Action';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { MemberTag } from './MemberTag';
import type { MemberTags_MemberFragment } from './MemberTags.generated';
import styles from './MemberTags.module.css';
import { tagTexts } from './messages';
import { useTagMember } from './useTagMember';

interface MemberTagsProps {
  member: MemberTags_MemberFragment;
  add: Action;
}

export function MemberTags({ member, add }: MemberTagsProps) {
  const text = useText(tagTexts);
  const { remove } = useTagMember(member);
  const canChange = !add.disabledReason;
  return (
    <div className={styles.tags} role="group" aria-label={text.title}>
      {member.tags?.map((tag) => (
        <MemberTag
          key={tag.id}
          tag={tag}
          onRemove={tag.kind === 'CUSTOM' && canChange ? () => void remove(tag) : undefined}
          removeLabel={text.removeTag(tag.name)}
        />
      ))}
      <Button
        className={styles.add}
        variant="quiet"
        icon="plus"
        shortcut={add.shortcut}
        disabledReason={add.disabledReason}
        onClick={add.run}
      >
        {text.addTag}
      </Button>
    </div>
  );
}
