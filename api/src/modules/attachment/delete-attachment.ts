// Takes an attachment away: a saved one goes to the bin for 30 days, an upload that was never saved is discarded.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import type { AttachmentIdInput } from './attachment.inputs.ts';
import type { AttachmentPayload } from './attachment.payload.ts';
import { findAttachment } from './find-attachment.ts';
import { changedAttachment } from './get-attachment.ts';

export async function deleteAttachment(context: Context, { id }: AttachmentIdInput): Promise<AttachmentPayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.ADD_ATTACHMENT);
  await context.db.write(async (em) => {
    const attachment = await findAttachment(em, id);
    if (attachment.deletedAt) return;
    if (attachment.state === 'SAVED') {
      attachment.deletedAt = context.clock.now();
      attachment.deletedById = viewer.employeeId;
    } else {
      attachment.state = 'DISCARDED';
    }
  });
  return changedAttachment(context, id);
}
