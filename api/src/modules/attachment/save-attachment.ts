// Ends an upload: the file gets its name and appears.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import type { SaveAttachmentInput } from './attachment.inputs.ts';
import type { AttachmentPayload } from './attachment.payload.ts';
import { nameGiven } from './file-name.ts';
import { findAttachment } from './find-attachment.ts';
import { changedAttachment } from './get-attachment.ts';

export async function saveAttachment(context: Context, { id, name }: SaveAttachmentInput): Promise<AttachmentPayload> {
  assertMay(signedIn(context), MemberPermission.ADD_ATTACHMENT);
  await context.db.write(async (em) => {
    const attachment = await findAttachment(em, id);
    if (attachment.state === 'UPLOADING')
      throw new UserInputError('id', 'NOT_UPLOADED', 'The bytes of this file have not arrived yet.');
    attachment.name = nameGiven(name, attachment.name);
    attachment.state = 'SAVED';
  });
  return changedAttachment(context, id);
}
