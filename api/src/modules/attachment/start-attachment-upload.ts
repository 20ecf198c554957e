// Reserves the space for a file that is about to be uploaded, and says where to put its bytes.
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor, insertOnce } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { findMember } from '../member/find-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { Attachment } from './attachment.entity.ts';
import type { StartAttachmentUploadInput } from './attachment.inputs.ts';
import type { StartAttachmentUploadPayload } from './attachment.payload.ts';
import { nameOfUpload } from './file-name.ts';
import { assertFits, lockSpace } from './storage-space.ts';

export async function startAttachmentUpload(
  context: Context,
  input: StartAttachmentUploadInput,
): Promise<StartAttachmentUploadPayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.ADD_ATTACHMENT);
  const id = idFor(input.id);
  if (input.sizeBytes <= 0) throw new UserInputError('sizeBytes', 'EMPTY_FILE', 'The file is empty.');
  await context.db.write(async (em) => {
    const member = await findMember(em, input.memberId);
    const space = await lockSpace(em, member.id);
    if (await wasStarted(em, id, member.id)) return;
    assertFits(input.sizeBytes, space, 'sizeBytes');
    const row = {
      id,
      gymId: member.gymId,
      memberId: member.id,
      name: nameOfUpload(input.name),
      contentType: 'application/octet-stream',
      sizeBytes: input.sizeBytes,
      state: 'UPLOADING' as const,
      startedAt: context.clock.now(),
      uploadedById: viewer.employeeId,
    };
    if (!(await insertOnce(em, Attachment, row))) throw idTaken();
  });
  return { attachmentId: id, uploadUrl: `/files/${id}` };
}

/** Also refuses an id of another member's attachment. */
async function wasStarted(em: EntityManager, id: string, memberId: string): Promise<boolean> {
  const known = await em.findOne(Attachment, { id });
  if (known && known.memberId !== memberId) throw idTaken();
  return known !== null;
}

const idTaken = () => new UserInputError('id', 'ID_TAKEN', 'This id belongs to something else.');
