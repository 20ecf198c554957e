// Reads one attachment as the graph shows it.
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { getChangedMember } from '../member/get-member.ts';
import { attachmentJson } from './attachment.entity.ts';
import type { Attachment } from './attachment.entity.ts';
import type { AttachmentPayload } from './attachment.payload.ts';

/** The answer of a verb that has just changed this attachment. */
export async function changedAttachment(context: Context, id: string): Promise<AttachmentPayload> {
  const [row] = await context.db.rows<{ attachment: Attachment; memberId: string }>(
    `select ${attachmentJson('a')} as attachment, a.member_id as "memberId" from attachment a where a.id = $1`,
    [id],
    { name: 'changed_attachment' },
  );
  if (!row) throw new NotFoundError();
  return { attachment: row.attachment, member: await getChangedMember(context, row.memberId) };
}
