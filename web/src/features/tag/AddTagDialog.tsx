// Choose a tag for a member.
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useErrorText } from '../../graphql/useErrorText';
import { folded } from '../../i18n/folded';
import { useText } from '../../i18n/text';
import { ButtonLink } from '../../ui/ButtonLink';
import { ChoiceList } from '../../ui/ChoiceList';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { SkeletonLines } from '../../ui/Skeleton';
import { ColorDot } from '../../ui/TagChip';
import { ChoosableTagsDocument, type MemberTags_MemberFragment } from './MemberTags.generated';
import { tagDialogTexts } from './dialogTexts';
import { useTagMember } from './useTagMember';

export default function AddTagDialog({ member, onClose }: { member: MemberTags_MemberFragment; onClose: () => void }) {
  const text = useText(tagDialogTexts);
  const sentence = useErrorText();
  const [typed, setTyped] = useState('');
  const { data, error, refetch } = useQuery(ChoosableTagsDocument, { fetchPolicy: 'cache-and-network' });
  const { add } = useTagMember(member);
  const carried = new Set(member.tags?.map((tag) => tag.id));
  const tags = data?.tags.filter((tag) => !carried.has(tag.id) && folded(tag.name).includes(folded(typed)));
  const choose = (id: string) => {
    const tag = tags?.find((one) => one.id === id);
    if (tag) void add(tag);
    onClose();
  };
  return (
    <Dialog open title={text.chooseTag} onClose={onClose}>
      <ChoiceList
        label={text.narrow}
        hideLabel
        isComing={!data && !error}
        typed={typed}
        onType={setTyped}
        choices={(tags ?? []).map(({ id, name, color }) => ({ id, label: name, mark: <ColorDot color={color} /> }))}
        onChoose={choose}
      >
        {error && !data && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonLines lines={4} />}
        {tags?.length === 0 && (
          <EmptyState
            icon="tag"
            title={typed ? text.noneLike(typed) : text.noneLeft}
            action={<ButtonLink to="/settings/tags">{text.toSettings}</ButtonLink>}
          />
        )}
      </ChoiceList>
    </Dialog>
  );
}
