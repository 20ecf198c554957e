// Choose a tag for a member; with its calendar, until which day it counts. The same for one that they carry already.
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { folded } from '../../i18n/folded';
import { useText } from '../../i18n/text';
import { ButtonLink } from '../../ui/ButtonLink';
import { ChoiceList } from '../../ui/ChoiceList';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { IconButton } from '../../ui/IconButton';
import { SkeletonLines } from '../../ui/Skeleton';
import { ColorDot } from '../../ui/TagChip';
import {
  ChoosableTagsDocument,
  type MemberTags_MemberFragment,
  type MemberTags_TagFragment,
} from './MemberTags.generated';
import { tagDialogTexts } from './dialogTexts';
import { TagDateDialog } from './TagDateDialog';
import { useTagMember } from './useTagMember';

interface AddTagDialogProps {
  member: MemberTags_MemberFragment;
  /** The tag that it is opened about. */
  tagId: string | null;
  /** Who saw the health tags of this member; only for who may read that. */
  onViews: (() => void) | null;
  onClose: () => void;
}

export default function AddTagDialog({ member, tagId, onViews, onClose }: AddTagDialogProps) {
  const text = useText(tagDialogTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const [typed, setTyped] = useState('');
  const [dated, setDated] = useState(() => member.tags?.find(({ id }) => id === tagId) ?? null);
  const { data, error, refetch } = useQuery(ChoosableTagsDocument, { fetchPolicy: 'cache-and-network' });
  const { add } = useTagMember(member);
  const tags = data?.tags
    .filter((tag) => folded(tag.name).includes(folded(typed)))
    .map((tag) => carriedBy(member, tag))
    .toSorted((a, b) => Number(a.isCarried) - Number(b.isCarried));
  const find = (id: string) => tags?.find(({ tag }) => tag.id === id);
  const choose = (id: string) => {
    const found = find(id);
    if (!found) return;
    if (found.isCarried) return setDated(found.tag);
    void add(found.tag);
    onClose();
  };
  if (dated)
    return (
      <TagDateDialog
        member={member}
        tag={dated}
        onViews={dated.isHealthData ? onViews : null}
        onBack={tagId ? null : () => setDated(null)}
        onClose={onClose}
      />
    );
  return (
    <Dialog open title={text.chooseTag} onClose={onClose}>
      <ChoiceList
        label={text.narrow}
        hideLabel
        isComing={!data && !error}
        typed={typed}
        onType={setTyped}
        choices={(tags ?? []).map(({ tag, isCarried }) => ({
          id: tag.id,
          label: tag.name,
          mark: <ColorDot color={tag.color} />,
          isChosen: isCarried,
          detail: tag.expiresOn ? text.until(format.day(tag.expiresOn, 'dayMonth')) : undefined,
          aside: !isCarried && (
            <IconButton icon="calendar" label={text.withDate(tag.name)} onClick={() => setDated(tag)} />
          ),
        }))}
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

/** As the member carries it, or would. */
function carriedBy(member: MemberTags_MemberFragment, tag: Omit<MemberTags_TagFragment, '__typename' | 'expiresOn'>) {
  const carried = member.tags?.find(({ id }) => id === tag.id);
  const { id, name, color, kind, isHealthData } = tag;
  const plain = { __typename: 'CarriedTag' as const, id, name, color, kind, isHealthData, expiresOn: null };
  return { tag: carried ?? plain, isCarried: Boolean(carried) };
}
