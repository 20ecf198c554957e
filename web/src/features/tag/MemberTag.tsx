// A tag as it stands beside a member: a custom one by its colour and until when it counts, an automatic one by its sign and
// in the page's language.
import { useFormat } from '../../format/useFormat';
import type { TagKind } from '../../graphql/schema.generated';
import { useText } from '../../i18n/text';
import { TagChip } from '../../ui/TagChip';
import { automaticTagIcons, automaticTagTexts } from './automaticTag';

interface MemberTagProps {
  tag: { name: string; color: string; kind: TagKind; expiresOn?: string | null; isHealthData?: boolean };
  onOpen?: () => void;
  openLabel?: string;
  onRemove?: () => void;
  removeLabel?: string;
}

export function MemberTag({ tag, ...others }: MemberTagProps) {
  const text = useText(automaticTagTexts);
  const format = useFormat();
  return (
    <TagChip
      {...others}
      name={tag.kind === 'CUSTOM' ? tag.name : text[tag.kind]}
      color={tag.color}
      icon={automaticTagIcons[tag.kind]}
      detail={tag.expiresOn ? text.until(format.day(tag.expiresOn, 'dayMonth')) : undefined}
      note={tag.isHealthData ? text.health : undefined}
    />
  );
}
