// Gives a member a tag and takes it away, at once, each the way back of the other.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
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
  const act = useReversible();

  const set = (tag: MemberTags_TagFragment, isOn: boolean) => {
    const others = (member.tags ?? []).filter((other) => other.id !== tag.id);
    const payload = {
      __typename: 'MemberTagPayload' as const,
      member: { ...member, tags: isOn ? [...others, tag] : others },
    };
    const variables = { input: { memberId: member.id, tagId: tag.id } };
    return isOn
      ? client.mutate({ mutation: AddTagToMemberDocument, variables, optimisticResponse: { addTagToMember: payload } })
      : client.mutate({
          mutation: RemoveTagFromMemberDocument,
          variables,
          optimisticResponse: { removeTagFromMember: payload },
        });
  };
  return {
    add: (tag: MemberTags_TagFragment) =>
      act({
        run: () => set(tag, true),
        undo: () => set(tag, false),
        done: text.added(tag.name),
        failed: text.addFailed,
      }),
    remove: (tag: MemberTags_TagFragment) =>
      act({
        run: () => set(tag, false),
        undo: () => set(tag, true),
        done: text.removed(tag.name),
        failed: text.removeFailed,
      }),
  };
}
