// Choose a tag for a member: type to narrow, Enter takes the first.
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { ButtonLink } from '../../ui/ButtonLink';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { SkeletonLines } from '../../ui/Skeleton';
import { ColorDot } from '../../ui/TagChip';
import { TextField } from '../../ui/TextField';
import {
  ChoosableTagsDocument,
  type MemberTags_MemberFragment,
  type MemberTags_TagFragment,
} from './MemberTags.generated';
import styles from './MemberTags.module.css';
import { tagTexts } from './messages';
import { useTagMember } from './useTagMember';

export default function AddTagDialog({ member, onClose }: { member: MemberTags_MemberFragment; onClose: () => void }) {
  const text = useText(tagTexts);
  const sentence = useErrorText();
  const [typed, setTyped] = useState('');
  const { data, error, refetch } = useQuery(ChoosableTagsDocument, { fetchPolicy: 'cache-and-network' });
  const { add } = useTagMember(member);
  const carried = new Set(member.tags?.map((tag) => tag.id));
  const choices = data?.tags.filter((tag) => !carried.has(tag.id) && folded(tag.name).includes(folded(typed)));
  const choose = (tag: MemberTags_TagFragment | undefined) => {
    if (!tag) return;
    void add(tag);
    onClose();
  };
  return (
    <Dialog open title={text.chooseTag} onClose={onClose} onSubmit={() => choose(choices?.[0])}>
      <TextField
        label={text.narrow}
        hideLabel
        placeholder={text.narrow}
        icon="search"
        value={typed}
        onChange={setTyped}
        autoFocus
      />
      {error && !data && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={4} />}
      {choices?.length === 0 && (
        <EmptyState
          icon="tag"
          title={typed ? text.noneLike(typed) : text.noneLeft}
          action={<ButtonLink to="/settings/tags">{text.toSettings}</ButtonLink>}
        />
      )}
      <ul className={styles.choices}>
        {choices?.map((tag) => (
          <li key={tag.id}>
            <button type="button" className={styles.choice} onClick={() => choose(tag)}>
              <ColorDot color={tag.color} /> {tag.name}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const folded = (text: string): string => text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
