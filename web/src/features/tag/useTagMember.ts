// Gives a member a tag, for good or until a day, and takes it away: at once, each the way back of the other.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { tagTexts } from './messages';
import {
  AddTagToMemberDocument,
  RemoveTagFromMemberDocument,
  type MemberTags_MemberFragment,
  type MemberTags_TagFragment,
} from './MemberTags.generated';

export function useTagMember(member: MemberTags_MemberFragment) {
  const client = useApolloClient();
  const text = useText(tagTexts);
  const format = useFormat();
  const act = useReversible();

  const shownWith = (tags: readonly MemberTags_TagFragment[]) => ({
    __typename: 'MemberTagPayload' as const,
    member: { ...member, tags: [...tags] },
  });
  const othersThan = ({ id }: MemberTags_TagFragment) => (member.tags ?? []).filter((other) => other.id !== id);
  const put = (tag: MemberTags_TagFragment) => {
    const isCarried = member.tags?.some(({ id }) => id === tag.id);
    const tags = isCarried
      ? (member.tags ?? []).map((other) => (other.id === tag.id ? tag : other))
      : [...othersThan(tag), tag];
    return client.mutate({
      mutation: AddTagToMemberDocument,
      variables: { input: { memberId: member.id, tagId: tag.id, expiresOn: tag.expiresOn } },
      optimisticResponse: { addTagToMember: shownWith(tags) },
    });
  };
  const take = (tag: MemberTags_TagFragment) =>
    client.mutate({
      mutation: RemoveTagFromMemberDocument,
      variables: { input: { memberId: member.id, tagId: tag.id } },
      optimisticResponse: { removeTagFromMember: shownWith(othersThan(tag)) },
    });
  return {
    add: (tag: MemberTags_TagFragment) =>
      act({
        run: () => put(tag),
        undo: () => take(tag),
        done: text.added(tag.name),
        failed: text.addFailed,
      }),
    remove: (tag: MemberTags_TagFragment) =>
      act({
        run: () => take(tag),
        undo: () => put(tag),
        done: text.removed(tag.name),
        failed: text.removeFailed,
      }),
    /** Until when a tag counts that they carry; null: until somebody takes it away. */
    date: (tag: MemberTags_TagFragment, expiresOn: string | null) =>
      act({
        run: () => put({ ...tag, expiresOn }),
        undo: () => put(tag),
        done: expiresOn ? text.dated(tag.name, format.day(expiresOn)) : text.undated(tag.name),
        failed: text.dateFailed,
      }),
  };
}
