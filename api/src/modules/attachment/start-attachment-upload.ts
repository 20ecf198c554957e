// Reserves the space for a file that is about to be uploaded, and says where to put its bytes.
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { findMember } from '../member/find-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
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
  const id = input.id?.toLowerCase() ?? randomUUID();
  if (!isUuid(id)) throw new UserInputError('id', 'INVALID_ID', 'The id must be a UUID.');
  if (input.sizeBytes <= 0) throw new UserInputError('sizeBytes', 'EMPTY_FILE', 'The file is empty.');
  await context.db.write(async (em) => {
    const member = await findMember(em, input.memberId);
    const space = await lockSpace(em, member.id);
    if (await wasStarted(em, id, member.id)) return;
    assertFits(input.sizeBytes, space, 'sizeBytes');
    await em.execute(
      `insert into attachment (gym_id, id, member_id, name, content_type, size_bytes, state, started_at, uploaded_by)
       values (?, ?, ?, ?, 'application/octet-stream', ?, 'UPLOADING', ?, ?)`,
      [member.gymId, id, member.id, nameOfUpload(input.name), input.sizeBytes, context.clock.now(), viewer.employeeId],
    );
  });
  return { attachmentId: id, uploadUrl: `/files/${id}` };
}

async function wasStarted(em: EntityManager, id: string, memberId: string): Promise<boolean> {
  const [known] = await em.execute<{ member_id: string }[]>('select member_id from attachment where id = ?', [id]);
  if (known && known.member_id !== memberId)
    throw new UserInputError('id', 'ID_TAKEN', 'This id belongs to another attachment.');
  return known !== undefined;
}
