// Puts an attachment in the bin at once; the way back fetches it out again.
import { useApolloClient } from '@apollo/client/react';
import { useReversible } from '../../actions/useReversible';
import { useText } from '../../i18n/text';
import {
  DeleteAttachmentDocument,
  RestoreAttachmentDocument,
  type AttachmentCard_AttachmentFragment,
  type AttachmentCard_MemberFragment,
} from './AttachmentCard.generated';
import { attachmentTexts } from './messages';

export function useDeleteAttachment(member: AttachmentCard_MemberFragment) {
  const client = useApolloClient();
  const text = useText(attachmentTexts);
  const act = useReversible();
  return ({ id }: AttachmentCard_AttachmentFragment) => {
    const variables = { input: { id } };
    const attachments = member.attachments?.filter((other) => other.id !== id) ?? null;
    void act({
      run: () =>
        client.mutate({
          mutation: DeleteAttachmentDocument,
          variables,
          optimisticResponse: {
            deleteAttachment: { __typename: 'AttachmentPayload', member: { ...member, attachments } },
          },
        }),
      undo: () => client.mutate({ mutation: RestoreAttachmentDocument, variables }),
      done: text.deleted,
      failed: text.deleteFailed,
    });
  };
}
