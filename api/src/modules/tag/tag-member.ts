// Gives a member a custom tag, or takes it away. Both may be repeated.
import { isUuid } from '../../database/uuid.ts';
import { insertOnce } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { findMember } from '../member/find-member.ts';
import { getChangedMember } from '../member/get-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { getTag } from './get-tags.ts';
import { MemberTag } from './member-tag.entity.ts';
import { Tag } from './tag.entity.ts';
import type { MemberTagInput } from './tag.inputs.ts';
import type { MemberTagPayload } from './tag.payloads.ts';

export async function addTagToMember(context: Context, { memberId, tagId }: MemberTagInput): Promise<MemberTagPayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.ADD_TAG);
  await context.db.write(async (em) => {
    const member = await findMember(em, memberId);
    const tag = isUuid(tagId) ? await em.findOne(Tag, { id: tagId }) : null;
    if (!tag) throw new UserInputError('tagId', 'UNKNOWN_TAG', 'There is no such tag.');
    if (tag.archivedAt) throw new UserInputError('tagId', 'ARCHIVED_TAG', 'This tag is archived.');
    const row = {
      memberId: member.id,
      tagId: tag.id,
      gymId: viewer.gymId,
      addedAt: context.clock.now(),
      addedBy: viewer.employeeId,
    };
    await insertOnce(em, MemberTag, row);
  });
  return answer(context, memberId, tagId);
}

export async function removeTagFromMember(
  context: Context,
  { memberId, tagId }: MemberTagInput,
): Promise<MemberTagPayload> {
  assertMay(signedIn(context), MemberPermission.ADD_TAG);
  await context.db.write(async (em) => {
    const member = await findMember(em, memberId);
    const tag = isUuid(tagId) ? await em.findOne(Tag, { id: tagId }) : null;
    if (!tag) throw new UserInputError('tagId', 'UNKNOWN_TAG', 'There is no such tag.');
    await em.nativeDelete(MemberTag, { memberId: member.id, tagId: tag.id });
  });
  return answer(context, memberId, tagId);
}

async function answer(context: Context, memberId: string, tagId: string): Promise<MemberTagPayload> {
  const [member, tag] = await Promise.all([getChangedMember(context, memberId), getTag(context, tagId)]);
  return { member, tag };
}
