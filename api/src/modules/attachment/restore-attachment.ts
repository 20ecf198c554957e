// Takes an attachment out of the bin again, as long as there is room for it.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import type { AttachmentIdInput } from './attachment.inputs.ts';
import type { AttachmentPayload } from './attachment.payload.ts';
import { findAttachment } from './find-attachment.ts';
import { changedAttachment } from './get-attachment.ts';
import { assertFits, lockSpace } from './storage-space.ts';

export async function restoreAttachment(context: Context, { id }: AttachmentIdInput): Promise<AttachmentPayload> {
  assertMay(signedIn(context), MemberPermission.ADD_ATTACHMENT);
  await context.db.write(async (em) => {
    const attachment = await findAttachment(em, id);
    if (!attachment.deletedAt) return;
    const space = await lockSpace(em, attachment.memberId);
    // A limit for single files that was lowered meanwhile does not keep an old file in the bin.
    assertFits(attachment.sizeBytes, { ...space, fileLimitBytes: attachment.sizeBytes }, 'id');
    attachment.deletedAt = null;
    attachment.deletedById = null;
  });
  return changedAttachment(context, id);
}
