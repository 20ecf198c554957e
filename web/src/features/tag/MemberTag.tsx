// A tag as it stands beside a member: a custom one by its colour, an automatic one by its sign and in the page's language.
import type { TagKind } from '../../graphql/schema.generated';
import { useText } from '../../i18n/text';
import { TagChip } from '../../ui/TagChip';
import { automaticTagIcons, automaticTagTexts } from './automaticTag';

interface MemberTagProps {
  tag: { name: string; color: string; kind: TagKind };
  onRemove?: () => void;
  removeLabel?: string;
}

export function MemberTag({ tag, onRemove, removeLabel }: MemberTagProps) {
  const text = useText(automaticTagTexts);
  return (
    <TagChip
      name={tag.kind === 'CUSTOM' ? tag.name : text[tag.kind]}
      color={tag.color}
      icon={automaticTagIcons[tag.kind]}
      onRemove={onRemove}
      removeLabel={removeLabel}
    />
  );
}
