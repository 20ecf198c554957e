import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import type { RenameAttachmentInput } from './attachment.inputs.ts';
import type { AttachmentPayload } from './attachment.payload.ts';
import { nameGiven } from './file-name.ts';
import { findAttachment } from './find-attachment.ts';
import { changedAttachment } from './get-attachment.ts';

/** Gives a saved attachment another name. */
export async function renameAttachment(
  context: Context,
  { id, name }: RenameAttachmentInput,
): Promise<AttachmentPayload> {
  assertMay(signedIn(context), MemberPermission.ADD_ATTACHMENT);
  await context.db.write(async (em) => {
    const attachment = await findAttachment(em, id);
    if (attachment.state !== 'SAVED' || attachment.deletedAt) throw new NotFoundError('There is no such attachment.');
    attachment.name = nameGiven(name, attachment.name);
  });
  return changedAttachment(context, id);
}
